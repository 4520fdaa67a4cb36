import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { feed } from '#lib/schema/feed.ts';
import { tidyRow, type TidyRow } from '#lib/schema/tidy.ts';
import { fillObservations } from '#scripts/database/fill.ts';
import { tables } from '#scripts/database/tables.ts';
import { localWorld } from '#scripts/fetch/local-world.ts';
import { areasIn } from '#scripts/fetch/workbook-areas.ts';
import { fetchXlsx } from '#scripts/fetch/xlsx.ts';
import { tellOutcome } from './national-sums.ts';

const { values, positionals: workbooks } = parseArgs({
	allowPositionals: true,
	options: { folder: { type: 'string', default: '.' } }
});

const source = '50090ned';
const columns = Object.keys(tidyRow.shape) as (keyof TidyRow)[];
const csvLine = (row: TidyRow): string => `${columns.map((column) => row[column] ?? '').join(',')}\n`;

function* checked(rows: readonly TidyRow[]): Generator<TidyRow & { table: string }> {
	for (const row of rows) yield { ...tidyRow.parse(row), table: source };
}

/** Reads the workbooks one after the other, checks every row, builds a database and writes the figures as CSV. */
async function run(): Promise<void> {
	const start = performance.now();
	const instance = await DuckDBInstance.create(join(values.folder, 'national.duckdb'));
	const connection = await instance.connect();
	for (const sql of tables) await connection.run(sql);
	const csv = createWriteStream(join(values.folder, 'national.csv'));
	csv.write(`${columns.join(',')}\n`);
	let writing = 0;
	const world = localWorld('data');
	const all = await areasIn(await world.file(workbooks[0]!));
	const areas = all.filter(({ level }) => level === 'land' || level === 'gemeente').map(({ code }) => code);
	for (const file of workbooks) {
		const asked = feed.parse({
			id: 'land',
			adapter: 'xlsx',
			source,
			file,
			mapping: 'rivm-50090ned',
			areas,
			levels: ['wijk', 'buurt']
		});
		const fetched = await fetchXlsx(asked, world);
		await fillObservations(connection, checked(fetched.rows), new Map([[source, 2020]]));
		const before = performance.now();
		for (const row of fetched.rows) if (!csv.write(csvLine(row))) await once(csv, 'drain');
		writing += performance.now() - before;
	}
	await connection.run('checkpoint');
	const seconds = (performance.now() - start - writing) / 1000;
	csv.end();
	await once(csv, 'finish');
	await tellOutcome(connection, seconds);
}

await run();
