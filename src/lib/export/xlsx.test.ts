import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Cell, ColumnKind, Result } from '../domain/result.ts';
import { dayNumber } from './day.ts';
import { plain } from './plain.ts';
import { readOwnFile } from '../own/read-file.ts';
import { provenance } from './provenance.ts';
import { anyResult, asked, hostile, sample } from '../../../tests/answers.ts';
import { limits, workbook } from './xlsx.ts';
import { columnLetters, escapeText } from './xlsx-parts.ts';

const make = (result: Result): Uint8Array<ArrayBuffer> => workbook(result, provenance(asked, result));
const parts = (file: Uint8Array): Record<string, string> =>
	Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
const dataSheet = (file: Uint8Array): string => parts(file)['xl/worksheets/sheet2.xml']!;

/** A text as Excel reads it from the XML: `_x000D_` stands for a sign that XML cannot hold (ST_Xstring). */
const decode = (text: string): string =>
	text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Cells of a sheet by their place, with type and format, read with a parser that stands apart. */
function cellsOf(xml: string) {
	const cells = new Map<string, { type: string; style: string; text: string; formula: boolean }>();
	let place = '';
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		if (name === 'c') {
			place = attributes.r!;
			cells.set(place, { type: attributes.t ?? 'n', style: attributes.s ?? '0', text: '', formula: false });
		}
		if (name === 'f') cells.get(place)!.formula = true;
	});
	parser.on('text', (text) => {
		if (place) cells.get(place)!.text += decode(text);
	});
	parser.on('closetag', ({ name }) => {
		if (name === 'c') place = '';
	});
	parser.write(xml).close();
	return cells;
}

/** Where Excel counts days as the calendar does. */
const isSure = (day: string): boolean => day >= '1900-03-01';
const epoch = 25_569;

/** Within a cell of Excel a line ends with LF. */
const asLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Type, format and text of a cell in the file; nothing for a value that is not there. */
function asStored(cell: Cell, kind: ColumnKind): string[] | undefined {
	if (cell === null) return undefined;
	if (typeof cell === 'number') return ['n', '0', String(cell)];
	if (typeof cell === 'boolean') return ['b', '0', cell ? '1' : '0'];
	if (kind === 'day' && isSure(cell)) return ['n', '2', String(dayNumber(cell)! + epoch)];
	return ['inlineStr', '1', asLines(cell)];
}

describe('the sheet with the data', () => {
	test('holds every answer, with each cell as what it is, and no formula', () => {
		fc.assert(
			fc.property(anyResult, (result) => {
				const { columns, rows } = plain(result);
				const cells = cellsOf(dataSheet(make(result)));
				const read = [...cells].map(([place, { type, style, text }]) => [place, type, style, text]);
				const expected = [
					columns.map(({ name }) => ['inlineStr', '3', asLines(name)]),
					...rows.map((row) => row.map((cell, i) => asStored(cell, columns[i]!.kind)))
				].flatMap((row, j) =>
					row.flatMap((cell, i) => (cell ? [[`${columnLetters(i)}${j + 1}`, ...cell]] : []))
				);
				expect(read).toEqual(expected);
				expect([...cells.values()].some(({ formula }) => formula)).toBe(false);
			}),
			{ numRuns: 50 }
		);
	});

	test('is read by another program: numbers, days, texts and what is missing', async () => {
		const [, ...rows] = await readSheet(Buffer.from(make(sample)), 'Gegevens');
		expect(rows).toEqual([
			['GM0637', 46.3, true, new Date('2026-11-23')],
			['=1+1', 0, false, '1850-02-28']
		]);
	});

	test('and so is every answer that its reader takes', async () => {
		const plainText = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text);
		const result = fc
			.array(fc.tuple(plainText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()), {
				minLength: 1
			})
			.map((rows): Result => ({
				columns: [
					{ name: 'a', kind: 'text' },
					{ name: 'b', kind: 'number' },
					{ name: 'c', kind: 'boolean' }
				],
				rows,
				cut: false
			}));
		await fc.assert(
			fc.asyncProperty(result, async (each) => {
				const [, ...rows] = await readSheet(Buffer.from(make(each)), 'Gegevens');
				expect(rows).toEqual(plain(each).rows);
			}),
			{ numRuns: 40 }
		);
	});

	test('its head stays in sight and its columns are as wide as what is in them', () => {
		const xml = dataSheet(make(sample));
		expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
		expect([...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
			10, 10, 11, 12
		]);
	});

	test('a text that is too long for a cell is cut, and that is told', () => {
		const long: Result = { columns: [{ name: 'a', kind: 'text' }], rows: [['x'.repeat(40_000)]], cut: false };
		const file = make(long);
		expect(cellsOf(dataSheet(file)).get('A2')!.text).toHaveLength(limits.letters);
		expect(parts(file)['xl/worksheets/sheet1.xml']).toContain('zijn afgekapt: 1.');
	});

	test('an answer that no sheet can hold is refused', () => {
		const wide = {
			columns: Array.from({ length: limits.columns + 1 }, () => sample.columns[0]!),
			rows: [],
			cut: false
		};
		expect(() => make(wide)).toThrow('past niet in Excel');
	});
});

