import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaChange } from '#lib/schema/area.ts';
import { receipt, type Receipt } from '#lib/schema/receipt.ts';
import { tidyRow, type TidyRow } from '#lib/schema/tidy.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Source } from '#lib/schema/source.ts';
import { expectation } from '#scripts/read/expectation.ts';
import type { Boundary, Fetched } from './adapter.ts';
import { accountsCsv } from './accounts-file.ts';
import { hashOf } from './cache.ts';
import { changesCsv } from './changes-file.ts';
import { FetchProblem } from './problem.ts';

const columns = Object.keys(tidyRow.shape) as (keyof TidyRow)[];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A number as files of `data/` have it: with a point, never with a power of ten. */
export function decimal(value: number): string {
	const text = String(value);
	return text.includes('e')
		? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
		: text;
}

const cell = (value: string | number | null): string =>
	value === null ? '' : typeof value === 'number' ? decimal(value) : value;

/** Figures as CSV, sorted by indicator, area, period and group: the same figures are the same bytes. */
export function tidyCsv(rows: readonly TidyRow[]): string {
	const sorted = rows.toSorted(
		(a, b) =>
			compare(a.indicator, b.indicator) ||
			compare(a.area, b.area) ||
			compare(a.period, b.period) ||
			compare(a.breakdown, b.breakdown)
	);
	const lines = sorted.map((row) => columns.map((column) => cell(row[column])).join(','));
	return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** Boundaries as GeoJSON, one area per line, sorted by code. */
export function geoJson(boundaries: readonly Boundary[]): string {
	const lines = boundaries
		.toSorted((a, b) => compare(a.code, b.code))
		.map(({ code, name, level, geometry }) =>
			JSON.stringify({ type: 'Feature', id: code, properties: { code, name, level }, geometry })
		);
	return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Rows that no file of figures may hold: malformed ones, and more than one of the same. */
function wrongRows(rows: readonly TidyRow[], file: string): FetchProblem | undefined {
	const seen = new Set<string>();
	for (const row of rows) {
		const result = tidyRow.safeParse(row, { reportInput: true });
		const key = [row.indicator, row.area, row.period, row.breakdown].join(', ');
		const issue = result.error?.issues[0];
		if (issue)
			return FetchProblem.of(
				file,
				`bij ${key} voor "${issue.path.join('.')}" ${expectation(issue)}`,
				issue.input
			);
		if (seen.has(key)) return FetchProblem.of(file, 'elke waarneming één keer', key);
		seen.add(key);
	}
	return undefined;
}

/** What a run gives besides what an adapter brought in, made ready for `data/`. */
export interface Landed {
	/** Where the feed brings in accounts: their lines, in the place of the figures. */
	accounts?: { of: string[]; lines: string[] } | undefined;
	/** Codes of changed borders, with the older codes that an editor found. */
	changes?: readonly AreaChange[] | undefined;
}

interface Run {
	feed: Feed;
	/** The source in `sources.yaml`, for what the service does not say. */
	source?: Source | undefined;
	used: readonly { address: string; hash: string; bytes: number; fetched: string }[];
}

/** First part of the names of a feed's files: only figures have a file of their source to themselves. */
export const stemOf = ({ id, source, accounts, measures, file }: Feed): string =>
	accounts || (measures.length === 0 && file === undefined) ? id : source;

/** What a run gives: the text of each file by its name. */
export function outputOf(
	{ info, rows, boundaries = [], labels, remarks }: Fetched,
	{ accounts, changes = [] }: Landed,
	{ feed, source, used }: Run
): { receipt: Receipt; files: Map<string, string> } {
	const file = used.at(-1)?.address ?? feed.id;
	const wrong = wrongRows(rows, file);
	if (wrong) throw wrong;
	if (rows.length + boundaries.length + changes.length === 0 || accounts?.lines.length === 0)
		throw FetchProblem.of(file, 'minstens één cijfer voor de gebieden, perioden en maten van deze feed');
	const stem = stemOf(feed);
	const files = new Map<string, string>();
	const add = (name: string, text: string) => {
		files.set(`${stem}.${name}`, text);
		return hashOf(text);
	};
	const year = feed.boundaries;
	const publisher = info.publisher ?? source?.publisher;
	const licence = info.licence ?? source?.licence;
	const made = receipt.parse({
		feed: feed.id,
		source: feed.source,
		adapter: feed.adapter,
		table: info.table,
		title: info.title,
		...(publisher && { publisher }),
		...(licence && { licence }),
		...(info.modified && { modified: info.modified }),
		retrieved: used.map(({ fetched }) => fetched).reduce((a, b) => (a > b ? a : b)),
		addresses: used.map(({ address, hash, bytes }) => ({ address, hash, bytes })),
		...(!accounts && rows.length > 0 && { rows: rows.length, hash: add('csv', tidyCsv(rows)) }),
		...(accounts && {
			accounts: {
				of: accounts.of,
				rows: accounts.lines.length,
				hash: add('csv', accountsCsv(accounts.lines))
			}
		}),
		...(boundaries.length > 0 && {
			boundaries: {
				...(year !== undefined && { year }),
				rows: boundaries.length,
				hash: add('geojson', geoJson(boundaries))
			}
		}),
		...(changes.length > 0 && {
			changes: { year, rows: changes.length, hash: add('areas.csv', changesCsv(changes)) }
		}),
		...(labels && { labels }),
		remarks
	});
	add('receipt.json', `${JSON.stringify(made, null, '\t')}\n`);
	return { receipt: made, files };
}

/** Writes the files of a run together: all beside their places first, so that nothing is ever half there. */
export function writeOutput(folder: string, files: ReadonlyMap<string, string>): void {
	mkdirSync(folder, { recursive: true });
	const beside = mkdtempSync(join(folder, '.fetch-'));
	try {
		for (const [name, text] of files) writeFileSync(join(beside, name), text);
		for (const name of files.keys()) renameSync(join(beside, name), join(folder, name));
	} finally {
		rmSync(beside, { recursive: true, force: true });
	}
}
