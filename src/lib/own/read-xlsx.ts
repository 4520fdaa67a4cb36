import { count } from '../domain/format.ts';
import { OwnFileProblem, ownLimits, type GivenCell, type GivenTable } from '../domain/own/table.ts';
import { readSheet, type Cell } from './read-sheet.ts';
import { readStrings } from './read-strings.ts';
import { readStyles } from './read-styles.ts';
import { dataSheets, readWorkbook } from './read-workbook.ts';
import { openOwnZip } from './unzip.ts';

/** Takes in the rows of a sheet: the first is the head, and a cell that is not there is empty. */
function sink() {
	let heads: string[] = [];
	let columns: GivenCell[][] = [];
	const headRow: { at?: number } = {};
	return {
		take: (cells: (Cell | undefined)[], row: number): void => {
			if (!cells.some((cell) => cell !== undefined && String(cell).trim() !== '')) return;
			if (cells.length > ownLimits.columns)
				throw new OwnFileProblem(
					`Dit blad heeft ${count(cells.length, 'kolom', 'kolommen')}. Hier passen er ${ownLimits.columns}.`
				);
			if (headRow.at === undefined) {
				headRow.at = row;
				heads = Array.from(cells, (cell) => String(cell ?? ''));
				columns = heads.map(() => []);
				return;
			}
			const rows = columns[0]!.length;
			if (rows === ownLimits.rows || (rows + 1) * columns.length > ownLimits.cells)
				throw new OwnFileProblem('Dit blad heeft te veel regels of kolommen. Neem alleen wat u nodig hebt.');
			// A row that is wider than the head brings columns without a name.
			while (columns.length < cells.length) {
				heads.push('');
				columns.push(Array.from({ length: rows }, () => ''));
			}
			for (const [i, column] of columns.entries()) column.push(cells[i] ?? '');
		},
		done: () => ({ heads, columns, headRow: headRow.at })
	};
}

/**
 * Reads the first sheet of a workbook that has something in it; one that explains the others only where it is alone. Of a formula its kept outcome is read.
 * @throws OwnFileProblem
 */
export async function readXlsx(bytes: Uint8Array): Promise<GivenTable> {
	const zip = openOwnZip(bytes);
	const { sheets, strings, styles, from1904 } = await readWorkbook(zip);
	const context = {
		strings: await readStrings(zip, strings),
		styles: await readStyles(zip, styles),
		from1904
	};
	for (const sheet of dataSheets(sheets)) {
		const { take, done } = sink();
		await readSheet(zip, sheet, context, take);
		const { heads, columns, headRow } = done();
		if (headRow === undefined) continue;
		const others = sheets.filter((each) => each !== sheet).map(({ name }) => `“${name.slice(0, 40)}”`);
		return {
			heads,
			columns,
			decimal: ',',
			isTyped: true,
			remarks: [
				`Gelezen is het blad “${sheet.name.slice(0, 40)}”; regel ${headRow} is gelezen als de namen van de kolommen.`,
				...(others.length > 0
					? [
							`Niet gelezen: ${count(others.length, 'ander blad', 'andere bladen')} (${others.slice(0, 5).join(', ')}).`
						]
					: [])
			]
		};
	}
	throw new OwnFileProblem('In deze werkmap staat geen blad met gegevens.');
}
