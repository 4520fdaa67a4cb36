import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const map = 'areas/wijken-2024.geojson';
const real = readFileSync(join('data', map), 'utf8').split('\n');

/** The first wijk stands on line 2. */
const head =
	'{"type":"Feature","id":"WK063700","properties":{"code":"WK063700","name":"Centrum","level":"wijk"}';
const columnOf = (text: string): number => real[1]!.indexOf(text) + 1;
const first = '[4.514712465251455,52.05673968815945]';

/** The real map with other lines, in the order in which they were. */
const problemsOf = (change: (lines: string[]) => string[]): string[] =>
	check(
		load(
			broken((folder) => writeFileSync(join(folder, map), change([...real]).join('\n'))),
			'zoetermeer'
		)
	).problems.map(formatProblem);

const inFirst =
	(from: string, to: string) =>
	(lines: string[]): string[] => {
		expect(lines[1]).toContain(from);
		return lines.with(
			1,
			lines[1]!.replace(from, () => to)
		);
	};

describe('a map that is not in order is named with its place', () => {
	test.each<[name: string, change: (lines: string[]) => string[], shown: string]>([
		[
			'an area that is not there on these boundaries',
			(lines) => lines.with(1, lines[1]!.replaceAll('WK063700', 'WK063707')),
			`data/${map}:1:40: verwacht: ook de grens van WK063700 (Centrum): een kaart heeft elke wijk van een gemeente\n` +
				`data/${map}:2:56: er staat "WK063707", verwacht: een gebied op de grenzen van 2024`
		],
		[
			'a code that is none',
			inFirst('"code":"WK063700"', '"code":"WK06"'),
			`data/${map}:2:56: er staat "WK06", verwacht: voor "code" een gebiedscode als GM1783, WK178301 of BU17830101`
		],
		[
			'two codes for one area',
			inFirst('"id":"WK063700"', '"id":"WK063701"'),
			`data/${map}:2:24: er staat "WK063701", verwacht: dezelfde code als bij properties: WK063700`
		],
		[
			'the same wijk twice',
			(lines) => lines.toSpliced(2, 0, lines[1]!),
			`data/${map}:3:56: er staat "WK063700", verwacht: elk gebied één keer`
		],
		[
			'a wijk that is left out',
			(lines) => lines.toSpliced(2, 1),
			`data/${map}:1:40: verwacht: ook de grens van WK063701 (Meerzicht): een kaart heeft elke wijk van een gemeente`
		],
		[
			'a line that does not close',
			inFirst(`,${first}]]`, ',[4.514,52.056]]]'),
			`data/${map}:2:${real[1]!.lastIndexOf(first) + 1}: er staat [4.514,52.056], verwacht: een lijn van WK063700 die eindigt waar zij begint: [4.514712465251455, 52.05673968815945]`
		],
		[
			'latitude before longitude',
			(lines) => lines.with(1, lines[1]!.replaceAll(first, '[52.05673968815945,4.514712465251455]')),
			`data/${map}:2:${columnOf(first)}: er staat [52.05673968815945,4.514712465251455], verwacht: een punt van WK063700 in Nederland, in graden (WGS84): eerst de lengtegraad (3 tot 7.5), dan de breedtegraad (50.5 tot 53.8)`
		],
		[
			'a coordinate that is no number',
			inFirst(first, '["4.51",52.05673968815945]'),
			`data/${map}:2:${columnOf(first) + 1}: er staat "4.51", verwacht: voor "coordinates" een getal`
		],
		[
			'another kind of shape',
			inFirst('"type":"Polygon"', '"type":"Point"'),
			`data/${map}:2:${columnOf('"Polygon"')}: verwacht: voor "type" een van: Polygon, MultiPolygon`
		],
		[
			'JSON that cannot be read',
			inFirst('"coordinates":[', '"coordinates":]'),
			`data/${map}:2:${columnOf('"coordinates":[') + 14}: er staat "][[4.514712465251455,52.05673968815945],[4.504290315306005,…, verwacht: JSON die te lezen is`
		]
	])('%s', (_, change, shown) => {
		expect(problemsOf(change)).toEqual(shown.split('\n'));
	});

	test('a map that is not there', () => {
		const { problems } = check(
			load(
				broken((folder) => rmSync(join(folder, map))),
				'zoetermeer'
			)
		);
		expect(problems.map(formatProblem)).toEqual([`data/${map}: verwacht: dat dit bestand er is`]);
	});

	test('a map with another name', () => {
		const folder = broken((each) => writeFileSync(join(each, 'areas/kaart.geojson'), '{}'));
		expect(check(load(folder, 'zoetermeer')).problems.map(formatProblem)).toEqual([
			'data/areas/kaart.geojson: er staat "kaart.geojson", verwacht: een naam als wijken-2024.geojson'
		]);
	});
});

test('a gemeente may be without a map, and a gemeente itself may stand on it', () => {
	expect(real[1]!.startsWith(head)).toBe(true);
	expect(problemsOf((lines) => lines.filter((line) => !line.includes('"WK0637')))).toEqual([]);
	expect(
		problemsOf((lines) =>
			lines.toSpliced(1, 0, lines[1]!.replaceAll('WK063700', 'GM0637').replace('"wijk"', '"gemeente"'))
		)
	).toEqual([]);
});
