import { neutralise } from '../domain/csv.ts';
import type { Cell, Result } from '../domain/result.ts';
import { plain } from './plain.ts';

/** How one kind of text with cells between separators is written. */
export interface Style {
	separator: string;
	number: (value: number) => string;
	boolean: (value: boolean) => string;
}

/** A number as Excel in Dutch reads it: with a comma, and without separators of thousands. */
export const dutchNumber = (value: number): string => String(value).replace('.', ',').replace('e', 'E');
export const dutchBoolean = (value: boolean): string => (value ? 'WAAR' : 'ONWAAR');

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * Rows of text: RFC 4180 (CRLF, a quote doubled within quotes) with a separator of choice. A text that a spreadsheet
 * takes for a formula is neutralised, in the head too; a number never is. What is missing is an empty cell, and an
 * empty text is `""`, which some readers tell apart.
 */
export function separated(result: Result, { separator, number, boolean }: Style): string {
	const { columns, rows } = plain(result);
	// A byte order mark would vanish at the start of a file.
	const needsQuotes = new RegExp(`["\\r\\n\\uFEFF${separator}]|^\\s|\\s$|^$`);
	const text = (value: string): string => {
		const safe = neutralise(value);
		return needsQuotes.test(safe) ? quote(safe) : safe;
	};
	// Many readers skip a line on which nothing stands.
	const missing = columns.length === 1 ? '""' : '';
	const write = (cell: Cell): string => {
		if (cell === null) return missing;
		if (typeof cell === 'number') return number(cell);
		return typeof cell === 'boolean' ? boolean(cell) : text(cell);
	};
	const lines = [columns.map(({ name }) => text(name)), ...rows.map((row) => row.map(write))];
	return lines.map((line) => `${line.join(separator)}\r\n`).join('');
}
