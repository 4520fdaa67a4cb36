import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnsOf } from '#lib/db/file-columns.ts';
import { datasetsOf } from '#lib/db/datasets.ts';
import { columnTexts } from '#lib/db/columns.ts';
import { commentsOn } from './comments.ts';
import { writeDatasets } from './files.ts';

const database = '.cache/monitor.duckdb';
const folder = mkdtempSync(join(tmpdir(), 'doelenboom-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
	if (!existsSync(database)) throw new Error(`There is no ${database}: run npm run data first`);
});

const hashes = () =>
	Object.fromEntries(
		readdirSync(folder).map((name) => [
			name,
			createHash('sha256')
				.update(readFileSync(join(folder, name)))
				.digest('hex')
		])
	);

test('the same rows give the same bytes, and nothing else is left', async () => {
	const datasets = datasetsOf([], ['84799ned', '50150ned']);
	await writeDatasets(database, datasets, folder);
	const once = hashes();
	expect(Object.keys(once).toSorted()).toEqual(
		datasets.flatMap(({ name }) => [`${name}.duckdb`, `${name}.parquet`]).toSorted()
	);
	await writeDatasets(database, datasets, folder);
	expect(hashes()).toEqual(once);
});

test('a table with a quote in its id is a value, never SQL', async () => {
	const [own] = datasetsOf([], ["x'; drop table area; --"]);
	await writeDatasets(database, [{ ...own!, name: 'proef' }], folder);
	const instance = await DuckDBInstance.create(join(folder, 'proef.duckdb'));
	const connection = await instance.connect();
	const [row] = (await connection.runAndReadAll('select count(*)::int as rows from proef')).getRowObjectsJS();
	expect(row).toEqual({ rows: 0 });
	connection.closeSync();
	instance.closeSync();
});

test('every table and every column of the database says what it is', async () => {
	const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
	const tables = await ask('select table_name as name, comment from duckdb_tables() where not internal');
	const columns = await ask(`
select c.table_name || '.' || c.column_name as name, c.comment
from duckdb_columns() c
join duckdb_tables() t on t.table_oid = c.table_oid and t.database_oid = c.database_oid
where not t.internal`);
	const silent = [...tables, ...columns].filter(
		({ comment }) => typeof comment !== 'string' || comment.length < 5
	);
	expect(silent.map(({ name }) => name)).toEqual([]);
	const described = Object.entries(columnTexts).flatMap(([table, own]) =>
		Object.keys(own).map((column) => `${table}.${column}`)
	);
	expect(described.filter((name) => !columns.some((column) => column['name'] === name))).toEqual([]);
	connection.closeSync();
	instance.closeSync();
});

test('a comment holds whatever it says', async () => {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run('create table "a ""b""" ("from" int)');
	const [table, column] = commentsOn('a "b"', { from: "'t; drop table" }, "het 'geheel'");
	await connection.run(table!);
	await connection.run(column!);
	const rows = (
		await connection.runAndReadAll('select comment from duckdb_columns() where not internal')
	).getRowObjectsJS();
	expect(rows).toEqual([{ comment: "'t; drop table" }]);
	connection.closeSync();
	instance.closeSync();
});

test('the type of a column follows from what its query promises', () => {
	const columns = new Map(
		datasetsOf([], ['x']).flatMap(({ name, query }) =>
			columnsOf(query).map((each) => [`${name}.${each.name}`, each])
		)
	);
	expect(columns.get('waarnemingen-x.period')).toMatchObject({ type: 'integer', optional: false });
	expect(columns.get('waarnemingen-x.value')).toMatchObject({ type: 'number', optional: true });
	expect(columns.get('waarnemingen-x.breakdown')?.options).toEqual(['18+', '65+', 'totaal']);
	expect(columns.get('doelen.deadline')).toMatchObject({ type: 'date', optional: true });
	expect(columns.get('gebieden.label_derived')).toMatchObject({ type: 'boolean', optional: false });
	expect(columns.get('cijfers-uit-stukken.remark')).toMatchObject({ type: 'string', optional: true });
	expect([...columns.values()].filter(({ text }) => text.length < 5)).toEqual([]);
});
