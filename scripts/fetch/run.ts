import type { Feed } from '#lib/schema/feed.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import type { Source } from '#lib/schema/source.ts';
import type { World } from './adapter.ts';
import { adapters } from './adapters.ts';
import { Cache, hashOf } from './cache.ts';
import { patience, type Patience } from './http.ts';
import { openWorld } from './world.ts';
import { outputOf, writeOutput } from './write.ts';

/** How and where feeds are fetched. */
export interface RunSettings {
	/** Folder of the cache. */
	cache: string;
	/** Folder that gets the files. */
	out: string;
	/** Folder that paths of files start from. */
	data: string;
	offline: boolean;
	sources: readonly Source[];
	now: () => string;
	patience: Partial<Patience>;
	progress: World['progress'];
}

/**
 * Fetches one feed, and writes its figures and its receipt.
 * @throws a `FetchProblem` where anything is wrong; then nothing is written
 */
export async function runFeed(feed: Feed, settings: RunSettings): Promise<Receipt> {
	const adapter = adapters[feed.adapter];
	const world = openWorld({
		feed: { id: feed.id, hash: hashOf(JSON.stringify(feed)) },
		cache: new Cache(settings.cache),
		offline: settings.offline,
		data: settings.data,
		patience: { ...patience, ...settings.patience },
		now: settings.now,
		progress: settings.progress
	});
	const fetched = await adapter(feed, world);
	const source = settings.sources.find(({ id }) => id === feed.source);
	const { receipt, files } = outputOf(fetched, { feed, source, used: world.used() });
	writeOutput(settings.out, files);
	world.close();
	return receipt;
}
