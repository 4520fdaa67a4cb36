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
			expect(await one(`select ${literal(value)} as ${identifier(name)}`)).toEqual([{ [name]: value }]);
		}),
		{ examples: [["'; drop table x; --", '"; drop table x; --']] }
	);
});

test('values take the places they are asked for, and only those', () => {
	expect(writeOut("\nselect $1, '$1', $2, $3", ["a'b", 2018])).toBe("select 'a''b', '$1', 2018, $3");
	expect(writeOut('select $1', ['$2'])).toBe("select '$2'");
});
