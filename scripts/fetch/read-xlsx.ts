import { columnName, readMerges, readSheet, type Merge, type SheetContext } from '#lib/own/read-sheet.ts';
import { readStrings } from '#lib/own/read-strings.ts';
import { readStyles } from '#lib/own/read-styles.ts';
import { dataSheets, readWorkbook, type Workbook } from '#lib/own/read-workbook.ts';
import type { Zip } from '#lib/own/zip.ts';
import type { SwingMapping } from '#lib/schema/mapping.ts';
import type { Answer } from './adapter.ts';
import { joinHeads } from './heads.ts';
import { FetchProblem } from './problem.ts';
import { isZip, refuseLarge } from './read-bytes.ts';
import { openZip } from './read-zip.ts';
import type { Cell, Places, TableSink } from './table.ts';

/** A workbook that is open, of which sheets can be read. */
export interface OpenWorkbook {
	zip: Zip;
	sheets: Workbook['sheets'];
	context: SheetContext;
}

/** Opens a workbook and reads what its sheets share; throws a `FetchProblem`. */
export async function openWorkbook(answer: Answer): Promise<OpenWorkbook> {
	refuseLarge(answer);
	if (!isZip(answer))
		throw FetchProblem.of(answer.address, 'een werkmap van Excel (XLSX); dit is een ander soort bestand');
	const zip = await openZip(answer);
	const { sheets, strings, styles, from1904 } = await readWorkbook(zip);
	if (sheets.length === 0) throw FetchProblem.of(answer.address, 'een werkmap met minstens één blad');
	return {
		zip,
		sheets,
		context: {
			strings: await readStrings(zip, strings),
			// A mapping says what a number stands for, however a workbook shows it.
			styles: (await readStyles(zip, styles)).map((shown) => (shown === 'percentage' ? 'number' : shown)),
			from1904
		}
	};
}

/** Puts the text of a merged block in each of its cells that lies in the rows of the head. */
function fillMerges(heads: Cell[][], first: number, merges: readonly Merge[]): void {
	for (const { top, left, bottom, right } of merges) {
		const text = heads[top - first]?.[left - 1] ?? '';
		if (text === '' || right - left > 16_384) continue;
		for (const row of heads.slice(Math.max(top - first, 0), bottom - first + 1))
			for (let column = left; column <= right; column++) {
				while (row.length < column) row.push('');
				row[column - 1] = text;
			}
	}
}

/**
 * Reads a sheet of a workbook into a table, row by row; merged cells are filled in the head only.
 * @param rules the sheet (where none is named, the first one that does not explain the others) and which rows are the head
 */
export async function readXlsxTable(
	{ zip, sheets, context }: OpenWorkbook,
	{ sheet: wanted, headRow, headRows }: Pick<SwingMapping, 'sheet' | 'headRow' | 'headRows'>,
	sink: TableSink
): Promise<void> {
	const sheet = wanted === undefined ? dataSheets(sheets)[0]! : sheets.find(({ name }) => name === wanted);
	if (!sheet)
		throw FetchProblem.of(
			zip.file,
			`een blad met de naam "${wanted ?? ''}" (er zijn: ${sheets.map(({ name }) => `"${name}"`).join(', ')})`
		);
	const tell = (line: number, column: number): string => `cel ${columnName(column)}${line}`;
	const places: Places = {
		at: (line, column) => ({
			file: `${zip.file}, blad "${sheet.name}", ${tell(line, column)}`,
			line: 0,
			column: 0
		}),
		tell
	};
	const merges = headRows > 1 ? await readMerges(zip, sheet.part) : [];
	const heads: Cell[][] = Array.from({ length: headRows }, () => []);
	const done = { head: false };
	const finishHead = (): void => {
		fillMerges(heads, headRow, merges);
		sink.head(joinHeads(heads), headRow, places);
		done.head = true;
	};
	await readSheet(zip, sheet, context, (cells, row) => {
		if (row < headRow) return;
		if (row < headRow + headRows) {
			heads[row - headRow] = cells;
			return;
		}
		if (!done.head) finishHead();
		sink.row(cells, row, places);
	});
	if (!done.head) finishHead();
}
