import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, ColumnKind, Result } from '../domain/result.ts';
import { excelCsv, machineCsv } from './csv.ts';
import { plain } from './plain.ts';
import { anyResult, hostile, sample } from '../../../tests/answers.ts';
import { clipboardTsv } from './tsv.ts';

/** As the site tells a reader: where signs of a formula follow on apostrophes, one apostrophe is taken away. */
const giveBack = (text: string): string =>
	/^'+(\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/.test(text) ? text.slice(1) : text;

/** A cell as it was, from what stands in the file. */
type Back = (text: string, kind: ColumnKind) => Cell;
const machine: Back = (text, kind) => {
	if (kind === 'number') return Number(text);
	return kind === 'boolean' ? text === 'true' : giveBack(text);
};
const dutch: Back = (text, kind) => {
	if (kind === 'number') return Number(text.replace(',', '.'));
	return kind === 'boolean' ? text === 'WAAR' : giveBack(text);
};

interface Field {
	text: string;
	isQuoted: boolean;
}

function readBack(file: string, delimiter: string, back: Back, { columns }: Result) {
	const [head, ...rows] = parse(file, {
		delimiter,
		bom: false,
		record_delimiter: '\r\n',
		cast: (text, { quoting }): Field => ({ text, isQuoted: quoting })
	}) as Field[][];
	return {
		names: head!.map(({ text }) => giveBack(text)),
		rows: rows.map((row) =>
			row.map(({ text, isQuoted }, i) =>
				text === '' && (!isQuoted || columns.length === 1) ? null : back(text, columns[i]!.kind)
			)
		)
	};
}

/** In an answer of one column a text that is empty cannot be told from what is missing. */
const asRead = (rows: Cell[][]): Cell[][] =>
	rows.map((row) => (row.length === 1 && row[0] === '' ? [null] : row));

describe.each([
	['CSV for programs', machineCsv, ',', machine, ''],
	['CSV for Excel', excelCsv, ';', dutch, '\uFEFF'],
	['TSV for the clipboard', clipboardTsv, '\t', dutch, '']
])('%s', (_, write, delimiter, back, start) => {
	test('gives back every answer', () => {
		fc.assert(
			fc.property(anyResult, (result) => {
				const { columns, rows } = plain(result);
				const file = write(result);
				expect(file.startsWith(start)).toBe(true);
				expect(readBack(file.slice(start.length), delimiter, back, result)).toEqual({
					names: columns.map(({ name }) => name),
					rows: asRead(rows)
				});
			}),
			{ numRuns: 300 }
		);
	});

	test.each(hostile)('no cell or name is a formula: %j', (text) => {
		const file = write({
			columns: [
				{ name: text, kind: 'text' },
				{ name: 'b', kind: 'number' }
			],
			rows: [[text, -1]],
			cut: false
		});
		const cells = parse(file.slice(start.length), { delimiter, record_delimiter: '\r\n' }) as string[][];
		for (const cell of [cells[0]![0]!, cells[1]![0]!])
			expect(cell.normalize('NFKC')).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
		expect(cells[1]![1]).toBe('-1');
	});
});

test('for programs: a comma, a point, and nothing for what is missing', () => {
	expect(machineCsv(sample)).toBe(
		"gebied,waarde,schatting,dag\r\nGM0637,46.3,true,2026-11-23\r\n'=1+1,0,false,1850-02-28\r\n,,,\r\n"
	);
});

test('for Excel: a byte order mark, a semicolon and a comma in decimals', () => {
	expect(excelCsv(sample)).toBe(
		"\uFEFFgebied;waarde;schatting;dag\r\nGM0637;46,3;WAAR;2026-11-23\r\n'=1+1;0;ONWAAR;1850-02-28\r\n;;;\r\n"
	);
	expect(excelCsv({ columns: [{ name: 'a', kind: 'number' }], rows: [[1.5e21]], cut: false })).toContain(
		'1,5E+21'
	);
});

test('a row on which nothing stands is kept by readers that skip empty lines', () => {
	expect(machineCsv({ columns: [{ name: 'a', kind: 'number' }], rows: [[1], [null], [2]], cut: false })).toBe(
		'a\r\n1\r\n""\r\n2\r\n'
	);
});
