import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParse } from 'd3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { publishable } from '#scripts/disclosure/apply.ts';
import { withOwnCounts } from '#scripts/disclosure/own-counts.fixture.ts';
import { inOrder, readBack } from './upload.fixture.ts';

// Each run of the command reads and checks all data.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a person would. */
function run(...words: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'scripts/export-swing.ts', ...words],
		{ encoding: 'utf8' }
	);
	return { status, stdout, stderr };
}

const filesIn = (path: string): Map<string, string> =>
	new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]));

test('writes a monitor, replaces what it wrote before, and is the same twice', () => {
	const out = join(folder, 'nieuw', 'swing');
	const first = run('--out', out, '--monitor', 'zoetermeer');
	expect(first).toMatchObject({ status: 0, stderr: '' });
	expect(first.stdout).toMatch(/^\d+ bestanden voor Swing staan in .*: Zoetermeer\.\n$/);
	const before = filesIn(join(out, 'zoetermeer'));
	const listed = csvParse(readFileSync(join(out, 'bestanden.csv'), 'utf8')).map(({ bestand }) => bestand);
	expect(listed.toSorted()).toEqual([...before.keys()].map((name) => `zoetermeer/${name}`).toSorted());
	writeFileSync(join(out, 'zoetermeer/oud.csv'), 'x');
	expect(run('--out', out, '--monitor', 'zoetermeer').status).toBe(0);
	expect(filesIn(join(out, 'zoetermeer'))).toEqual(before);
	expect(readdirSync(join(folder, 'nieuw'))).toEqual(['swing']);
});

test.each([
	[[], /--out ontbreekt/],
	[['--out'], /De opties zijn --out/],
	[['--out', ''], /Geef bij --out een map/],
	[['--wat', 'x'], /De opties zijn --out/],
	[['--out', 'package.json'], /is een bestand, en geen map/],
	[['--out', 'data'], /niet leeg, en het is geen eerdere export/],
	[['--out', '/dev/null/map', '--monitor', 'zoetermeer'], /is niet te schrijven \(\w+\)/]
])('refuses %j', (words, message) => {
	const { status, stderr } = run(...words);
	expect(status).toBe(1);
	expect(stderr).toMatch(message);
	expect(stderr).not.toMatch(/\bat .*\.ts:/);
});

test('an unknown monitor is told which there are, and nothing is written', () => {
	const out = join(folder, 'swing');
	const { status, stderr } = run('--out', out, '--monitor', 'delft');
	expect([status, stderr]).toEqual([
		1,
		'Er is geen monitor "delft". Kies uit: westerkwartier, westland, zoetermeer.\n'
	]);
	expect(existsSync(out)).toBe(false);
});

test('small counts of an own table are hidden, as on the site', async () => {
	const data = withOwnCounts();
	const out = join(folder, 'swing');
	mkdirSync(out);
	expect(run('--data', data, '--out', out, '--monitor', 'zoetermeer')).toMatchObject({ status: 0 });
	const files = filesIn(join(out, 'zoetermeer'));
	const loaded = load(data);
	const { dataset } = await publishable(loaded, check(loaded).dataset!);
	const published = dataset!.observations.filter(({ table }) => table === 'eigen-telling');
	const hidden = published.filter(({ status }) => status === 'suppressed');
	expect(hidden.length).toBeGreaterThan(10);
	const { rows } = (await readBack(files)).get('eigen-telling')!;
	expect(inOrder(rows)).toEqual(inOrder(published));
	const [, ...lines] = files.get('cijfers-eigen-telling-buurt2024.csv')!.trimEnd().split('\n');
	expect(lines.join().split('-99997').length - 1).toBe(
		hidden.filter(({ area }) => area.startsWith('BU')).length
	);
	const drempels = csvParse(files.get('onderwerpen.csv')!).filter(({ indicator }) =>
		indicator!.includes('meldingen')
	);
	expect(drempels.map(({ drempel }) => drempel)).toEqual(['5', '5']);
});
