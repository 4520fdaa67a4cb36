import type { Failure } from '#lib/domain/kept/tell.ts';
import type { KeepFile, KeepList } from '#lib/schema/kept.ts';
import { allKept, cacheNameOf, receiptUrl, type Kept, type Receipt } from './kept.ts';

/** Why something was not kept. */
export class KeepError extends Error {
	readonly failure: Failure;

	constructor(failure: Failure) {
		super(failure);
		this.failure = failure;
	}
}

export interface Keeping {
	caches: CacheStorage;
	fetch: typeof globalThis.fetch;
	/** Whole address of the root of the site. */
	scope: string;
	signal: AbortSignal;
	/** Is told how many bytes are kept so far. */
	report: (bytes: number) => void;
}

/** How many files are fetched at once. */
const together = 6;

const hexOf = (bytes: ArrayBuffer): string =>
	[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** An answer as it is kept. What says how it came over the line no longer holds for what is kept. */
async function fetchWhole(
	path: string,
	file: KeepFile,
	{ fetch, scope, signal }: Keeping
): Promise<Response> {
	const url =
		scope +
		path
			.split('/')
			.map(encodeURIComponent)
			.join('/')
			.replace(/(^|\/)index\.html$/, '$1');
	let answer: Response;
	let body: ArrayBuffer;
	try {
		answer = await fetch(url, { cache: 'no-cache', redirect: 'error', signal });
		body = await answer.arrayBuffer();
	} catch {
		throw new KeepError(signal.aborted ? 'stopped' : 'network');
	}
	// The page for what is not found answers with that status at some hosts, also by its own name.
	if (!answer.ok) throw new KeepError(answer.status === 404 ? 'changed' : 'network');
	const hash = hexOf(await crypto.subtle.digest('SHA-256', body));
	if (hash !== file.sha256 && hash !== file.unpacked) throw new KeepError('changed');
	const headers = new Headers(answer.headers);
	for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
	return new Response(body, { headers });
}

/** The same file, where it is kept already. */
async function copyOf(path: string, { sha256 }: KeepFile, kept: readonly Kept[], { caches, scope }: Keeping) {
	const holder = kept.find(({ receipt }) => receipt.files[path] === sha256);
	return holder && (await caches.match(scope + path, { cacheName: holder.cacheName }));
}

async function put(cache: Cache, url: string, answer: Response): Promise<void> {
	try {
		await cache.put(url, answer);
	} catch {
		throw new KeepError('room');
	}
}

async function fill(cache: Cache, list: KeepList, kept: readonly Kept[], keeping: Keeping): Promise<void> {
	const rest = Object.entries(list.entries).values();
	let done = 0;
	let failed = false;
	const worker = async () => {
		for (const [path, file] of rest) {
			if (failed) return;
			if (keeping.signal.aborted) throw new KeepError('stopped');
			const answer = (await copyOf(path, file, kept, keeping)) ?? (await fetchWhole(path, file, keeping));
			await put(cache, keeping.scope + path, answer);
			keeping.report((done += file.bytes));
		}
	};
	const outcomes = await Promise.allSettled(
		Array.from({ length: together }, () =>
			worker().catch((error: unknown) => {
				failed = true;
				throw error;
			})
		)
	);
	for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
	if (keeping.signal.aborted) throw new KeepError('stopped');
}

/**
 * Keeps the files of a list in a cache of its own. What is kept already is taken from there; each other file is fetched
 * and held against its hash. The cache counts only when all of it is there; then older ones of the same part go.
 * @throws KeepError, after which nothing of it is left and what was kept before still is
 */
export async function keep(list: KeepList, keeping: Keeping): Promise<void> {
	const { caches, scope } = keeping;
	const { entries, what, name, id, day, pages, bytes } = list;
	const kept = await allKept(caches, scope);
	const cacheName = cacheNameOf(scope, list);
	if (kept.some((each) => each.cacheName === cacheName)) return;
	const receipt: Receipt = {
		...{ what, name, id, day, pages, bytes },
		files: Object.fromEntries(Object.entries(entries).map(([path, { sha256 }]) => [path, sha256]))
	};
	try {
		const cache = await caches.open(cacheName);
		await fill(cache, list, kept, keeping);
		await put(cache, receiptUrl(scope), new Response(JSON.stringify(receipt)));
	} catch (error) {
		await caches.delete(cacheName);
		throw error instanceof KeepError ? error : new KeepError('room');
	}
	const older = kept.filter(({ receipt }) => receipt.what === what);
	await Promise.all(older.map((each) => caches.delete(each.cacheName)));
}
