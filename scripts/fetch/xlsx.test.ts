import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readSheet } from '#lib/own/read-sheet.ts';
import type { Feed } from '#lib/schema/feed.ts';
import { xlsxTarget } from '#scripts/fuzz/xlsx.ts';
import {
	feedOf,
	refused,
	sharedFile,
	sheetXml,
	withoutShared,
	workbookParts,
	worldOf,
	zipOf,
	type SheetCell
} from './files.fixture.ts';
import { localWorld } from './local-world.ts';
import { openWorkbook } from './read-xlsx.ts';
import { fetchXlsx } from './xlsx.ts';

/** Reads the first sheet of the workbook on its input, and tells how much its most memory grew, in kB. */
const readAndWeigh = `
import { readFileSync } from 'node:fs';
import { readSheet } from '#lib/own/read-sheet.ts';
import { openWorkbook } from '#scripts/fetch/read-xlsx.ts';
const body = readFileSync(0);
const before = process.resourceUsage().maxRSS;
const { zip, sheets, context } = await openWorkbook({ address: 'proef.xlsx', type: '', hash: '', body });
const problem = await readSheet(zip, sheets[0], context, () => undefined).then(() => '', (error) => error.problems[0].expected);
console.log(JSON.stringify({ problem, grown: process.resourceUsage().maxRSS - before }));
`;

const mapping = `title: Proef
area: { column: Gebied }
period: { column: Jaar }
breakdown: { group: totaal }
missing: { ".": suppressed, "": not-asked }
measures:
  - { name: Eenzaam, indicator: eenzaamheid }
`;

const fetchOf = (content: Uint8Array, yaml = mapping, own: Partial<Feed> = {}) =>
	fetchXlsx(
		feedOf({ adapter: 'xlsx', file: 'proef.xlsx', mapping: 'proef', ...own }),
		worldOf({ 'proef.xlsx': content, 'mappings/proef.yaml': yaml })
	);

const book = (rows: SheetCell[][], more: Parameters<typeof workbookParts>[1] = {}, after = ''): Uint8Array =>
	zipOf(workbookParts({ Data: sheetXml(rows, after) }, more));

const head: SheetCell[] = ['Gebied', 'Jaar', 'Eenzaam_28'];

const row = (value: number | null, own: object = {}) => ({
	indicator: 'eenzaamheid',
	area: 'GM0637',
	period: '2020',
	breakdown: 'totaal',
	value,
	lower: null,
	upper: null,
	n: null,
	status: 'definitive',
	...own
});

