import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as catalogue from '#lib/db/queries/index.ts';
import type { Query, Value } from '#lib/db/query.ts';
import { toResult } from '#lib/domain/sql/answer.ts';
import type { Model } from '#lib/schema/model.ts';
import { startNative, startWasm, wasmRows, type Wasm } from './engines.ts';
import { queryParameters } from './query-parameters.ts';

const queries = Object.values(catalogue as Record<string, unknown>).filter(
	(each): each is Query<unknown> => typeof each === 'object' && each !== null && 'sql' in each
);

let native: DuckDBConnection;
let wasm: Wasm;

beforeAll(async () => {
	native = await startNative();
	wasm = await startWasm();
}, 60_000);

afterAll(() => {
	native.closeSync();
	wasm.close();
});

async function onNative(query: Query<unknown>, values: readonly Value[]): Promise<unknown[]> {
	const reader = await native.runAndReadAll(query.sql, [...values]);
	return reader.getRowObjectsJS();
}

function onWasm(query: Query<unknown>, values: readonly Value[]): unknown[] {
	const statement = wasm.prepare(query.sql);
	try {
		return wasmRows(statement.query(...values));
	} finally {
		statement.close();
	}
}

test('both engines are the same version of DuckDB', async () => {
	const sql = 'select version() as version';
	const [one] = (await native.runAndReadAll(sql)).getRowObjectsJS();
	expect(wasmRows(wasm.query(sql))).toEqual([one]);
});

test('every query has parameters to be tested with, and there are no others', () => {
	expect(Object.keys(queryParameters).toSorted()).toEqual(queries.map(({ name }) => name).toSorted());
});

test('every query of the catalogue is exported from its index', () => {
	expect(queries.map(({ name }) => name)).toEqual(
		Object.entries(catalogue)
			.filter(([, each]) => queries.includes(each as never))
			.map(([name]) => name)
	);
});

describe.each(queries.map((query) => ({ name: query.name, query })))('$name', ({ name, query }) => {
	test.each(queryParameters[name] ?? [])('answers the same for %j', async (...values: Value[]) => {
		expect(values).toHaveLength(query.params.length);
		const rows = (await onNative(query, values)).map((row) => query.row.parse(row));
		expect(rows.length).toBeGreaterThan(0);
		expect(onWasm(query, values).map((row) => query.row.parse(row))).toEqual(rows);
	});

	test('names all the columns it returns', async () => {
		const [values] = queryParameters[name] ?? [];
		const [row] = await onNative(query, values ?? []);
		expect(query.row.parse(row)).toEqual(row);
	});
});

const { questions } = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;

/** What a page makes of rows, so that a bigint and a number that are equal are the same. */
const plain = (names: readonly string[], rows: readonly unknown[][]) =>
	toResult({ columns: names.map((name) => ({ name, type: 'Utf8' })), rows, cut: false });

test.each(questions.map(({ id, sql }) => ({ id, sql })))(
	'the saved question $id answers the same',
	async ({ sql }) => {
		const reader = await native.runAndReadAll(sql);
		const names = reader.columnNames();
		const asText = (cell: unknown) => (cell instanceof Date ? Number(cell) : cell);
		const rows = reader.getRowsJS().map((row) => row.map(asText));
		const table = wasm.query(sql);
		const same = table
			.toArray()
			.map((row: { toJSON: () => Record<string, unknown> }) => Object.values(row.toJSON()));
		expect(table.schema.fields.map(({ name }) => name)).toEqual(names);
		expect(plain(names, same).rows.length).toBeGreaterThan(0);
		expect(plain(names, same)).toEqual(plain(names, rows));
	}
);
