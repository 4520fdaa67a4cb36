import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { broken, replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const feeds = 'feeds.yaml';
const problemsOf = (from: string, to: string) =>
	check(
		load(
			broken((folder) => replace(folder, feeds, from, to)),
			'westland'
		)
	).problems;

/** The line, from 1, on which a text stands in the real feeds. */
const lineOf = (text: string): number =>
	readFileSync(join('data', feeds), 'utf8').split(text)[0]!.split('\n').length;

test.each([
	[
		'source: "50150ned"',
		'source: "50199ned"',
		'50199ned',
		'een bron in sources.yaml met het jaar van de grenzen (boundaries)'
	],
	['source: "50150ned"', 'source: "50090ned"', '50090ned', 'een bron die nog geen feed heeft'],
	['id: gezondheid-2024', 'id: gezondheid-2020', 'gezondheid-2020', 'elke feed één keer'],
	['indicator: stress,', 'indicator: drukte,', 'drukte', 'een indicator uit indicators.yaml'],
	[
		'indicator: stress,',
		'indicator: armoede,',
		'armoede',
		'een indicator die in indicators.yaml de tabel 50090ned heeft'
	],
	['indicator: stress,', 'indicator: regie,', 'regie', 'elke indicator één keer'],
	['areas: [NL01, GM0637', 'areas: [NL01, GM9999', 'GM9999', 'een gebied uit data/areas'],
	[
		'Leeftijd: { "20300": "18+" }',
		'Leeftijd: { "20300": "totaal" }',
		'totaal',
		'een groep van deze indicator: 18+, 65+'
	],
	['  table: 50150NED\n', '', undefined, 'voor "table" de code van een tabel, zoals 50150NED'],
	[
		'adapter: cbs-v3\n  source: "50150ned"',
		'adapter: cbs\n  source: "50150ned"',
		'cbs',
		'voor "adapter" een van: cbs-v3, cbs-v4, pdok, xlsx, csv, swing'
	],
	[
		'baseUrl: https://dataderden.cbs.nl/ODataFeed/odata\n  areas: [NL01',
		'baseUrl: ftp://dataderden.cbs.nl/\n  areas: [NL01',
		'ftp://dataderden.cbs.nl/',
		'voor "baseUrl" een adres dat begint met https://'
	],
	[
		'table: 85039NED\n  baseUrl: https://opendata.cbs.nl/ODataFeed/odata\n  areas: [GM0637, GM1783, GM1969]\n  levels: [wijk, buurt]\n  periods: [2021]\n  boundaries: 2021\n',
		'table: 85039NED\n  areas: [GM0637]\n',
		undefined,
		'voor "boundaries" het jaar van de grenzen, bij changes'
	],
	[
		'levels: [wijk]\n  boundaries: 2024\n\n',
		'levels: [wijk]\n  boundaries: 2024\n  changes: true\n\n',
		undefined,
		'voor "changes" alleen bij adapter cbs-v3'
	],
	[
		'accounts: {}\n\n',
		'accounts: { report: rekening }\n\n',
		'rekening',
		'voor "report" een van: begroting, jaarrekening'
	]
])('a feed with %j as %j is refused', (from, to, value, expected) => {
	const found = problemsOf(from, to).filter((each) => each.expected === expected);
	expect(found.length).toBeGreaterThan(0);
	expect(found[0]).toMatchObject({ file: 'data/feeds.yaml', ...(value !== undefined && { value }) });
	// A problem stands on the line of the mistake, or on the first of a feed that lacks something or of what comes twice.
	expect(Math.abs(found[0]!.line - lineOf(from))).toBeLessThanOrEqual(3);
});