describe('a workbook', () => {
	test('is read with numbers, texts and what is missing', async () => {
		const { rows } = await fetchOf(
			book([
				head,
				['GM0637    ', 2020, 46.3],
				['GM0637', '2016JJ00', '    43.4'],
				['GM0637', 2012, '       .'],
				['GM0637', 2008]
			])
		);
		expect(rows).toEqual([
			row(46.3),
			row(43.4, { period: '2016' }),
			row(null, { period: '2012', status: 'suppressed' }),
			row(null, { period: '2008', status: 'not-asked' })
		]);
	});

	test('with shared strings of more pieces, prefixes and no references', async () => {
		const strings =
			'<x:sst xmlns:x="u"><x:si><x:t>Gebied</x:t></x:si><x:si><x:r><x:t>Een</x:t></x:r><x:r><x:t>zaam</x:t></x:r><x:rPh><x:t>nee</x:t></x:rPh></x:si></x:sst>';
		const sheet =
			'<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>Jaar</x:t></x:is></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row>' +
			'<x:row r="7"><x:c r="A7" t="str"><x:f>A1</x:f><x:v>GM0637</x:v></x:c><x:c r="B7"><x:v>2020</x:v></x:c><x:c r="C7"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
		const { rows } = await fetchOf(zipOf(workbookParts({ Data: sheet }, { strings })));
		expect(rows).toEqual([row(2)]);
	});

	test('with merged heads over two rows, under a title', async () => {
		const yaml = `title: Proef
headRow: 2
headRows: 2
area: { column: Gebied }
missing: { ".": suppressed }
measures:
  - { name: Eenzaam / 2016, indicator: eenzaamheid, period: 2016, breakdown: 18+ }
  - { name: Eenzaam / 2020, indicator: eenzaamheid, period: 2020, breakdown: 18+ }
`;
		const content = book(
			[
				['Cijfers over eenzaamheid'],
				['Gebied', 'Eenzaam', '', 'Gezond', ''],
				['', 2016, 2020, 2016, 2020],
				['GM0637', 43.4, 47, 75.2, 78.4]
			],
			{},
			'<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/></mergeCells>'
		);
		const { rows } = await fetchOf(content, yaml);
		expect(rows).toEqual([row(43.4, { period: '2016', breakdown: '18+' }), row(47, { breakdown: '18+' })]);
	});

	test.each([
		['1900', '', 44196, '2020'],
		['1904', 'date1904="1"', 42734, '2020'],
		['1900, with a time', '', 44196.75, '2020']
	])('with dates as numbers, counted from %s', async (_, properties, serial, period) => {
		const styles =
			'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-jjjj"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
		const date: SheetCell = { xml: `<c s="1"><v>${serial}</v></c>` };
		const yaml = mapping.replace('column: Jaar', 'column: Jaar, form: date');
		const { rows } = await fetchOf(book([head, ['GM0637', date, 46.3]], { styles, properties }), yaml);
		expect(rows).toEqual([row(46.3, { period })]);
		expect(await refused(fetchOf(book([head, ['GM0637', date, date]], { styles, properties })))).toEqual([
			'proef.xlsx, blad "Data", cel B2: er staat "2020-12-31", verwacht: een jaar als 2020 of 2020JJ00',
			expect.stringMatching(/^proef.xlsx, blad "Data", cel C2: er staat "2020-12-31", verwacht: een getal/)
		]);
	});

	test('takes the sheet that the mapping names', async () => {
		const content = zipOf(
			workbookParts({ Uitleg: sheetXml([['Lees dit']]), Cijfers: sheetXml([head, ['GM0637', 2020, 1]]) })
		);
		const { rows } = await fetchOf(content, `${mapping}sheet: Cijfers\n`);
		expect(rows).toEqual([row(1)]);
		expect(await refused(fetchOf(content, `${mapping}sheet: Blad1\n`))).toEqual([
			'proef.xlsx: verwacht: een blad met de naam "Blad1" (er zijn: "Uitleg", "Cijfers")'
		]);
	});
});

