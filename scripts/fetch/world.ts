import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Answer, Ask, World } from './adapter.ts';
import { hashOf, type Cache, type Entry } from './cache.ts';
import { download, type Patience } from './http.ts';
import { FetchProblem, Refused } from './problem.ts';

/** An answer that figures were taken from. */
interface Used {
	address: string;
	hash: string;
	bytes: number;
	fetched: string;
}

export interface OpenWorld extends World {
	/** Every answer so far, in the order of asking. */
	used(): Used[];
	/** Ends the run: the next one starts anew. */
	close(): void;
}

interface Settings {
	/** Name of the feed, and what makes it this feed and no other. */
	feed: { id: string; hash: string };
	cache: Cache;
	offline: boolean;
	/** Folder that paths of files start from. */
	data: string;
	patience: Patience;
	/** Day and time, in UTC. */
	now: () => string;
	progress: World['progress'];
}

const types: Record<string, string> = {
	'.csv': 'text/csv',
	'.txt': 'text/plain',
	'.json': 'application/json',
	'.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

const notInCache = (address: string): FetchProblem =>
	FetchProblem.of(address, 'een antwoord in de cache; haal het eerst op zonder --offline');

/**
 * The world of one run of one feed: services over HTTP, files of editors, and a cache in front of both.
 * What is a part of an edition that was fetched before is not asked again, so a run that broke off continues.
 */
export function openWorld(settings: Settings): OpenWorld {
	const { cache, feed, offline, now, patience } = settings;
	const used = new Map<string, Used>();
	/** Offline, all parts of a table that names no edition must be of one run. */
	let runOffline: string | undefined;

	const edition = ({ part }: Ask): string | undefined =>
		part && (part.modified ?? (offline ? runOffline : cache.openRun(feed.id, feed.hash)));

	/** What the cache has of this edition. */
	function known(address: string, ask: Ask): Entry | undefined {
		const found = cache.entry(address);
		if (!found || (!offline && (!ask.part || found.refused !== undefined))) return undefined;
		if (offline && ask.part && ask.part.modified === undefined) runOffline ??= found.modified;
		if (!ask.part || found.modified === edition(ask)) return found;
		if (!offline) return undefined;
		throw FetchProblem.of(
			address,
			'een antwoord in de cache van dezelfde uitgave van de tabel; haal de tabel opnieuw op zonder --offline'
		);
	}

	function use(answer: Answer, fetched: string, { check }: Ask): Answer {
		check?.(answer);
		const { address, hash, body } = answer;
		if (!used.has(address)) used.set(address, { address, hash, bytes: body.byteLength, fetched });
		return answer;
	}

	async function ask(address: string, how: Ask): Promise<Answer> {
		const kept = { address, modified: edition(how), fetched: now() };
		let body: Uint8Array, type: string;
		try {
			({ body, type } = await download(address, patience));
		} catch (error) {
			if (error instanceof Refused && error.isUnknown)
				cache.keep({ ...kept, type: '', refused: error.status });
			throw error;
		}
		if (type === 'text/html')
			throw FetchProblem.of(address, 'gegevens, geen webpagina; kijk of het adres klopt', type);
		const hash = hashOf(body);
		const answer = use({ address, type, body, hash }, kept.fetched, how);
		cache.keep({ ...kept, type, hash }, body);
		return answer;
	}

	function readFile(path: string): Answer {
		const full = resolve(settings.data, path);
		const size = statSync(full, { throwIfNoEntry: false })?.size;
		if (size === undefined) throw FetchProblem.of(path, 'dat dit bestand er is');
		if (size > patience.limit)
			throw FetchProblem.of(path, `een bestand van hoogstens ${patience.limit / 1024 / 1024} MB`);
		const body = readFileSync(full);
		return { address: path, type: types[extname(path).toLowerCase()] ?? '', body, hash: hashOf(body) };
	}

	return {
		async get(address, how = {}) {
			const found = known(address, how);
			if (found?.refused !== undefined) throw new Refused(address, found.refused);
			const answer = found && cache.answer(found);
			if (answer) return use(answer, found.fetched, how);
			if (offline) throw notInCache(address);
			return ask(address, how);
		},
		file(path) {
			const found = offline ? cache.entry(path) : undefined;
			const answer = offline ? found && cache.answer(found) : readFile(path);
			if (!answer) return Promise.reject(notInCache(path));
			const fetched = found?.fetched ?? now();
			if (!found) cache.keep({ address: path, hash: answer.hash, type: answer.type, fetched }, answer.body);
			return Promise.resolve(use(answer, fetched, {}));
		},
		progress: settings.progress,
		used: () => [...used.values()],
		close: () => cache.closeRun(feed.hash)
	};
}
