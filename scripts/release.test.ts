import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { rollup } from 'd3';
import { release } from '#lib/schema/release.ts';
import { check } from './check/rules.ts';
import { load } from './check/load.ts';

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
	['release.json', 'values.csv', 'figures.csv', 'amounts.csv', 'report-verdicts.csv'].map((name) =>
		readFileSync(join(folder, 'releases', date, name), 'utf8')
	);

test('the same data and day give the same bytes', { timeout }, () => {
	make('2026-11-23');
	const once = read('2026-11-23');
	make('2026-11-23');
	expect(read('2026-11-23')).toEqual(once);
	expect(once[1]!.split('\n').length).toBeGreaterThan(20_000);
});

test('figures of documents and amounts are in it as the data have them, beside an older release that has none', () => {
	const rows = (text: string) => parse(text, { columns: true }) as Record<string, string>[];
	const [json, , figures, amounts] = read('2026-11-23');
	const own = readdirSync('data/monitors').flatMap((monitor) =>
		rows(readFileSync(`data/monitors/${monitor}/figures.csv`, 'utf8')).map((row) => ({ monitor, ...row }))
	);
	const inOrder = (all: object[]) => all.map((row) => JSON.stringify(row)).toSorted();
	expect(own.length).toBeGreaterThan(150);
	expect(inOrder(rows(figures!))).toEqual(inOrder(own));
	const spent = rows(readFileSync('data/expenditure/iv3.csv', 'utf8')).map((row) => ({
		...row,
		value: String(Number(row['value']))
	}));
	expect(inOrder(rows(amounts!))).toEqual(inOrder(spent));
	const { documents } = release.parse(JSON.parse(json!));
	const ids = new Set(documents!.map(({ id }) => id));
	expect(own.map((row) => (row as Record<string, string>)['document']).filter((id) => !ids.has(id!))).toEqual(
		[]
	);

	cpSync('data/releases/2026-11-26', join(folder, 'releases/2026-11-26'), { recursive: true });
	const loaded = load(folder);
	expect(check(loaded).problems).toEqual([]);
	expect(loaded.releases.map(({ day, figures: of }) => [day, of?.rows.length])).toEqual([
		['2026-11-23', own.length],
		['2026-11-26', undefined]
	]);
	rmSync(join(folder, 'releases/2026-11-26'), { recursive: true });
});

test(
	'verdicts on the day of each report are those of that day, whatever the day of the release',
	{ timeout },
	() => {
		make('2026-11-23');
		const rows = parse(read('2026-11-23')[4]!, { columns: true }) as Record<string, string>[];
		const { model } = check(load(folder)).dataset!;
		const reports = model.monitors.flatMap(({ monitor, reports: own, goals }) =>
			own.map(({ period, asOf }) => [monitor.slug, period, asOf, goals.length].join())
		);
		const kept = rollup(
			rows,
			(own) => own.length,
			({ monitor, period, date }) => [monitor, period, date].join()
		);
		expect([...kept].map(([report, goals]) => `${report},${goals}`).toSorted()).toEqual(reports.toSorted());

		const day = '2018-04-26';
		make(day);
		const { monitors } = release.parse(JSON.parse(read(day)[0]!));
		const westland = monitors.find(({ slug }) => slug === 'westland')!;
		const own = rows.filter(({ monitor, date }) => monitor === 'westland' && date === day);
		expect(
			Object.fromEntries(own.map(({ goal, status, sentence }) => [goal, `${status} ${sentence}`]))
		).toEqual(
			Object.fromEntries(
				westland.goals.map(({ id, verdict: { status, sentence } }) => [id, `${status} ${sentence}`])
			)
		);
		rmSync(join(folder, 'releases', day), { recursive: true });
	}
);

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
