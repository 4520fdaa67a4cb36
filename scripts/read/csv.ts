import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { expectation } from './expectation.ts';
import type { Problem } from './problem.ts';

/** A row that was read, and the line it stands on. */
export interface CsvRow<T> {
	line: number;
	row: T;
}

export interface CsvFile<T> {
	rows: CsvRow<T>[];
	/** Cells of rows that were refused, by column: what others name in them is there, though not right. */
	refused: Partial<Record<string, string>>[];
	problems: Problem[];
}

/** More than this, and the first ones are enough to see what is wrong. */
const mostProblems = 200;

interface RawRow {
	record: string[];
	info: { lines: number };
}

/** The first quote that is not closed again, or stands in the middle of a cell: its line, and which cell it is in. */
function wrongQuote(text: string): { line: number; column: number; value: string } | undefined {
	let [line, column, start] = [1, 1, 0];
	let open: { line: number; column: number; value: string } | undefined;
	for (let i = 0; i < text.length; i++) {
		const char = text[i]!;
		if (char === '"' && open) {
			const next = text[i + 1];
			if (next === '"') i++;
			else if (next === undefined || ',\n'.includes(next)) open = undefined;
			else return open;
		} else if (char === '"') {
			open = { line, column, value: text.slice(i).split('\n', 1)[0]! };
			if (i !== start) return open;
		} else if (char === '\n') {
			line++;
			if (!open) [column, start] = [1, i + 1];
		} else if (char === ',' && !open) [column, start] = [column + 1, i + 1];
	}
	return open;
}

/**
 * Reads CSV with a comma, a head and as many cells in each row, and holds each row against a schema.
 * @param columns the names of the head, in order
 * @returns the good rows, those that were refused, and every problem with its line and the number of its column
 */
export function readCsv<T extends z.ZodType>(
	text: string,
	file: string,
	columns: readonly string[],
	schema: T
): CsvFile<z.output<T>> {
	let raw: RawRow[];
	try {
		raw = parse(text, { info: true, relax_column_count: true, skip_empty_lines: true }) as RawRow[];
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const place = wrongQuote(text) ?? { line: Number(error.lines ?? 0), column: 1 };
		return {
			rows: [],
			refused: [],
			problems: [
				{ file, ...place, expected: 'dubbele aanhalingstekens om een hele cel, die ook weer sluiten' }
			]
		};
	}
	const head = raw.shift();
	const found = head?.record.join(',') ?? '';
	if (found !== columns.join(','))
		return {
			rows: [],
			refused: [],
			problems: [{ file, line: 1, column: 1, value: found, expected: `de kop ${columns.join(',')}` }]
		};
	const rows: CsvRow<z.output<T>>[] = [];
	const refused: CsvFile<unknown>['refused'] = [];
	const problems: Problem[] = [];
	for (const { record, info } of raw) {
		const line = info.lines;
		const cells = Object.fromEntries(columns.map((name, i) => [name, record[i]]));
		if (problems.length >= mostProblems) {
			refused.push(cells);
			continue;
		}
		if (record.length !== columns.length) {
			problems.push({
				file,
				line,
				column: 1,
				value: record.join(','),
				expected: `${columns.length} kolommen met een komma ertussen (hier ${record.length})`
			});
			refused.push(cells);
			continue;
		}
		const result = schema.safeParse(cells, { reportInput: true });
		if (result.success) rows.push({ line, row: result.data });
		else {
			refused.push(cells);
			for (const issue of result.error.issues) {
				const name = String(issue.path[0] ?? columns[0]);
				problems.push({
					file,
					line,
					column: columns.indexOf(name) + 1,
					value: cells[name],
					expected: `voor "${name}" ${expectation(issue)}`
				});
			}
		}
	}
	return { rows, refused, problems };
}
