import { measurements } from '#lib/db/queries/index.ts';
import { missingSigns } from '#lib/domain/format.ts';
import { licenceOf } from '#lib/domain/licences.ts';
import { statusNames } from '#lib/domain/method.ts';
import { run } from './database.ts';
import { jsonStat } from './metadata/json-stat.ts';
import { model } from './model.ts';

const statuses: Record<string, string> = {
	...Object.fromEntries(
		Object.entries(statusNames).map(([id, { label, meaning }]) => [id, `${label}: ${meaning}`])
	),
	...Object.fromEntries(Object.entries(missingSigns).map(([id, { meaning }]) => [id, meaning])),
	'no-row': 'geen regel: de tabel heeft dit jaar, gebied of deze groep niet'
};

interface Cube {
	table: string;
	indicator: string;
}

/** Which indicators there are in which tables. */
export const cubes = (): Cube[] =>
	model.indicators.flatMap(({ id, tables }) =>
		Object.keys(tables).map((table) => ({ table, indicator: id }))
	);

/** Tables of which there are cubes. */
export const cubeTables = (): string[] => [...new Set(cubes().map(({ table }) => table))];

/** The figures of an indicator in a table as JSON-stat, or `undefined` where that table does not have it. */
export async function cubeOf(table: string, id: string): Promise<unknown> {
	const indicator = model.indicators.find((each) => each.id === id);
	const source = model.sources.find((each) => each.id === table);
	if (!indicator?.tables[table] || !source) return undefined;
	const rows = (await run(measurements, id)).filter((row) => row.table === table);
	const { name, url } = licenceOf(source.licence);
	return jsonStat(rows, {
		title: indicator.title,
		unit: indicator.unit,
		source: `${source.title} (${source.publisher})`,
		note: [indicator.definition, indicator.method],
		statuses,
		areaNames: new Map(
			model.areas
				.filter(({ boundaries }) => boundaries === source.boundaries)
				.map(({ code, name: own }) => [code, own])
		),
		updated: model.asOf,
		licence: { name, ...(url && { url }) }
	});
}

/** All cubes of a table as a collection of JSON-stat, or `undefined` where there are none. */
export function collectionOf(table: string): unknown {
	const own = cubes().filter((cube) => cube.table === table);
	const source = model.sources.find(({ id }) => id === table);
	if (own.length === 0 || !source) return undefined;
	return {
		version: '2.0',
		class: 'collection',
		label: source.title,
		source: source.publisher,
		updated: model.asOf,
		link: {
			item: own.map(({ indicator }) => ({
				class: 'dataset',
				href: `${table}/${indicator}.json`,
				label: model.indicators.find(({ id }) => id === indicator)?.title ?? indicator
			}))
		}
	};
}
