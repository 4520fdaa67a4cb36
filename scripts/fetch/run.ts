import type { TableChange } from '#lib/domain/change/compare.ts';
import { reasonsToAccept, tellChange } from '#lib/domain/change/tell.ts';
import type { Unit } from '#lib/schema/indicator.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import type { Source } from '#lib/schema/source.ts';
import type { World } from './adapter.ts';
import { adapters } from './adapters.ts';
import { changeOf, takeOver } from './change.ts';
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
	/** Whether the figures go to `data/`, and whether also where much is other than it was. */
	replace: boolean;
	accept: boolean;
	unitOf: (indicator: string) => Unit | undefined;
}

/** What came of a feed. */
export interface Outcome {
	receipt: Receipt;
	/** Where figures of this source stood in `data/` already. */
	change?: TableChange | undefined;
	replaced: boolean;
}

/**
 * Fetches one feed, and writes its figures, its receipt and what changed since those in `data/`. Those are replaced
 * only where that was asked, and where little changed or somebody accepted what did.
 * @throws a `FetchProblem` where anything is wrong; then nothing is written
 */
export async function runFeed(feed: Feed, settings: RunSettings): Promise<Outcome> {
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
	const { data, replace, accept, unitOf } = settings;
	const change = receipt.rows === undefined ? undefined : changeOf(data, feed.source, fetched.rows, unitOf);
	if (change) files.set(`${feed.source}.changes.md`, tellChange(change, receipt.title, unitOf));
	writeOutput(settings.out, files);
	world.close();
	const isSmall = !change || reasonsToAccept(change).length === 0;
	const replaced = replace && receipt.rows !== undefined && (isSmall || accept);
	if (replaced) takeOver(settings.out, data, feed.source);
	return { receipt, change, replaced };
}
