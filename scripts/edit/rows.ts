import type { GroupShape } from './shape.ts';
import { rowNumber, sheets, type Column, type Sheet } from './sheets.ts';

/** What stands in a cell of the workbook; empty for what is not there. */
export type Cell = string | number;

/** Cells by the field of their column. */
export type Row = Record<string, Cell>;

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

const at = (value: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>((found, name) => (isTree(found) ? found[name] : undefined), value);

/**
 * A value without what says nothing: a field that is empty, an empty list, a group of nothing. Items of a list stay, as
 * their number counts.
 */
export function tidy(value: unknown): unknown {
	if (value === null || value === '') return undefined;
	if (Array.isArray(value)) return value.length > 0 ? value.map((item) => tidy(item) ?? '') : undefined;
	if (!isTree(value)) return value;
	const fields = Object.entries(value).flatMap(([name, field]) => {
		const kept = tidy(field);
		return kept === undefined ? [] : [[name, kept] as const];
	});
	return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** An item as the fields of its row: a text that stands by itself gets the name of its column. */
const fieldsOf = (item: unknown, { bare }: GroupShape): Tree =>
	isTree(item) ? item : bare !== undefined ? { [bare]: item } : {};

/** Whether a text such as `12.340` can be two numbers: with decimals, or with a point for thousands. */
export const isTwoThings = (text: string): boolean => /^\s*-?[1-9]\d{0,2}\.\d{3}\s*$/.test(text);

function cellOf(value: unknown, { shape }: Column): Cell {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return value.map(String).join('\n');
	if (typeof value === 'boolean') return value ? 'ja' : 'nee';
	if (typeof value === 'number') return shape.type === 'number' ? value : String(value);
	if (typeof value !== 'string') return JSON.stringify(value);
	return shape.isDecimal && isTwoThings(value) ? value.replace('.', ',') : value;
}

/**
 * The rows of all sheets that hold a monitor.
 * @param files what each file holds, by its name; what is not there has no rows
 */
export function toRows(files: ReadonlyMap<string, unknown>): Map<Sheet, Row[]> {
	const rows = new Map<Sheet, Row[]>(sheets.map((sheet) => [sheet, []]));
	function walk(sheet: Sheet, value: unknown, ofParent: Row): void {
		const items = sheet.single ? [value] : Array.isArray(value) ? (value as unknown[]) : [];
		for (const [i, item] of items.entries()) {
			const fields = fieldsOf(item, sheet.item);
			const row: Row = { ...ofParent };
			for (const column of sheet.columns)
				if (column.path.length > 0) row[column.field] = cellOf(at(fields, column.path), column);
				else if (column.field === rowNumber) row[column.field] = i + 1;
			rows.get(sheet)!.push(row);
			const own = sheet.single
				? []
				: sheet.key.map((field): Row => ({ [`${sheet.list}.${field}`]: row[field]! }));
			for (const child of sheets.filter(({ parent }) => parent === sheet))
				walk(
					child,
					at(fields, child.steps),
					own.reduce((all, one) => ({ ...all, ...one }), ofParent)
				);
		}
	}
	for (const sheet of sheets.filter(({ parent }) => !parent))
		if (files.get(sheet.file) !== undefined) walk(sheet, files.get(sheet.file), {});
	return rows;
}

/** The cells by which a row is pointed at, its parents included; `undefined` for a sheet without such a key. */
export const keyOf = (sheet: Sheet, row: Row): string | undefined =>
	sheet.key.length === 0
		? undefined
		: JSON.stringify([...parentKey(sheet, row), ...sheet.key.map((field) => String(row[field] ?? ''))]);

/** The cells that say which row of the parent a row belongs to. */
export const parentKey = (sheet: Sheet, row: Row): string[] =>
	sheet.columns.filter(({ of }) => of).map(({ field }) => String(row[field] ?? ''));
