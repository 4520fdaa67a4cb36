import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { feed } from '#lib/schema/feed.ts';
import type { Dataset } from '#lib/schema/model.ts';
import { tidyRow, type TidyRow } from '#lib/schema/tidy.ts';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { sameBytes } from '#scripts/database/files.ts';
import { fill, fillObservations } from '#scripts/database/fill.ts';
import { writeParts } from '#scripts/database/parts.ts';
import { localWorld } from '#scripts/fetch/local-world.ts';
import { areasIn } from '#scripts/fetch/workbook-areas.ts';
import { fetchXlsx } from '#scripts/fetch/xlsx.ts';
import { toAreas } from '#scripts/new-monitor/area-names.ts';
import { table, workbooksIn } from '#scripts/new-monitor/read-country.ts';
import { tellOutcome } from './national-sums.ts';

const { values } = parseArgs({
	options: { from: { type: 'string', default: '' }, out: { type: 'string', default: '.' } }
});

/** Year of the boundaries of the workbooks. */
const boundaries = 2020;

function* checked(rows: readonly TidyRow[]): Generator<TidyRow & { table: string }> {
	for (const row of rows) yield { ...tidyRow.parse(row), table };
}

/** The data of this site without the figures that the workbooks have of every area. */
function others(): Dataset {
	const { dataset } = check(load('data'));
	if (!dataset) throw new Error('data/ is not in order: run npm run check');
	return { ...dataset, observations: dataset.observations.filter((each) => each.table !== table) };
}

/**
 * Makes what a publisher with the figures of the whole country would publish: the data of this site with all areas and
 * figures of the workbooks, in a database and in files per indicator.
 */
async function run(): Promise<void> {
	const start = performance.now();
	const world = localWorld('data');
	const workbooks = workbooksIn(values.from);
	const found = await areasIn(await world.file(workbooks[0]!));
	const { model, ...rest } = others();
	const known = new Map(model.areas.map((area) => [`${area.code}/${area.boundaries}`, area]));
	const named = new Map(model.areas.map(({ code, name }) => [code, name]));
	const all = toAreas(found, named, boundaries);
	for (const area of all)
		known.set(
			`${area.code}/${boundaries}`,
			known.get(`${area.code}/${boundaries}`) ??
				(area.level === 'land' ? { ...area, parent: '', name: 'Nederland' } : area)
		);
	const path = join(values.out, 'monitor.duckdb');
	const instance = await DuckDBInstance.create(path, sameBytes);
	const connection = await instance.connect();
	await fill(connection, { ...rest, model: { ...model, areas: [...known.values()] } });
	const areas = found.filter(({ level }) => level === 'land' || level === 'gemeente').map(({ code }) => code);
	for (const file of workbooks) {
		const asked = feed.parse({
			...{ id: 'land', adapter: 'xlsx', source: table, file, mapping: 'rivm-50090ned', areas },
			levels: ['wijk', 'buurt']
		});
		const { rows } = await fetchXlsx(asked, world);
		await fillObservations(connection, checked(rows), new Map([[table, boundaries]]));
	}
	await connection.run('checkpoint');
	await tellOutcome(connection, (performance.now() - start) / 1000);
	connection.closeSync();
	instance.closeSync();
	await writeParts(path, values.out);
}

await run();
