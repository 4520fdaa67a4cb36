import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { databaseWithoutFigures } from '#lib/db/parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = join(folder, 'data');

function build(...words: string[]): void {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'scripts/build-data.ts', '--cache', folder, '--published', published, ...words],
		{ encoding: 'utf8' }
	);
	expect(stderr).toBe('');
	expect(status).toBe(0);
}

test('more figures than may be together are published per indicator, and fewer no more', async () => {
	build('--together', '1000');
	const instance = await DuckDBInstance.create(join(folder, 'monitor.duckdb'), { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const reader = await connection.runAndReadAll('select distinct indicator from observation order by all');
	const indicators = reader.getRows().map(([cell]) => String(cell));
	connection.closeSync();
	instance.closeSync();
	expect(readdirSync(join(published, 'per-indicator')).toSorted()).toEqual(
		indicators.map((each) => `${each}.duckdb.gz`).toSorted()
	);
	expect(existsSync(join(published, `${databaseWithoutFigures}.gz`))).toBe(true);
	expect(existsSync(join(published, 'monitor.duckdb.gz'))).toBe(true);
	build();
	expect(readdirSync(published).filter((name) => /indicator$|zonder/.test(name))).toEqual([]);
}, 240_000);
