import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Feed } from '#lib/schema/feed.ts';
import { tidyRow } from '#lib/schema/tidy.ts';
import { csvTarget } from '#scripts/fuzz/csv.ts';
import { fetchCsv } from './csv.ts';
import { feedOf, refused, sharedFile, withoutShared, worldOf } from './files.fixture.ts';
import { localWorld } from './local-world.ts';

const mapping = `title: Proef
area: { column: Gebied }
period: { column: Jaar }
breakdown: { group: totaal }
missing: { x: suppressed, "": not-asked }
measures:
  - { name: Cliënten, indicator: clienten }
  - { name: Per 1000, indicator: per-1000 }
`;
const dutch = mapping.replace('title: Proef', 'title: Proef\ndecimal: ","');

const fetchOf = (content: string | Uint8Array, yaml = mapping, own: Partial<Feed> = {}) =>
	fetchCsv(
		feedOf({ adapter: 'csv', file: 'proef.csv', mapping: 'proef', ...own }),
		worldOf({ 'proef.csv': content, 'mappings/proef.yaml': yaml })
	);

/** Text as Excel writes it where it knows no UTF-8; é and ë are the same in Latin-1. */
const windows = (text: string): Uint8Array =>
	Uint8Array.from(Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'));

const row = (indicator: string, value: number | null, status = 'definitive') => ({
	indicator,
	area: 'GM0637',
	period: '2024',
	breakdown: 'totaal',
	value,
	lower: null,
	upper: null,
	n: null,
	status
});

describe('a CSV', () => {
	test('is read with its areas, years and what is missing', async () => {
		const text = 'Gebied,Jaar,Cliënten,Per 1000\nGM0637 ,2024,128,2.4\nGM0637,2023,x,\nGM1783,2024,9,9\n';
		const { info, rows, remarks } = await fetchOf(text);
		expect(info).toEqual({ table: 'test', title: 'Proef', publisher: undefined, licence: undefined });
		expect(rows).toEqual([
			row('clienten', 128),
			row('per-1000', 2.4),
			{ ...row('clienten', null, 'suppressed'), period: '2023' },
			{ ...row('per-1000', null, 'not-asked'), period: '2023' }
		]);
		expect(remarks).toEqual([]);
	});

	test('with a semicolon, a decimal comma, quotes, CRLF and a BOM', async () => {
		const text = '\ufeffGebied;Jaar;"Cliënten";Per 1000\r\nGM0637;2024;"128";"2,4"\r\n';
		const { rows, remarks } = await fetchOf(text, dutch);
		expect(rows).toEqual([row('clienten', 128), row('per-1000', 2.4)]);
		expect(remarks).toEqual([]);
	});

	test('with tabs', async () => {
		const { rows } = await fetchOf('Gebied\tJaar\tCliënten\tPer 1000\nGM0637\t2024\t0\t-1.5\n');
		expect(rows).toEqual([row('clienten', 0), row('per-1000', -1.5)]);
	});

	test('in Windows-1252 is read as that, with a remark', async () => {
		const yaml = dutch.replace('Per 1000', '€ per 1000');
		const { rows, remarks } = await fetchOf(
			windows('Gebied;Jaar;Cliënten;€ per 1000\r\nGM0637;2024;7;3,25\r\n'),
			yaml
		);
		expect(rows).toEqual([row('clienten', 7), row('per-1000', 3.25)]);
		expect(remarks).toEqual(['Het bestand is geen UTF-8 en is gelezen als Windows-1252.']);
	});

	test('with indicators under each other', async () => {
		const yaml = `title: Lang
area: { column: gebied, level: gemeente }
period: { column: datum, form: date }
breakdown: { column: groep, groups: { Iedereen: totaal, Ouderen: 65+ } }
long: { column: onderwerp, value: waarde }
where: { soort: [ stand ] }
measures: [ { name: Cliënten, indicator: clienten } ]
`;
		const text = `gebied;datum;groep;onderwerp;waarde;soort
637;31-12-2024;Iedereen;Cliënten;12;stand
0637;31-12-2024;Ouderen;Cliënten;5;stand
0637;31-12-2024;Ouderen;Klachten;weet niet;stand
0637;31-12-2024;Jongeren;Cliënten;2;stand
0637;31-12-2024;Ouderen;Cliënten;6;instroom
`;
		const { rows, remarks } = await fetchOf(text, yaml);
		expect(rows).toEqual([row('clienten', 12), { ...row('clienten', 5), breakdown: '65+' }]);
		expect(remarks).toEqual(['Overgeslagen groepen: "Jongeren" (1).']);
	});

	test('has a sign that means another thing for one measure', async () => {
		const yaml = `title: Tekens
area: { column: g }
period: { year: 2024 }
breakdown: { group: totaal }
missing: { ".": unknown, "-": not-asked }
measures:
  - { name: a, indicator: a }
  - { name: b, indicator: b, missing: { ".": suppressed } }
`;
		const { rows } = await fetchOf('g,a,b\nGM0637,.,.\nGM1783,1,-\n', yaml, { areas: ['GM0637', 'GM1783'] });
		expect(rows.map(({ indicator, status }) => [indicator, status])).toEqual([
			['a', 'unknown'],
			['b', 'suppressed'],
			['a', 'definitive'],
			['b', 'not-asked']
		]);
	});

	test('keeps the margin and multiplies without rounding', async () => {
		const yaml = `title: Marge
area: { column: g }
period: { year: 2024 }
breakdown: { group: totaal }
missing: { x: unknown }
measures: [ { name: w, indicator: w, lower: van, upper: tot, n: n, factor: 1000 } ]
`;
		const { rows } = await fetchOf('g,w,van,tot,n\nGM0637,9.3,8.1,x,400\n', yaml);
		expect(rows).toEqual([{ ...row('w', 9300), lower: 8100, n: 400 }]);
	});

	test('takes only the measures and years that the feed asks for', async () => {
		const text = 'Gebied,Jaar,Cliënten,Per 1000\nGM0637,2024,1,2\nGM0637,2023,3,4\n';
		const measures = [{ name: 'Per 1000', indicator: 'per-1000' }];
		const { rows } = await fetchOf(text, mapping, { measures, periods: [2024] });
		expect(rows).toEqual([row('per-1000', 2)]);
	});

	test('gives wijken and buurten of a gemeente where levels ask for them', async () => {
		const text = `Gebied,Jaar,Cliënten,Per 1000
GM0637,2024,1,1
WK063700,2024,2,2
BU06370000,2024,3,3
WK178301,2024,4,4
`;
		const { rows } = await fetchOf(text, mapping, { levels: ['wijk'] });
		expect(rows.map(({ area, value }) => [area, value])).toEqual([
			['GM0637', 1],
			['GM0637', 1],
			['WK063700', 2],
			['WK063700', 2]
		]);
	});
});

describe('a CSV is refused, all at once and with the place', () => {
	const head = 'Gebied,Jaar,Cliënten,Per 1000\n';

	test.each<[string, string | Uint8Array, string[]]>([
		[
			'names of columns that are not there',
			'Gebied,Jaar,Klanten\nGM0637,2024,1\n',
			[
				'proef.csv:1:1: verwacht: een kolom met de naam "Cliënten"',
				'proef.csv:1:1: verwacht: een kolom met de naam "Per 1000"'
			]
		],
		[
			'a column that stands there twice',
			'Gebied,Jaar,Cliënten,Cliënten,Per 1000\n',
			['proef.csv:1:4: er staat "Cliënten", verwacht: maar één kolom met de naam "Cliënten"']
		],
		[
			'texts that are no figures',
			`${head}GM0637,2024,=1+1,1.234,5\nGM0637,2023,"1,5",n.v.t.\n`,
			[
				'proef.csv:2:1: er staat "GM0637,2024,=1+1,1.234,5", verwacht: 4 kolommen met een , ertussen (hier 5)',
				'proef.csv:3:3: er staat "1,5", verwacht: een getal met een punt als decimaalteken en zonder teken voor duizendtallen, of een teken voor wat ontbreekt: "x", een lege cel',
				'proef.csv:3:4: er staat "n.v.t.", verwacht: een getal met een punt als decimaalteken en zonder teken voor duizendtallen, of een teken voor wat ontbreekt: "x", een lege cel'
			]
		],
		[
			'a line that is cut, which may be the one of an area that is not found',
			`${head}GM0637,2024,1\n`,
			['proef.csv:2:1: er staat "GM0637,2024,1", verwacht: 4 kolommen met een , ertussen (hier 3)']
		],
		...[
			'<!DOCTYPE html>\n<html><body>Onderhoud</body></html>',
			'\ufeff <html lang="nl"><p>x',
			'<!-- x -->\n<HTML>'
		].map((page): [string, string, string[]] => [
			'a page of the web that is called a CSV',
			page,
			['proef.csv: verwacht: een bestand met cijfers; dit is een webpagina, kijk of het adres klopt']
		]),
		[
			'a figure that is given twice',
			`${head}GM0637,2024,1,1\n\nGM0637,2024,1,2\n`,
			[
				'proef.csv:4:3: er staat "clienten, GM0637, 2024, totaal", verwacht: elk cijfer één keer; dit staat ook op regel 2',
				'proef.csv:4:4: er staat "per-1000, GM0637, 2024, totaal", verwacht: elk cijfer één keer; dit staat ook op regel 2'
			]
		],
		[
			'areas and years that are none',
			`${head}Zoetermeer,2024,1,1\nGM0637,2024*,1,1\n`,
			[
				'proef.csv:2:1: er staat "Zoetermeer", verwacht: een gebiedscode als GM0637, WK063700 of BU06370000',
				'proef.csv:3:2: er staat "2024*", verwacht: een jaar als 2020 of 2020JJ00'
			]
		],
		[
			'an area that is not in it',
			`${head}GM1783,2024,1,1\n`,
			['proef.csv: verwacht: cijfers over het gebied GM0637; dat staat er niet in']
		],
		['nothing', '', ['proef.csv: verwacht: een rij met de namen van de kolommen']],
		[
			'a quote that does not end',
			`${head}GM0637,2024,"1,1\n`,
			['proef.csv:2:1: verwacht: CSV met dubbele aanhalingstekens die weer sluiten']
		],
		[
			'a head of very many columns',
			`${'k,'.repeat(20_000)}\n`,
			['proef.csv:1:16385: verwacht: hoogstens 16384 kolommen (hier 20001)']
		],
		[
			'a row without an end',
			'k'.repeat(2_000_000),
			['proef.csv:1:1: verwacht: regels van hoogstens 1000000 tekens']
		],
		[
			'a workbook',
			Uint8Array.from([0x50, 0x4b, 3, 4]),
			['proef.csv: verwacht: een tekstbestand (CSV); dit is een werkmap of een zip']
		],
		[
			'UTF-16',
			Uint8Array.from([0xff, 0xfe, 65, 0]),
			[
				'proef.csv: verwacht: een bestand in UTF-8 of Windows-1252 (dit is UTF-16); bewaar het opnieuw als CSV'
			]
		],
		[
			'bytes that are no text',
			Uint8Array.from([65, 0, 66]),
			['proef.csv: verwacht: een tekstbestand (CSV); dit bestand heeft tekens die geen tekst zijn']
		]
	])('%s', async (_, content, expected) => {
		expect(await refused(fetchOf(content))).toEqual(expected);
	});

	test('a mapping that does not hold', async () => {
		expect(await refused(fetchOf('a', 'title: Proef\nperiode: 2024\n'))).toEqual(
			expect.arrayContaining([
				'data/mappings/proef.yaml:2:1: er staat "periode", verwacht: alleen namen die dit bestand kent'
			])
		);
	});

	test('a measure that the mapping does not have', async () => {
		const measures = [{ name: 'Boetes', indicator: 'boetes' }];
		expect(await refused(fetchOf('a', mapping, { measures }))).toEqual([
			'data/mappings/proef.yaml: verwacht: de maat "Boetes" als indicator "boetes", waar feed "test" om vraagt'
		]);
	});

	test('a file of 200 MB, by its size', async () => {
		expect(await refused(fetchOf(new Uint8Array(200 * 1024 * 1024)))).toEqual([
			'proef.csv: verwacht: een bestand van hoogstens 64 MB (dit is 200 MB); splits het'
		]);
	});
});

describe('Iv3 over 2023, the literal file', () => {
	test('gives each taakveld, negative amounts too', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const file = sharedFile('iv3/Analysedata_Iv3_2023_jaarrekening.csv');
		const { rows, remarks } = await fetchCsv(
			feedOf({
				adapter: 'csv',
				file: `../${file}`,
				mapping: 'iv3-2023',
				areas: ['GM0637', 'GM1783', 'GM1969']
			}),
			localWorld('data')
		);
		expect(rows).toHaveLength(3 * 3 * 69);
		for (const each of rows) expect(tidyRow.parse(each)).toEqual(each);
		expect(remarks).toEqual([
			'Overgeslagen groepen: "0.10 Mutaties reserves" (343), "0.11 Resultaat van de rekening van bat.." (343).'
		]);
		const dagbesteding = rows.find(
			({ area, breakdown, indicator }) =>
				area === 'GM0637' && breakdown === 'taakveld=6-71c' && indicator === 'iv3-lasten'
		);
		expect(dagbesteding?.value).toBe(-2);
		const expenditure = readFileSync('data/expenditure/iv3.csv', 'utf8').split('\n');
		const wijkteams = rows.find(
			({ area, breakdown, indicator }) =>
				area === 'GM1783' && breakdown === 'taakveld=6-2' && indicator === 'iv3-lasten'
		);
		expect(expenditure).toContain(
			`GM1783,2023,jaarrekening,114887,6.2,Wijkteams,${wijkteams!.value!.toFixed(1)}`
		);
	});
});

test('whatever stands in a CSV: rows with figures that are in it, or a FetchProblem', async () => {
	await expect(csvTarget.run(2000)).resolves.toBeUndefined();
});