test.each(hostile)('the text %j cannot break the XML', (text) => {
	const file = make({ columns: [{ name: text, kind: 'text' }], rows: [[text]], cut: false });
	for (const xml of Object.values(parts(file))) new SaxesParser().write(xml).close();
	expect(cellsOf(dataSheet(file)).get('A2')!.text).toBe(asLines(text));
});

test('the other sheet says where it comes from and what is missing means', async () => {
	const rows = await readSheet(Buffer.from(make(sample)), 'Toelichting');
	const told = rows.map(([label, text]) => `${String(label)}: ${String(text)}`);
	expect(told).toContain(`Titel: ${asked.title}`);
	expect(told).toContain(`Vraag (SQL): ${asked.query}`);
	expect(told).toContain('Gevraagd op: 23 november 2026');
	expect(told.join('\n')).toContain('licentie CC BY 4.0');
	expect(told.join('\n')).toContain('afgekapt na 3 regels');
	expect(told).toContain('Lege cel: Deze waarde is er niet. Dat is iets anders dan nul.');
	expect(told.some((line) => line.startsWith('suppressed: verborgen'))).toBe(true);
});

test('a cover lies on top, and our own reader of files passes it over', async () => {
	const names = [...parts(make(sample))['xl/workbook.xml']!.matchAll(/<sheet name="(\w+)"/g)];
	expect(names.map(([, name]) => name)).toEqual(['Toelichting', 'Gegevens']);
	const { columns, remarks } = await readOwnFile(make(sample), 'antwoord.xlsx');
	expect(columns.slice(0, 2).map(({ name, cells }) => [name, ...cells])).toEqual([
		['gebied', 'GM0637', '=1+1'],
		['waarde', 46.3, 0]
	]);
	expect(remarks[0]).toContain('het blad “Gegevens”');
	expect(remarks[1]).toContain('(“Toelichting”)');
});

test('the same answer gives the same bytes', () => {
	expect(make(sample)).toEqual(make(sample));
});

test('every part that is named in the package is there', () => {
	const files = parts(make(sample));
	const named = [...files['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path!);
	const related = [...files['xl/_rels/workbook.xml.rels']!.matchAll(/Target="([^"]+)"/g)].map(
		([, path]) => `xl/${path}`
	);
	expect(named.toSorted()).toEqual([...related, 'xl/workbook.xml'].toSorted());
	for (const path of named) expect(files).toHaveProperty([path]);
});

test('letters of columns go on after Z', () => {
	expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

test('what XML cannot hold is written as Office does', () => {
	expect(escapeText('a\0\r\n_x000D_<&>')).toBe('a_x0000__x000D_\n_x005F_x000D_&lt;&amp;&gt;');
});
