import { strToU8, zipSync } from 'fflate';
import type { Cell, Column, Result } from '../domain/result.ts';
import { dayNumber } from './day.ts';
import { plain } from './plain.ts';
import { facts, missingFacts, type Provenance } from './provenance.ts';
import { packageParts, sheetXml, type SheetCell } from './xlsx-parts.ts';

/** What a sheet of Excel can hold. */
export const limits = { rows: 1_048_576, columns: 16_384, letters: 32_767 };

const tooBig = ({ rows, columns }: Result): boolean =>
	rows.length + 1 > limits.rows || columns.length > limits.columns;

/** A text as a cell can hold it: a line ends with LF there, and there is a longest one. */
function fit(given: string): string {
	const text = given.replace(/\r\n?/g, '\n');
	return text.length > limits.letters ? `${text.slice(0, limits.letters - 1)}…` : text;
}

const isLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > limits.letters;

/** From 1 March 1900 on Excel counts days as the calendar does; 1 January 1970 is its day 25,569. */
const excelEpoch = 25_569;
const firstSureDay = 61;

function dataCell(cell: Cell, { kind }: Column): SheetCell {
	if (typeof cell !== 'string') return { value: cell };
	const day = kind === 'day' ? dayNumber(cell) : undefined;
	if (day !== undefined && day + excelEpoch >= firstSureDay) return { value: day + excelEpoch, style: 'day' };
	return { value: fit(cell), style: 'text' };
}

/** Width of a column, in letters: that of its widest text among the head and the first rows. */
function widthOf({ name, kind }: Column, cells: readonly Cell[]): number {
	const shown = cells.map((cell) => (cell === null ? 0 : kind === 'day' ? 10 : String(cell).length));
	return Math.min(60, Math.max(8, name.length, ...shown) + 2);
}

const row = (label: string, text: string): SheetCell[] => [
	{ value: label, style: 'head' },
	{ value: fit(text), style: 'wrapped' }
];

/** The sheet that says what the other one is (what reads a workbook passes it over, see `dataSheets`): the facts of the file, and what is missing means. */
const coverRows = (provenance: Provenance, long: number): SheetCell[][] => [
	...facts(provenance).map(({ label, text }) => row(label, text)),
	...(long > 0
		? [row('Let op', `Teksten van meer dan 32.767 tekens passen niet in Excel en zijn afgekapt: ${long}.`)]
		: []),
	...missingFacts.map(({ label, text }) => row(label, text))
];

/**
 * An answer as a workbook of Excel. The sheet Toelichting lies on top and says where it comes from. In the sheet Gegevens
 * numbers are numbers, days are days and texts are typed as text, so that nothing is a formula, also not after it was
 * edited. The same answer always gives the same bytes.
 *
 * Written here and zipped at once, because a library that zips in workers of its own never answers under the policy of
 * the site.
 * @throws {RangeError} in Dutch, for more rows or columns than a sheet can hold
 */
export function workbook(result: Result, provenance: Provenance): Uint8Array<ArrayBuffer> {
	if (tooBig(result))
		throw new RangeError(
			'Dit antwoord past niet in Excel: een blad heeft plaats voor 1.048.576 rijen en 16.384 kolommen. Kies CSV of Parquet.'
		);
	const { columns, rows } = plain(result);
	const long = rows.reduce((sum, each) => sum + each.filter(isLong).length, 0);
	const data = sheetXml(
		[
			columns.map(({ name }): SheetCell => ({ value: fit(name), style: 'head' })),
			...rows.map((each) => each.map((cell, i) => dataCell(cell, columns[i]!)))
		],
		columns.map((column, i) =>
			widthOf(
				column,
				rows.slice(0, 200).map((each) => each[i] ?? null)
			)
		),
		{ frozen: 1 }
	);
	const cover = sheetXml(coverRows(provenance, long), [24, 100]);
	const parts = packageParts([
		{ name: 'Toelichting', xml: cover },
		{ name: 'Gegevens', xml: data }
	]);
	const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
	return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
