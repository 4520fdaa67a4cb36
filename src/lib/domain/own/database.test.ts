import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { headerBytes, isDatabase, isWhole } from './database.ts';

const folder = mkdtempSync(join(tmpdir(), 'database-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function databaseWith(...sql: string[]): Promise<Uint8Array> {
	const path = join(folder, `${sql.length}.duckdb`);
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	for (const each of sql) await connection.run(each);
	connection.closeSync();
	instance.closeSync();
	return readFileSync(path);
}
const looksWhole = (bytes: Uint8Array) => isWhole(bytes.subarray(0, headerBytes), bytes.length);

test.each([
	['nothing', []],
	['a table', ['create table t as select 1']],
	[
		'a table that was dropped',
		['create table t as select range from range(300000)', 'checkpoint', 'drop table t', 'checkpoint']
	]
])('a database with %s is whole, and is not without its end', async (_, sql) => {
	const bytes = await databaseWith(...sql);
	expect(isDatabase(bytes)).toBe(true);
	expect(looksWhole(bytes)).toBe(true);
	expect(looksWhole(bytes.subarray(0, -1))).toBe(false);
	expect(looksWhole(bytes.subarray(0, 5000))).toBe(false);
});
