import { parse } from 'yaml';
import { feeds } from '#lib/schema/feed.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import type { Fetched } from '#scripts/fetch/adapter.ts';
import { worldOf } from '#scripts/fetch/files.fixture.ts';
import { fetchSwing } from '#scripts/fetch/swing.ts';

/** Reads an export back with the adapter that others' uploads are read with: what it brings in, by table. */
export async function readBack(files: ReadonlyMap<string, string>): Promise<Map<string, Fetched>> {
	const world = worldOf(Object.fromEntries(files));
	const found = new Map<string, Fetched>();
	for (const feed of feeds.parse(parse(files.get('feeds.yaml')!)))
		found.set(feed.source, await fetchSwing(feed, world));
	return found;
}

/** Rows in an order that does not depend on who gives them; -0 is 0. */
export const inOrder = (rows: readonly TidyRow[]): TidyRow[] =>
	rows
		.map(({ indicator, area, period, breakdown, value, lower, upper, n, status }) => {
			const bare = (figure: number | null) => (figure === null ? null : figure + 0);
			return {
				...{ indicator, area, period, breakdown, value: bare(value) },
				...{ lower: bare(lower), upper: bare(upper), n: bare(n), status }
			};
		})
		.toSorted((a, b) => {
			const [one, other] = [a, b].map((row) => [row.indicator, row.area, row.period, row.breakdown].join());
			return one! < other! ? -1 : 1;
		});