describe('a workbook is refused, with the cell', () => {
	const number =
		'een getal met een punt als decimaalteken en zonder teken voor duizendtallen, of een teken voor wat ontbreekt: ".", een lege cel';

	test.each<[string, SheetCell, string]>([
		[
			'an error of a formula',
			{ xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
			`er staat "#DIV/0!", verwacht: ${number}`
		],
		['what looks like a formula', '=1+1', `er staat "=1+1", verwacht: ${number}`],
		['a yes or no', { xml: '<c t="b"><v>1</v></c>' }, `er staat "WAAR", verwacht: ${number}`],
		[
			'a formula that was never worked out',
			{ xml: '<c><f>SUM(A1:A9)</f></c>' },
			'verwacht: een formule waarvan de uitkomst bewaard is; open en bewaar de werkmap opnieuw'
		],
		[
			'a text that is not there',
			{ xml: '<c t="s"><v>99</v></c>' },
			'verwacht: een getal of een tekst die in de werkmap staat'
		],
		[
			'a number that is none',
			{ xml: '<c><v>12abc</v></c>' },
			'verwacht: een getal of een tekst die in de werkmap staat'
		],
		[
			'a number without end',
			{ xml: '<c><v>1e999</v></c>' },
			'verwacht: een getal of een tekst die in de werkmap staat'
		],
		[
			'a column that no sheet has',
			{ xml: '<c r="ZZZ2"><v>1</v></c>' },
			'verwacht: cellen op volgorde binnen hun rij, hoogstens 16384 kolommen (hier ZZZ2)'
		],
		[
			'cells that go back',
			{ xml: '<c r="A2"><v>1</v></c>' },
			'verwacht: cellen op volgorde binnen hun rij, hoogstens 16384 kolommen (hier A2)'
		]
	])('%s', async (_, cell, expected) => {
		expect(await refused(fetchOf(book([head, ['GM0637', 2020, cell]])))).toEqual([
			`proef.xlsx, blad "Data", cel C2: ${expected}`
		]);
	});

	test('a figure that is given twice names both cells', async () => {
		const content = book([head, ['GM0637', 2020, 1], ['GM0637', 2020, 1]]);
		expect(await refused(fetchOf(content))).toEqual([
			'proef.xlsx, blad "Data", cel C3: er staat "eenzaamheid, GM0637, 2020, totaal", verwacht: elk cijfer één keer; dit staat ook op cel C2'
		]);
	});

	const parts = workbookParts({ Data: sheetXml([head, ['GM0637', 2020, 1]]) });
	const sheet = 'xl/worksheets/sheet0.xml';
	const whole = 'proef.xlsx: verwacht: een werkmap (XLSX) die heel is: ';

	test.each<[string, Uint8Array, string]>([
		[
			'a text file',
			Buffer.from('a;b'),
			'proef.xlsx: verwacht: een werkmap van Excel (XLSX); dit is een ander soort bestand'
		],
		['half a zip', zipOf(parts).subarray(0, 900), `${whole}de lijst met onderdelen is niet te lezen`],
		[
			'another kind of zip',
			zipOf({ 'a.txt': 'a' }),
			'proef.xlsx: verwacht: een werkmap van Excel (XLSX); dit is een ander soort bestand'
		],
		[
			'XML that stops',
			zipOf({ ...parts, [sheet]: parts[sheet]!.slice(0, 200) }),
			`${whole}het onderdeel "${sheet}" is geen goede XML`
		],
		[
			'bytes that are no UTF-8',
			zipOf({ ...parts, [sheet]: Uint8Array.from([60, 97, 62, 0xff, 60, 47, 97, 62]) }),
			`${whole}het onderdeel "${sheet}" is geen goede XML`
		],
		[
			'entities from elsewhere',
			zipOf({
				...parts,
				[sheet]: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${parts[sheet]!.replace(/^<\?.*?\?>/, '').replace('GM0637', '&b;')}`
			}),
			`${whole}het onderdeel "${sheet}" is geen goede XML`
		],
		[
			'tags without end in each other',
			zipOf({ ...parts, [sheet]: '<a>'.repeat(100_000) }),
			`${whole}het onderdeel "${sheet}" is geen goede XML`
		],
		[
			'a sheet that is not there',
			zipOf(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== sheet))),
			`${whole}het onderdeel "${sheet}" ontbreekt`
		]
	])('%s', async (_, content, expected) => {
		expect(await refused(fetchOf(content))).toEqual([expected]);
	});

	const bomb = zipOf({ ...parts, [sheet]: new Uint8Array(300 * 1024 * 1024) });

	test('a zip bomb, before it is unpacked', async () => {
		expect(bomb.length).toBeLessThan(1024 * 1024);
		const tooLarge = `proef.xlsx: verwacht: een werkmap die uitgepakt niet te groot is ("${sheet}" wordt 314572800 bytes)`;
		expect(await refused(fetchOf(bomb))).toEqual([tooLarge]);
		// What is listed is enough: this part could not be unpacked to that size.
		expect(await refused(fetchOf(withListed(zipOf(parts), sheet, 24, 314572800)))).toEqual([tooLarge]);
	});

	/** A zip in which the numbers after the name of a part, in the list at its end, are other ones. */
	function withListed(content: Uint8Array, name: string, offset: number, value: number): Uint8Array {
		const bytes = Buffer.from(content);
		const at = bytes.lastIndexOf(name) - 46;
		bytes.writeUInt32LE(value, at + offset);
		return bytes;
	}

	test('a zip bomb that lies about its size, while it is unpacked', async () => {
		expect(await refused(fetchOf(withListed(bomb, sheet, 24, 1000)))).toEqual([
			`${whole}het onderdeel "${sheet}" is niet uit te pakken`
		]);
		// In a process of its own, since nothing else adds to its memory there.
		const { stdout, stderr } = spawnSync(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '--eval', readAndWeigh],
			{ input: withListed(bomb, sheet, 24, 1000), encoding: 'utf8' }
		);
		expect(stderr).toBe('');
		const { problem, grown } = JSON.parse(stdout) as { problem: string; grown: number };
		expect(problem).toContain(`het onderdeel "${sheet}" is niet uit te pakken`);
		expect(grown).toBeLessThan(150 * 1024);
	});

	test('a part that is not what was packed', async () => {
		expect(await refused(fetchOf(withListed(zipOf(parts), sheet, 16, 12345)))).toEqual([
			`${whole}het onderdeel "${sheet}" is beschadigd`
		]);
	});

	test('very wide rows, of which only the cells that are there are kept', async () => {
		const wide = Array.from({ length: 20_000 }, (_, i) => `<row><c r="XFD${i + 2}"><v>1</v></c></row>`).join(
			''
		);
		const content = zipOf({
			...parts,
			[sheet]: parts[sheet]!.replace(/<\/row><row>.*<\/sheetData>/, `</row>${wide}</sheetData>`)
		});
		expect(await refused(fetchOf(content))).toEqual([
			'proef.xlsx: verwacht: cijfers over het gebied GM0637; dat staat er niet in'
		]);
		const { zip, sheets, context } = await openWorkbook({
			...{ address: 'proef.xlsx', type: '', hash: '', body: content }
		});
		let kept = 0;
		await readSheet(zip, sheets[0]!, context, (cells) => (kept += Object.keys(cells).length));
		expect(kept).toBeGreaterThan(15_000);
		expect(kept).toBeLessThan(25_000);
	});
});

describe('the workbook of RIVM over 2020, the literal file', () => {
	const feed = feedOf({
		adapter: 'xlsx',
		file: `../${sharedFile('rivm/2020_18+.xlsx')}`,
		mapping: 'rivm-50090ned',
		areas: ['NL01', 'GM0637'],
		levels: ['wijk', 'buurt']
	});

	test('gives each area and indicator once, with the reason of what is missing', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const { rows, info } = await fetchXlsx(feed, localWorld('data'));
		expect(info.title).toBe('Gezondheid per wijk en buurt; 2012, 2016 en 2020');
		const areas = new Set(rows.map(({ area }) => area));
		expect(rows).toHaveLength(areas.size * 35);
		expect(rows.find(({ area, indicator }) => area === 'NL01' && indicator === 'eenzaamheid')).toEqual(
			row(47, { area: 'NL01', breakdown: '18+', status: 'estimate' })
		);
		const statuses = new Set(rows.filter(({ value }) => value === null).map(({ status }) => status));
		expect([...statuses].toSorted()).toEqual(['not-asked', 'suppressed']);
		expect(
			rows.filter(({ indicator }) => indicator === 'lopen-naar-school-of-werk').map(({ status }) => status)
		).toEqual(Array.from({ length: areas.size }, () => 'not-asked'));
	});

	test('does not have a gemeente of after 2020', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const work = fetchXlsx({ ...feed, areas: ['GM1992'] }, localWorld('data'));
		expect(await refused(work)).toEqual([
			`../${sharedFile('rivm/2020_18+.xlsx')}: verwacht: cijfers over het gebied GM1992; dat staat er niet in`
		]);
	});
});

test('whatever stands in a workbook: rows with figures that are in it, or a FetchProblem', async () => {
	await expect(xlsxTarget.run(300)).resolves.toBeUndefined();
});
