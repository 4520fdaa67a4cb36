import { csvFormatRows } from 'd3';

type Cell = string | number | boolean | null;

/** What makes a spreadsheet take a text for a formula, and the apostrophes that may stand in front of it. */
const formula = /^'*(\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. A text that has one there already gets
 * another, so that taking one away always gives back what it was. Numbers are left alone: a minus sign there is part of
 * the value. The signs are those that OWASP names for CSV injection, their wide and small forms, and spaces before them.
 */
export const neutralise = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that `neutralise` made something of. */
export const restore = (text: string): string =>
	text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

const write = (cell: Cell): string =>
	typeof cell === 'string' ? neutralise(cell) : cell === null ? '' : String(cell);

/**
 * Rows as a CSV for machines: a comma between cells, a point in decimals, UTF-8 without BOM, LF at the end of each
 * line. What is missing is an empty cell.
 * @param columns heads, and the fields of a row, in the order of the file
 */
export function toCsv<Row extends { [Column in keyof Row]: Cell }>(
	columns: readonly (keyof Row & string)[],
	rows: readonly Row[]
): string {
	return `${csvFormatRows([[...columns], ...rows.map((row) => columns.map((column) => write(row[column])))])}\n`;
}
