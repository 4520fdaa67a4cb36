import { CsvError, parse } from 'csv-parse/sync';
import type { SwingMapping } from '#lib/schema/mapping.ts';
import type { Answer } from './adapter.ts';
import { joinHeads } from './heads.ts';
import { FetchProblem } from './problem.ts';
import { toUtf8 } from './read-bytes.ts';
import type { Places, TableSink } from './table.ts';

/** More characters than this in one row, or more columns, is no table of figures. */
const longestRow = 1_000_000;
const mostColumns = 16_384;

const separators = [';', ',', '\t'] as const;

/** The separator that makes most columns of a line; between quotes it does not count. */
function guessSeparator(line: string): string {
	const bare = line.replace(/"[^"]*"/g, '');
	const counts = separators.map((each) => bare.split(each).length);
	return separators[counts.indexOf(Math.max(...counts))]!;
}

/** A row of the file by its number, not more than what is read of a row. */
function rowText(bytes: Buffer, number: number): string {
	let start = 0;
	for (let line = 1; line < number; line++) start = bytes.indexOf(10, start) + 1 || bytes.length;
	const end = bytes.indexOf(10, start);
	return bytes.toString('utf8', start, Math.min(end < 0 ? bytes.length : end, start + longestRow));
}

/**
 * Reads a CSV into a table, line by line; nothing of it is kept.
 * @param rules which rows are the head, the separator and the encoding, where they are known
 * @returns remarks for the receipt, in Dutch; throws a `FetchProblem`.
 */
export function readCsvTable(
	answer: Answer,
	rules: Pick<SwingMapping, 'headRow' | 'headRows' | 'separator' | 'encoding'>,
	sink: TableSink
): string[] {
	const { address: file } = answer;
	const { bytes, remarks } = toUtf8(answer, rules.encoding);
	const { headRow, headRows } = rules;
	const places: Places = {
		at: (line, column) => ({ file, line, column }),
		tell: (line) => `regel ${line}`
	};
	const delimiter =
		rules.separator === undefined
			? guessSeparator(rowText(bytes, headRow))
			: rules.separator.replace('tab', '\t');
	const heads: string[][] = [];
	let width = 0;
	let before = 0;

	function take(record: string[], line: number): void {
		const first = before + 1;
		before = line;
		if (record.length > mostColumns)
			throw new FetchProblem([
				{
					...places.at(first, mostColumns + 1),
					expected: `hoogstens ${mostColumns} kolommen (hier ${record.length})`
				}
			]);
		if (first < headRow) return;
		if (heads.length < headRows) {
			heads.push(record);
			if (heads.length < headRows) return;
			const names = joinHeads(heads);
			width = names.length;
			sink.head(names, first, places);
			return;
		}
		if (record.length === 1 && record[0]!.trim() === '') return;
		if (record.length === width) sink.row(record, first, places);
		else
			sink.wrong({
				...places.at(first, 1),
				value: record.join(delimiter),
				expected: `${width} kolommen met een ${delimiter === '\t' ? 'tab' : delimiter} ertussen (hier ${record.length})`
			});
	}

	try {
		parse(bytes, {
			delimiter,
			relax_column_count: true,
			max_record_size: longestRow,
			on_record: (record: string[], { lines }) => {
				take(record, lines);
				return null;
			}
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error.lines === 'number' ? error.lines : 0;
		const expected =
			error.code === 'CSV_MAX_RECORD_SIZE'
				? `regels van hoogstens ${longestRow} tekens`
				: 'CSV met dubbele aanhalingstekens die weer sluiten';
		throw new FetchProblem([{ file, line, column: 1, expected }]);
	}
	return remarks;
}
