import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { release } from '#lib/schema/release.ts';

/** Each run reads and checks all data. */
const timeout = 120_000;

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	cpSync('data', folder, { recursive: true });
	rmSync(join(folder, 'releases'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const make = (date: string) =>
	execFileSync(
		process.execPath,
		['--import', 'tsx', 'scripts/release.ts', '--data', folder, '--date', date],
		{
			stdio: 'pipe'
		}
	);
const read = (date: string) =>
	['release.json', 'values.csv'].map((name) => readFileSync(join(folder, 'releases', date, name), 'utf8'));

test('the same data and day give the same bytes', { timeout }, () => {
	make('2026-11-23');
	const once = read('2026-11-23');
	make('2026-11-23');
	expect(read('2026-11-23')).toEqual(once);
	expect(once[1]!.split('\n').length).toBeGreaterThan(20_000);
});

test('another day gives the verdicts of that day', { timeout }, () => {
	make('2018-04-26');
	const { date, monitors } = release.parse(JSON.parse(read('2018-04-26')[0]!));
	expect(date).toBe('2018-04-26');
	const westland = monitors.find(({ slug }) => slug === 'westland')!;
	expect(westland.goals.find(({ id }) => id === 'minder-eenzaamheid')?.verdict.status).toBe('no-indicator');
	expect(westland.goals.map(({ verdict }) => verdict.status)).toContain('not-started');
});

test('what is no day is refused', { timeout }, () => {
	expect(() => make('2026-02-30')).toThrow(/een dag voor de oordelen/);
});
