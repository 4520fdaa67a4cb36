import type { Kept } from './kept.ts';

/**
 * Which tabs show a kept page is itself kept, since a browser ends a worker after half a minute: what such a page asks for
 * later has to come from the same release. It stands in the cache of that release, and goes with it.
 */
const noteOf = (scope: string, client: string): string => `${scope}offline/tab/${encodeURIComponent(client)}`;

/** Notes that a tab shows a page out of a cache, and forgets the tabs that are gone. */
export async function noteTab(
	caches: CacheStorage,
	scope: string,
	{ cacheName }: Kept,
	tab: { client: string; open: readonly string[] }
): Promise<void> {
	// Opening a cache that was deleted meanwhile would make it anew.
	if (!(await caches.has(cacheName))) return;
	const cache = await caches.open(cacheName);
	const stay = new Set([tab.client, ...tab.open].map((client) => noteOf(scope, client)));
	const notes = (await cache.keys()).filter(({ url }) => url.startsWith(noteOf(scope, '')));
	await Promise.all(notes.filter(({ url }) => !stay.has(url)).map(({ url }) => cache.delete(url)));
	await cache.put(noteOf(scope, tab.client), new Response());
}

/** The cache that the page in a tab came from; `undefined` where it came from the network. */
export async function cacheOfTab(
	caches: CacheStorage,
	scope: string,
	kept: readonly Kept[],
	client: string
): Promise<string | undefined> {
	if (client === '') return undefined;
	for (const { cacheName } of kept)
		if (await caches.match(noteOf(scope, client), { cacheName })) return cacheName;
	return undefined;
}
