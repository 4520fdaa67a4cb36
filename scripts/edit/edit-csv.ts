import { parse } from 'csv-parse/sync';
import { align } from './align.ts';

type Line = Record<string, string>;

const quote = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Changes rows of a CSV file; the lines of those that stay the same keep every byte.
 * @param columns names of the head, in order
 * @param after what the file has to hold; a cell that is left out is empty
 */
export function editCsv(text: string, columns: readonly string[], after: readonly Line[]): string {
	const read = parse(text, { raw: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
		record: string[];
		raw: string;
	}[];
	const lines = read.slice(1);
	const cells = after.map((row) => columns.map((column) => row[column] ?? ''));
	const pairs = align(
		{
			before: lines.map(({ record }) => JSON.stringify(record)),
			after: cells.map((row) => JSON.stringify(row))
		},
		false
	);
	const body = pairs.flatMap(({ before, after: j }) =>
		j === undefined
			? []
			: before === undefined
				? `${cells[j]!.map(quote).join(',')}\n`
				: lines[before]!.raw.replace(/\n*$/, '\n')
	);
	return [read[0] ? read[0].raw.replace(/\n*$/, '\n') : `${columns.join(',')}\n`, ...body].join('');
}
