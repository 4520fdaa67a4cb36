import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { publishable } from './apply.ts';
import { withOwnCounts } from './own-counts.fixture.ts';

/** Each run reads and checks all data. */
const timeout = 120_000;

let data: string;
let out: string;
beforeAll(() => {
	data = withOwnCounts();
	out = mkdtempSync(join(tmpdir(), 'doelenboom-'));
}, timeout);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const tsx = (script: string, ...words: string[]) =>
	spawnSync(process.execPath, ['--import', 'tsx', script, ...words], { encoding: 'utf8' });
const build = () =>
	tsx(
		'scripts/build-data.ts',
		'--data',
		data,
		'--cache',
		join(out, 'cache'),
		'--published',
		join(out, 'public')
	);
const release = (date: string) => tsx('scripts/release.ts', '--data', data, '--date', date);

interface Row {
	indicator: string;
	area: string;
	value: number | null;
	status: string;
}

async function published(): Promise<Row[]> {
	const instance = await DuckDBInstance.create(join(out, 'public/monitor.duckdb'), {
		access_mode: 'READ_ONLY'
	});
	const connection = await instance.connect();
	const reader = await connection.runAndReadAll(
		`select indicator, area, value, status from observation where "table" = 'eigen-telling' order by 1, 2`
	);
	const rows = reader.getRowObjectsJS() as unknown as Row[];
	connection.closeSync();
	instance.closeSync();
	return rows;
}

const truth = (): Row[] =>
	readFileSync(join(data, 'observations/eigen-telling.csv'), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(','))
		.map(([indicator, area, , , value]) => ({
			...{ indicator: indicator!, area: area!, value: Number(value), status: 'definitive' }
		}))
		.toSorted((a, b) => (`${a.indicator} ${a.area}` < `${b.indicator} ${b.area}` ? -1 : 1));

test('the database holds no small count, and says how many were hidden', { timeout }, async () => {
	const { status, stdout, stderr } = build();
	expect(stderr).toBe('');
	expect(status).toBe(0);
	const rows = await published();
	const counts = rows.filter(({ indicator }) => indicator === 'meldingen');
	const small = truth().filter(
		({ indicator, value }) => indicator === 'meldingen' && value! > 0 && value! < 5
	);
	expect(small.length).toBeGreaterThan(5);
	for (const { area } of small)
		expect(counts.find((each) => each.area === area)).toMatchObject({ value: null, status: 'suppressed' });
	const hidden = rows.filter(({ value }) => value === null);
	expect(hidden.every(({ status: own }) => own === 'suppressed')).toBe(true);
	const [, primary, secondary] = /zijn er (\d+) verborgen om de grens, en (\d+) om/.exec(stdout) ?? [];
	expect(Number(primary) + Number(secondary)).toBe(hidden.length);
	expect(Number(secondary)).toBeGreaterThan(0);
	const shown = truth().filter((_, i) => rows[i]!.value !== null);
	expect(shown).toEqual(rows.filter(({ value }) => value !== null));
});

test('a release holds the same, and hides the same the next time', { timeout }, async () => {
	expect(release('2026-12-01').status).toBe(0);
	const values = readFileSync(join(data, 'releases/2026-12-01/values.csv'), 'utf8').trim().split('\n');
	const rows = await published();
	const own = values.filter((line) => line.startsWith('eigen-telling,'));
	expect(own).toHaveLength(rows.length);
	for (const { indicator, area, value, status } of rows)
		expect(own).toContain(`eigen-telling,${indicator},${area},2025,totaal,${value ?? ''},${status}`);
	expect(build().status).toBe(0);
	expect(await published()).toEqual(rows);
});

test('a count that a release gave away refuses the build, by its name', { timeout }, async () => {
	const rows = await published();
	const { value } = truth().find(
		({ indicator, area }) => indicator === 'meldingen' && area === 'BU06370002'
	)!;
	expect(
		rows.find(({ indicator, area }) => indicator === 'meldingen' && area === 'BU06370002')?.value
	).toBeNull();
	const file = join(data, 'releases/2026-12-01/values.csv');
	const text = readFileSync(file, 'utf8');
	const line = 'eigen-telling,meldingen,BU06370002,2025,totaal,';
	expect(text).toContain(`${line},suppressed`);
	cpSync(file, join(out, 'values.csv'));
	writeFileSync(file, text.replace(`${line},suppressed`, `${line}${value},definitive`));
	const { status, stderr } = build();
	cpSync(join(out, 'values.csv'), file);
	expect(status).toBe(1);
	expect(stderr).toContain(
		`er staat ${value}, verwacht: een cijfer dat geheim kan blijven; dit kleine aantal ` +
			`(meldingen BU06370002 2025 totaal) is terug te rekenen uit wat al openbaar is (de uitgave van 2026-12-01): ` +
			`het is precies ${value}. Haal het weg, of zet het met een reden in disclosure-exceptions.yaml`
	);
	expect(stderr).toMatch(/data\/observations\/eigen-telling\.csv:\d+:5: /);
	expect(await published()).toEqual(rows);
	expect(existsSync(join(out, 'cache/monitor.duckdb.new'))).toBe(false);
});

test('data without own counts are left as they are', { timeout }, async () => {
	const loaded = load('data');
	const { dataset } = check(loaded);
	const result = await publishable(loaded, dataset!);
	expect(result.dataset).toBe(dataset);
	expect(result).toMatchObject({ problems: [], told: [] });
});
