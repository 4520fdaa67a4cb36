import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identifier, literal, writeOut } from './write.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => connection.closeSync());

const one = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();

test('any text comes out of the engine as it went in, whatever stands in it', async () => {
	const text = fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll('\0', ''));
	await fc.assert(
		fc.asyncProperty(text, text.filter(Boolean), async (value, name) => {
			const reader = await connection.runAndReadAll(`select ${literal(value)} as ${identifier(name)}`);
			expect([reader.columnNames(), reader.getRowsJS()]).toEqual([[name], [[value]]]);
		}),
		{ examples: [["'; drop table x; --", '"; drop table x; --']] }
	);
});

test('values take the places they are asked for, and only those', () => {
	expect(writeOut("\nselect $1, '$1', $2, $3", ["a'b", 2018])).toBe("select 'a''b', '$1', 2018, $3");
	expect(writeOut('select $1', ['$2'])).toBe("select '$2'");
});

test('a list of codes is written as a list, and gives the same rows', async () => {
	const sql =
		"select $1 as x where 'b' in (select unnest(string_split($2, ','))) and 2 in (select unnest(string_split($3, ','))::int)";
	const written = writeOut(sql, ['a', "b,c'd", '1,2']);
	expect(written).toBe("select 'a' as x where 'b' in ('b', 'c''d') and 2 in (1, 2)");
	expect(await one(written)).toEqual([{ x: 'a' }]);
	expect(writeOut(sql, ['a', 'b', '1); drop table x'])).toContain('in (NaN)');
});
