import { strToU8, zipSync } from 'fflate';
import { columnLetters, escapeText, packageParts, sheetXml, type SheetCell } from '#lib/export/xlsx-parts.ts';
import { limits } from '#lib/export/xlsx.ts';
import { choicesOf, type Around } from './choices.ts';
import { explain } from './explain.ts';
import type { Row } from './rows.ts';
import { sheets, type Column, type Sheet } from './sheets.ts';

/** Rows of each sheet above those that people fill in: what the column is called, and the name of its field. */
export const headRows = 2;
/** Names of the sheets that hold no data. */
export const otherSheets = { explanation: 'Uitleg', choices: 'Keuzes' };

/** Lists of choices reach so many rows below the last one. */
const spare = 500;
const quoteName = (name: string): string => `'${name.replaceAll("'", "''")}'`;
const attribute = (text: string): string =>
	escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const cut = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** The lists of choices, each a column of a sheet of its own. */
class ChoiceSheet {
	readonly lists = new Map<string, readonly string[]>();

	/** Where the values of a list stand, as a formula; nothing for a list without any. */
	place(name: string, values: readonly string[]): string | undefined {
		if (values.length === 0) return undefined;
		if (!this.lists.has(name)) this.lists.set(name, values);
		const letters = columnLetters([...this.lists.keys()].indexOf(name));
		return `${quoteName(otherSheets.choices)}!$${letters}$1:$${letters}$${values.length}`;
	}

	get rows(): SheetCell[][] {
		const lists = [...this.lists.values()];
		const most = Math.max(0, ...lists.map(({ length }) => length));
		return Array.from({ length: most }, (_, i) =>
			lists.map((values): SheetCell => ({ value: values[i] ?? null, style: 'text' }))
		);
	}
}

interface Making {
	around: Around;
	rows: ReadonlyMap<Sheet, readonly Row[]>;
	choices: ChoiceSheet;
}

/** What Excel shows beside a cell, and what it lets somebody choose there. */
function validation(sheet: Sheet, column: Column, i: number, { around, rows, choices }: Making): string {
	// A list in Excel gives one value, and not more in one cell.
	const found = column.shape.many ? undefined : choicesOf(sheet, column, around, rows.get(sheet) ?? []);
	const last = (of: Sheet): number => headRows + (rows.get(of)?.length ?? 0) + spare;
	const letters = columnLetters(i);
	const source =
		found?.kind === 'list'
			? choices.place(found.name, found.values)
			: found &&
				`${quoteName(found.sheet.name)}!$X$${headRows + 1}:$X$${last(found.sheet)}`.replaceAll(
					'$X$',
					`$${columnLetters(found.sheet.columns.findIndex(({ field }) => field === found.field))}$`
				);
	const isClosed = found && !(found.kind === 'list' && found.open);
	const wanted =
		found === undefined
			? column.shape.expected
			: found.kind === 'list'
				? 'kies uit de lijst'
				: `kies iets van het blad "${found.sheet.name}"`;
	const told = `${column.required ? 'Verplicht' : 'Mag leeg'}: ${wanted}${column.shape.many ? '; meer onder elkaar in de cel' : ''}`;
	const said = `showInputMessage="1" promptTitle="${attribute(cut(column.label, 32))}" prompt="${attribute(cut(told, 250))}" sqref="${letters}${headRows + 1}:${letters}${last(sheet)}"`;
	return source === undefined
		? `<dataValidation allowBlank="1" ${said}/>`
		: `<dataValidation type="list" allowBlank="1" showErrorMessage="${isClosed ? 1 : 0}" errorTitle="Kies uit de lijst" error="${attribute(cut(told, 220))}" ${said}><formula1>${escapeText(source)}</formula1></dataValidation>`;
}

const lookOf = ({ shape }: Column): SheetCell['style'] => (shape.type === 'number' ? undefined : 'wrapped');

function dataCell(column: Column, row: Row): SheetCell {
	const value = row[column.field] ?? '';
	if (value === '') return { value: null };
	return typeof value === 'number' ? { value } : { value, style: 'wrapped' };
}

function widthOf(column: Column, rows: readonly Row[]): number {
	const lines = rows.slice(0, 200).flatMap((row) => String(row[column.field] ?? '').split('\n'));
	return Math.min(48, Math.max(10, column.label.length, ...lines.map(({ length }) => length)) + 2);
}

function dataSheet(sheet: Sheet, making: Making): string {
	const rows = making.rows.get(sheet) ?? [];
	const { columns } = sheet;
	const validations = columns.map((column, i) => validation(sheet, column, i, making));
	return sheetXml(
		[
			columns.map(({ label, required }): SheetCell => ({
				value: required ? `${label} *` : label,
				style: 'head'
			})),
			columns.map(({ field }): SheetCell => ({ value: field, style: 'text' })),
			...rows.map((row) => columns.map((column) => dataCell(column, row)))
		],
		columns.map((column) => widthOf(column, rows)),
		{
			frozen: headRows,
			columns: columns.map(lookOf),
			after: `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
		}
	);
}

/**
 * A monitor as a workbook that people fill in: a sheet for each list, with what may stand in each column and lists to
 * choose from. Texts are typed as text, so that `004`, a day and `=1+1` stay what they are.
 * @param rows as `toRows` makes them; none for an empty template
 * @param madeOf what is said of the files that they come from
 * @throws {RangeError} in Dutch, for what a sheet of Excel cannot hold
 */
export function writeWorkbook(
	slug: string,
	rows: ReadonlyMap<Sheet, readonly Row[]>,
	around: Around,
	madeOf: readonly string[] = []
): Uint8Array<ArrayBuffer> {
	for (const [{ name }, own] of rows)
		if (
			own.length + headRows > limits.rows ||
			own.some((row) => Object.values(row).some((cell) => String(cell).length > limits.letters))
		)
			throw new RangeError(
				`Het blad "${name}" past niet in Excel: het heeft te veel rijen of een te lange tekst.`
			);
	const making: Making = { around, rows, choices: new ChoiceSheet() };
	const data = sheets.map((sheet) => ({ name: sheet.name, xml: dataSheet(sheet, making) }));
	const explanation = sheetXml(explain(slug, rows, madeOf), [30, 34, 34, 11, 90]);
	const choices = sheetXml(
		making.choices.rows,
		[...making.choices.lists].map(() => 24)
	);
	const parts = packageParts([
		{ name: otherSheets.explanation, xml: explanation },
		...data,
		{ name: otherSheets.choices, xml: choices }
	]);
	const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
	return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
