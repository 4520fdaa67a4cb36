import { align } from './align.ts';
import { readCell, type NumberedRow } from './build.ts';
import { keyOf, parentKey, type Row } from './rows.ts';
import { sheets, type Sheet } from './sheets.ts';

/** What would change in a row. */
export interface Difference {
	kind: 'new' | 'gone' | 'changed' | 'moved';
	sheet: Sheet;
	/** Its number in the workbook; left out for a row that is gone. */
	row?: number;
	/** By what it is known. */
	name: string;
	/** Of a row that changed: the fields, with what they said and say. */
	cells: { label: string; field: string; before: string; after: string }[];
}

const said = (sheet: Sheet, row: Row): string =>
	JSON.stringify(sheet.columns.map((column) => readCell(row[column.field] ?? '', column) ?? null));

/** The first texts of a row, for who has to find it. */
function nameOf(sheet: Sheet, row: Row): string {
	const own =
		sheet.key.length > 0
			? sheet.key
			: sheet.columns
					.filter(({ of }) => !of)
					.slice(0, 2)
					.map(({ field }) => field);
	const texts = [...parentKey(sheet, row), ...own.map((field) => String(row[field] ?? ''))];
	return texts.filter((text) => text !== '').join(' / ');
}

function cellsOf(sheet: Sheet, before: Row, after: Row): Difference['cells'] {
	return sheet.columns.flatMap((column) => {
		const [was, is] = [before, after].map((row) => row[column.field] ?? '');
		return JSON.stringify(readCell(was!, column)) === JSON.stringify(readCell(is!, column))
			? []
			: [{ label: column.label, field: column.field, before: String(was), after: String(is) }];
	});
}

function ofSheet(sheet: Sheet, before: readonly Row[], after: readonly NumberedRow[]): Difference[] {
	const names = (rows: readonly Row[]): string[] => rows.map((row) => keyOf(sheet, row) ?? said(sheet, row));
	const [were, are] = [names(before), names(after.map(({ row }) => row))];
	const gone = (i: number): Difference => ({
		kind: 'gone',
		sheet,
		name: nameOf(sheet, before[i]!),
		cells: []
	});
	const fresh = ({ number, row }: NumberedRow): Difference => {
		const was = before[were.indexOf(keyOf(sheet, row) ?? said(sheet, row))];
		const cells = was ? cellsOf(sheet, was, row) : [];
		return { kind: was ? 'moved' : 'new', sheet, row: number, name: nameOf(sheet, row), cells };
	};
	return align({ before: were, after: are }, sheet.key.length === 0).flatMap(
		({ before: i, after: j }): Difference[] => {
			if (i === undefined) return [fresh(after[j!]!)];
			if (j === undefined) return are.includes(were[i]!) ? [] : [gone(i)];
			const [was, is] = [before[i]!, after[j]!];
			if (JSON.stringify(parentKey(sheet, was)) !== JSON.stringify(parentKey(sheet, is.row)))
				return [gone(i), fresh(is)];
			const cells = cellsOf(sheet, was, is.row);
			return cells.length > 0
				? [{ kind: 'changed', sheet, row: is.number, name: nameOf(sheet, is.row), cells }]
				: [];
		}
	);
}

/** All that a workbook would change in a monitor, sheet by sheet. */
export const differences = (
	before: ReadonlyMap<Sheet, readonly Row[]>,
	after: ReadonlyMap<Sheet, readonly NumberedRow[]>
): Difference[] => sheets.flatMap((sheet) => ofSheet(sheet, before.get(sheet) ?? [], after.get(sheet) ?? []));
