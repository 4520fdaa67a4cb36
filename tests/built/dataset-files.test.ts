import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { folder } from '../site.ts';
import { csvRows, published } from './published.ts';

const names = filesIn(`${folder}/data`, '.parquet').map((file) => file.replace('.parquet', ''));

type Cell = string | number | boolean | null | undefined;
type Row = Record<string, Cell>;

/** A cell as the CSV writes it; there a text that a spreadsheet would run has an apostrophe in front. */
const written = (value: Cell): string =>
	value === null || value === undefined
		? ''
		: typeof value === 'string'
			? value.replace(/^(?=[=+\-@])/, "'")
			: String(value);

const asWritten = (rows: readonly Row[]): Record<string, string>[] =>
	rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(value)])));

test('every dataset is there in each form', () => {
	const csv = filesIn(`${folder}/data`, '.csv').filter((file) => !file.includes('/'));
	expect(names).toEqual(csv.map((file) => file.replace('.csv', '')));
});

describe.each(names)('%s', (name) => {
	const rows = csvRows(`${name}.csv`);

	test('the Parquet file holds the rows of the CSV, read by other code', async () => {
		const content = published(`${name}.parquet`);
		const file = content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer;
		expect(asWritten(await parquetReadObjects({ file }))).toEqual(rows);
	});

	test('the database holds them too, and says what every column is', async () => {
		const instance = await DuckDBInstance.create(join(folder, 'data', `${name}.duckdb`), {
			access_mode: 'READ_ONLY'
		});
		const connection = await instance.connect();
		const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
		const [table] = await ask('select table_name as name, comment from duckdb_tables()');
		const columns = await ask('select column_name as name, comment from duckdb_columns() where not internal');
		expect(table?.comment).toMatch(/Licentie: .+/);
		expect(columns.map((column) => column.name)).toEqual(Object.keys(rows[0]!));
		expect(columns.filter(({ comment }) => typeof comment !== 'string' || comment.length < 5)).toEqual([]);
		expect(asWritten(await ask(`from ${String(table?.name)}`))).toEqual(rows);
		connection.closeSync();
		instance.closeSync();
	});
});
