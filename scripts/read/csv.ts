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
	problems: Problem[];
}

/** More than this, and the first ones are enough to see what is wrong. */
const mostProblems = 200;

interface RawRow {
	record: string[];
	info: { lines: number };
}

/**
 * Reads CSV with a comma, a head and as many cells in each row, and holds each row against a schema.
 * @param columns the names of the head, in order
 * @returns the good rows, and every problem with its line and the number of its column
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
		const line = typeof error.lines === 'number' ? error.lines : 0;
		return {
			rows: [],
			problems: [{ file, line, column: 1, expected: 'CSV met dubbele aanhalingstekens die weer sluiten' }]
		};
	}
	const head = raw.shift();
	const found = head?.record.join(',') ?? '';
	if (found !== columns.join(','))
		return {
			rows: [],
			problems: [{ file, line: 1, column: 1, value: found, expected: `de kop ${columns.join(',')}` }]
		};
	const rows: CsvRow<z.output<T>>[] = [];
	const problems: Problem[] = [];
	for (const { record, info } of raw) {
		if (problems.length >= mostProblems) break;
		const line = info.lines;
		if (record.length !== columns.length) {
			problems.push({
				file,
				line,
				column: 1,
				value: record.join(','),
				expected: `${columns.length} kolommen met een komma ertussen (hier ${record.length})`
			});
			continue;
		}
		const cells = Object.fromEntries(columns.map((name, i) => [name, record[i]]));
		const result = schema.safeParse(cells, { reportInput: true });
		if (result.success) rows.push({ line, row: result.data });
		else
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
	return { rows, problems };
}
