/** What a cache says of itself; it is put in last, so that a cache that has one is whole. */
export interface Receipt {
	/** Slug of a monitor, or the name of the engine. */
	what: string;
	name: string;
	/** Short hash of the files, to see whether the site has others by now. */
	id: string;
	/** Day of the release, as `2026-11-26`. */
	day: string;
	pages: number;
	bytes: number;
	/** SHA-256 of each file, by path from the root of the site. */
	files: Record<string, string>;
}

/** A cache that is whole. */
export interface Kept {
	cacheName: string;
	receipt: Receipt;
}

/** How the names of all caches of the site at an address begin: an origin may hold more sites. */
export const prefixOf = (scope: string): string => `doelenboom ${new URL(scope).pathname} `;

/** The name of a cache: what is in it, and of which release. */
export const cacheNameOf = (scope: string, { what, id }: Pick<Receipt, 'what' | 'id'>): string =>
	`${prefixOf(scope)}${what} ${id}`;

/** Where a receipt stands in its cache; the site has no such file. */
export const receiptUrl = (scope: string): string => `${scope}offline/bewaard`;

const namesOf = async (caches: CacheStorage, scope: string): Promise<string[]> =>
	(await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)));

/** Everything that is kept whole of the site at an address, the newest release first. */
export async function allKept(caches: CacheStorage, scope: string): Promise<Kept[]> {
	const found = await Promise.all(
		(await namesOf(caches, scope)).map(async (cacheName) => {
			const answer = await caches.match(receiptUrl(scope), { cacheName });
			return answer ? [{ cacheName, receipt: (await answer.json()) as Receipt }] : [];
		})
	);
	return found
		.flat()
		.toSorted((a, b) => b.receipt.day.localeCompare(a.receipt.day) || a.cacheName.localeCompare(b.cacheName));
}

/** Deletes what was left half, such as by a tab that was closed. */
export async function sweep(caches: CacheStorage, scope: string): Promise<void> {
	const whole = new Set((await allKept(caches, scope)).map(({ cacheName }) => cacheName));
	const half = (await namesOf(caches, scope)).filter((name) => !whole.has(name));
	await Promise.all(half.map((name) => caches.delete(name)));
}

/** Deletes everything that is kept of the site at an address. */
export async function forgetAll(caches: CacheStorage, scope: string): Promise<void> {
	await Promise.all((await namesOf(caches, scope)).map((name) => caches.delete(name)));
}
