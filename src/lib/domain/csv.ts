import { csvFormatRows } from 'd3';

type Cell = string | number | boolean | null;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. Numbers are left alone: a minus sign
 * there is part of the value.
 */
export const neutralise = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text);

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
