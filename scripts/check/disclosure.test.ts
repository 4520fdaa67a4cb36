import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withOwnCounts } from '#scripts/disclosure/own-counts.fixture.ts';
import { replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const expectedOf = (change: (lines: string[]) => string[]) =>
	check(load(withOwnCounts(change))).problems.map(({ line, column, value, expected }) => ({
		...{ line, column, value, expected }
	}));

test('an own table is in order', () => {
	expect(expectedOf((lines) => lines)).toEqual([]);
});

test('an own count has no margin, which could give away what is hidden', () => {
	const change = ([first, ...rest]: string[]) => [first!.replace(',,,,', ',1,,50,'), ...rest];
	expect(expectedOf(change)).toEqual([
		{ line: 2, column: 6, value: 1, expected: 'niets bij "lower": een eigen telling heeft geen marge' },
		{ line: 2, column: 8, value: 50, expected: 'niets bij "n": een eigen telling heeft geen marge' }
	]);
});

test('an own percentage needs a whole', () => {
	const change = (lines: string[]) => [...lines, 'jeugdzorg,GM0637,2025,totaal,10,,,,definitive'];
	expect(expectedOf(change).map(({ expected }) => expected)).toEqual([
		'een indicator die in indicators.yaml de tabel eigen-telling heeft',
		'een indicator met denominator, want dit is een eigen tabel'
	]);
});

test('a figure of two own tables has one value', () => {
	const folder = withOwnCounts();
	const source = ['id: eigen-twee', 'kind: table', 'title: Twee', 'publisher: Wij', 'licence: CC BY 4.0'];
	appendFileSync(join(folder, 'sources.yaml'), `- ${source.join('\n  ')}\n  boundaries: 2024\n  own: true\n`);
	replace(folder, 'indicators.yaml', 'eigen-telling: meldingen\n', 'eigen-telling: m\n      eigen-twee: m\n');
	writeFileSync(
		join(folder, 'observations/eigen-twee.csv'),
		'indicator,area,period,breakdown,value,lower,upper,n,status\nmeldingen,GM0637,2025,totaal,1,,,,definitive\n'
	);
	const [problem, ...rest] = check(load(folder)).problems;
	expect(rest).toEqual([]);
	expect(problem).toMatchObject({ file: 'data/observations/eigen-twee.csv', line: 2, column: 5, value: 1 });
	expect(problem?.expected).toMatch(/^dezelfde waarde als in een andere eigen tabel \(\d+\)$/);
});
