import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { reasonsToAccept } from '#lib/domain/change/accept.ts';
import { compareTables, type TableChange } from '#lib/domain/change/compare.ts';
import { tellChange } from '#lib/domain/change/tell.ts';
import type { Names } from '#lib/domain/change/words.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import type { Source } from '#lib/schema/source.ts';
import type { Fetched, World } from './adapter.ts';
import { adapters } from './adapters.ts';
import { accountFigures, accountLines, accountOf, readAccounts } from './accounts-file.ts';
import { toAccounts } from './accounts.ts';
import { changeOf } from './change.ts';
import { withPrevious } from './changes-file.ts';
import { goneBoundaries } from './gone-boundaries.ts';
import { labelsBefore } from './labels-before.ts';
import { readable } from './readable.ts';
import { takeOver } from './take-over.ts';
import { Cache, hashOf } from './cache.ts';
import { patience, type Patience } from './http.ts';
import { openWorld } from './world.ts';
import { outputOf, stemOf, writeOutput, type Landed } from './write.ts';

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
	/** Those of `indicators.yaml`, by id. */
	indicators: ReadonlyMap<string, Pick<Indicator, 'title' | 'unit'>>;
}

/** What came of a feed. */
export interface Outcome {
	receipt: Receipt;
	/** Where figures of this source stood in `data/` already. */
	change?: TableChange | undefined;
	/** Why nothing is replaced unseen, a sentence each. */
	reasons: string[];
	replaced: boolean;
}

/** What accounts are made of is no indicator of the site. */
const accountNames: Partial<Record<string, string>> = { 'iv3-lasten': 'Lasten', 'iv3-inwoners': 'Inwoners' };

/** How a report calls indicators and areas: as the site does, or else as the publisher does now or did before. */
function namesFor(
	{ data, indicators }: RunSettings,
	feed: Feed,
	{ labels }: Fetched,
	source: Source | undefined
): Names {
	const before = labelsBefore(data, { ...feed, boundaries: feed.boundaries ?? source?.boundaries });
	const areas = new Map(Object.entries({ ...labels?.areas, ...before.areas }));
	const measures = new Map(Object.entries({ ...before.measures, ...labels?.measures }));
	return {
		unitOf: (id) => indicators.get(id)?.unit,
		indicator: (id) => indicators.get(id)?.title ?? measures.get(id) ?? (feed.accounts && accountNames[id]),
		area: (code) => areas.get(code)
	};
}

/** What was fetched as it will stand in `data/`, where that is more than figures in a file of their own. */
function land(
	fetched: Fetched,
	feed: Feed,
	data: string,
	unitOf: Names['unitOf']
): { landed: Landed; remarks: string[]; change?: TableChange | undefined } {
	const changes =
		fetched.changes && feed.boundaries !== undefined
			? withPrevious(fetched.changes, data, feed.boundaries)
			: undefined;
	if (!feed.accounts)
		return {
			landed: { changes },
			remarks: [],
			change: fetched.rows.length > 0 ? changeOf(data, feed, fetched, unitOf) : undefined
		};
	const known = readAccounts(data);
	const { accounts, remarks } = toAccounts(
		fetched.rows,
		feed,
		known.rows,
		feed.file ?? feed.table ?? feed.id
	);
	const of = [...new Set(accounts.map(accountOf))].toSorted();
	const before = known.rows.filter((row) => of.includes(accountOf(row)));
	return {
		landed: { accounts: { of, lines: accountLines(accounts) }, changes },
		remarks,
		change:
			before.length > 0 ? compareTables(accountFigures(before), accountFigures(accounts), unitOf) : undefined
	};
}

/**
 * Fetches one feed, and writes its figures, its receipt and what changed since those in `data/`. Those are replaced
 * only where that was asked, and where little changed or somebody accepted what did.
 * @throws a `FetchProblem` where anything is wrong; then nothing is written, and no older report is left to be taken for one
 * of this run
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
	const report = `${stemOf(feed)}.changes.md`;
	rmSync(join(settings.out, report), { force: true });
	const fetched = readable(await adapter(feed, world));
	const source = settings.sources.find(({ id }) => id === feed.source);
	const { data, replace, accept } = settings;
	const names = namesFor(settings, feed, fetched, source);
	const { landed, remarks, change } = land(fetched, feed, data, names.unitOf);
	const { receipt, files } = outputOf({ ...fetched, remarks: [...fetched.remarks, ...remarks] }, landed, {
		feed,
		source,
		used: world.used()
	});
	if (change) files.set(report, tellChange(change, receipt.title, names));
	writeOutput(settings.out, files);
	world.close();
	const reasons = [...(change ? reasonsToAccept(change, names) : []), ...goneBoundaries(fetched, feed, data)];
	const replaced = replace && (reasons.length === 0 || accept);
	if (replaced) takeOver(settings.out, data, feed, receipt);
	return { receipt, change, reasons, replaced };
}
