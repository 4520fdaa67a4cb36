import { rollups } from 'd3';
import { restore } from '#lib/domain/csv.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Labels } from '#lib/schema/receipt.ts';
import { toAreaCode } from '#lib/domain/area-code.ts';
import type { World } from './adapter.ts';
import { namedRows, type NamedRow } from './named-rows.ts';
import { sourceFile } from './source-file.ts';

const inOrder = (pairs: readonly (readonly [string, string])[]): Record<string, string> =>
	Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));

/**
 * What the tables beside a Swing upload call its subjects (with their units), groups and areas.
 * @returns `undefined` where the feed names no such table
 */
export async function readLabels(feed: Feed, world: World): Promise<Labels | undefined> {
	const { subjects, places } = feed.swing ?? {};
	if (subjects === undefined && places === undefined) return undefined;
	const read = async <Name extends string>(
		file: string | undefined,
		columns: readonly Name[]
	): Promise<NamedRow<Name>[]> =>
		file === undefined ? [] : namedRows(await sourceFile({ ...feed, file }, world), columns);
	const byCode = new Map(feed.measures.map((each) => [each.name.toLowerCase(), each]));
	const named = (await read(subjects, ['onderwerp', 'naam', 'groep', 'eenheid'])).flatMap(({ cells }) => {
		const measure = byCode.get(cells.onderwerp.toLowerCase());
		return measure ? [{ ...cells, naam: restore(cells.naam), indicator: measure.indicator }] : [];
	});
	const years = feed.boundaries === undefined ? '' : String(feed.boundaries);
	return {
		measures: inOrder(
			rollups(
				named,
				(own) => own.map(({ naam, eenheid }) => `${naam} (${eenheid})`).join('; '),
				({ indicator }) => indicator
			)
		),
		groups: inOrder(named.map(({ onderwerp, groep }) => [`onderwerp ${onderwerp}`, restore(groep)])),
		areas: inOrder(
			(await read(places, ['gebied', 'naam', 'grenzen'])).flatMap(({ cells }) => {
				const code = toAreaCode(cells.gebied);
				const isOurs = code !== undefined && (years === '' || cells.grenzen === years);
				return isOurs ? [[code, restore(cells.naam)] as const] : [];
			})
		)
	};
}
