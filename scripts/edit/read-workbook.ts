import type { Answer } from '#scripts/fetch/adapter.ts';
import { openWorkbook } from '#scripts/fetch/read-xlsx.ts';
import { columnName, readSheet } from '#lib/own/read-sheet.ts';
import type { Problem } from '#scripts/read/problem.ts';
import type { NumberedRow, Tell } from './build.ts';
import { saysMadeOf } from './made-of.ts';
import type { Cell, Row } from './rows.ts';
import { sheets, type Column, type Sheet } from './sheets.ts';
import { headRows, otherSheets } from './write-workbook.ts';

export interface ReadWorkbook {
	rows: Map<Sheet, NumberedRow[]>;
	tell: Tell;
	problems: Problem[];
	/** Whether every sheet and column is there; where one is not, nothing can be said of what the rest would change. */
	isWhole: boolean;
	/** What the workbook says of the files that it was made of. */
	madeOf: string | undefined;
	/** Names of sheets that are no part of it. */
	others: string[];
}

const isEmpty = (cells: readonly (Cell | undefined)[]): boolean =>
	cells.every((cell) => cell === undefined || cell === '');

/** Which column of the workbook is which; what is missing, double or unknown is a problem. */
function matchColumns(
	sheet: Sheet,
	heads: readonly (Cell | undefined)[],
	at: (row: number, column: number, expected: string, value?: unknown) => Problem
): { columns: Map<number, Column>; problems: Problem[] } {
	const columns = new Map<number, Column>();
	const problems: Problem[] = [];
	for (const [i, head] of heads.entries()) {
		if (head === undefined || head === '') continue;
		const column = sheet.columns.find(({ field }) => field === head);
		if (!column) problems.push(at(headRows, i + 1, 'de naam van een veld van dit blad', head));
		else if ([...columns.values()].includes(column))
			problems.push(at(headRows, i + 1, 'elk veld één keer', head));
		else columns.set(i, column);
	}
	const found = [...columns.values()];
	for (const column of sheet.columns)
		if (!found.includes(column))
			problems.push(at(headRows, 1, `ook een kolom met het veld "${column.field}"`));
	return { columns, problems };
}

/**
 * Reads a workbook that `writeWorkbook` made and people filled in; columns may stand in another order.
 * @param file name of it, for telling where something is
 * @throws FetchProblem for a file that is no workbook or is broken
 */
export async function readFilledIn(body: Uint8Array, file: string): Promise<ReadWorkbook> {
	const answer: Answer = { address: file, type: '', body, hash: '' };
	const { zip, sheets: found, context } = await openWorkbook(answer);
	const problems: Problem[] = [];
	let isWhole = true;
	const rows = new Map<Sheet, NumberedRow[]>();
	const placed = new Map<Sheet, Map<number, Column>>();
	const problemAt = (where: string, expected: string, value?: unknown): Problem => ({
		file: `${file}, ${where}`,
		line: 0,
		column: 0,
		value: value === '' ? undefined : value,
		expected
	});
	for (const sheet of sheets) {
		const own = found.find(({ name }) => name.trim() === sheet.name);
		if (!own) {
			problems.push({ file, line: 0, column: 0, expected: `een blad met de naam "${sheet.name}"` });
			isWhole = false;
			continue;
		}
		const at = (row: number, column: number, expected: string, value?: unknown): Problem =>
			problemAt(`blad "${sheet.name}", cel ${columnName(column)}${row}`, expected, value);
		let columns: Map<number, Column> | undefined;
		/** Columns that were told of: one without a field is one problem, however many cells it has. */
		const told = new Set<number>();
		const taken: NumberedRow[] = [];
		const readRow = (cells: readonly Cell[], number: number): void => {
			if (number < headRows) return;
			if (number === headRows) {
				const matched = matchColumns(sheet, cells, at);
				columns = matched.columns;
				for (const [i, cell] of cells.entries()) if ((cell as Cell | undefined) !== undefined) told.add(i);
				problems.push(...matched.problems);
				isWhole &&= matched.problems.length === 0;
			} else if (columns && !isEmpty(cells)) {
				const row: Row = {};
				for (const [i, cell] of cells.entries()) {
					if ((cell as Cell | undefined) === undefined || cell === '') continue;
					const column = columns.get(i);
					if (column) row[column.field] = cell;
					else if (!told.has(i)) {
						told.add(i);
						problems.push(at(number, i + 1, 'niets: deze kolom heeft geen naam van een veld', cell));
					}
				}
				taken.push({ number, row });
			}
		};
		await readSheet(zip, own, context, readRow, (...place) => problems.push(at(...place)));
		if (!columns) {
			problems.push(at(headRows, 1, 'de namen van de velden'));
			isWhole = false;
		}
		rows.set(sheet, taken);
		placed.set(sheet, columns ?? new Map<number, Column>());
	}
	const tell: Tell = ({ sheet, row, column }, expected, value) => {
		const entry = [...(placed.get(sheet) ?? [])].find(([, own]) => own === column);
		const where = entry ? `cel ${columnName(entry[0] + 1)}${row} (${column!.field})` : `rij ${row}`;
		return problemAt(`blad "${sheet.name}", ${where}`, expected, value);
	};
	let madeOf: string | undefined;
	const explained = found.find(({ name }) => name === otherSheets.explanation);
	if (explained)
		await readSheet(zip, explained, context, ([cell]) => {
			if (saysMadeOf(cell)) madeOf = cell;
		});
	const own = new Set([...sheets.map(({ name }) => name), ...Object.values(otherSheets)]);
	const others = found.map(({ name }) => name).filter((name) => !own.has(name.trim()));
	return { rows, tell, problems, isWhole, madeOf, others };
}
