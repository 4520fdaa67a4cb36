import type { Problem } from '#scripts/read/problem.ts';
import { isTwoThings, keyOf, parentKey, type Cell, type Row } from './rows.ts';
import { rowNumber, sheets, type Column, type Sheet } from './sheets.ts';

/** A row of a workbook that was read, with its number on the sheet. */
export interface NumberedRow {
	number: number;
	row: Row;
}

/** Where a value comes from. */
export interface Place {
	sheet: Sheet;
	row: number;
	/** Left out where no one column is meant. */
	column?: Column | undefined;
}

/** A problem at a place of the workbook. */
export type Tell = (place: Place, expected: string, value?: unknown) => Problem;

export interface Built {
	/** What each file holds, by its name; a file that is not there has nothing. */
	files: Map<string, unknown>;
	/** The place of a path within a file, or of what is nearest to it. */
	placeOf: (file: string, path: readonly PropertyKey[]) => Place | undefined;
	problems: Problem[];
}

type Tree = Record<string, unknown>;
const yes = /^(ja|waar|true)$/i;
const no = /^(nee|onwaar|false)$/i;

/** What a cell says; a text that does not fit its column stays a text, which the schema then refuses by name. */
export function readCell(cell: Cell, { shape }: Column): unknown {
	if (cell === '') return undefined;
	if (shape.many)
		return String(cell)
			.split(/[\s,;]+/)
			.filter((part) => part !== '');
	if (shape.type === 'number') {
		const text = String(cell).trim();
		return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : cell;
	}
	if (shape.type === 'boolean') {
		const text = String(cell).trim();
		return yes.test(text) ? true : no.test(text) ? false : text;
	}
	return shape.isDecimal ? String(cell).replace(/^\s*(-?\d+),(\d+)\s*$/, '$1.$2') : String(cell);
}

/** What a text shows where a formula fails in Excel. */
const mistake = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** What is wanted in the place of a text that no column can hold as it is; nothing for any other. */
function wantedOf(text: string, { shape }: Column): string | undefined {
	if (mistake.test(text)) return 'een waarde: de formule in deze cel geeft een fout';
	if ((shape.isDecimal || shape.type === 'number') && isTwoThings(text))
		return 'een getal met een komma voor decimalen en zonder punt in duizendtallen';
	return undefined;
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
	let group = tree;
	for (const name of path.slice(0, -1)) group = (group[name] ??= {}) as Tree;
	group[path.at(-1)!] = value;
}

function itemOf(sheet: Sheet, row: Row): unknown {
	const tree: Tree = {};
	for (const column of sheet.columns) {
		const value = column.path.length > 0 ? readCell(row[column.field] ?? '', column) : undefined;
		if (value !== undefined) put(tree, column.path, value);
	}
	const { bare } = sheet.item;
	if (bare === undefined || Object.keys(tree).some((name) => name !== bare)) return tree;
	return tree[bare] ?? '';
}

/** The list that the rows of a sheet belong in, made where it is not there yet. */
function listIn(tree: Tree, steps: readonly string[]): unknown[] {
	let group = tree;
	for (const name of steps.slice(0, -1)) group = (group[name] ??= {}) as Tree;
	return (group[steps.at(-1)!] ??= []) as unknown[];
}

/**
 * Puts the rows of a workbook together to what the files of a monitor hold. Rows keep the order of their sheet.
 * @param rows without those that are wholly empty
 */
export function build(rows: ReadonlyMap<Sheet, readonly NumberedRow[]>, tell: Tell): Built {
	const files = new Map<string, unknown>();
	const problems: Problem[] = [];
	const byKey = new Map<Sheet, Map<string, Tree>>();
	const places = new WeakMap<object, Place[]>();

	function parentOf(sheet: Sheet, row: Row): Tree | undefined {
		if (!sheet.parent) return undefined;
		if (sheet.parent.single) return files.get(sheet.file) as Tree | undefined;
		return byKey.get(sheet.parent)?.get(JSON.stringify(parentKey(sheet, row)));
	}

	function take(sheet: Sheet, { number, row }: NumberedRow): void {
		const place = { sheet, row: number };
		for (const column of sheet.columns) {
			const cell = row[column.field];
			const expected = typeof cell === 'string' ? wantedOf(cell, column) : undefined;
			if (expected !== undefined) problems.push(tell({ ...place, column }, expected, cell));
		}
		const item = itemOf(sheet, row);
		if (sheet.single) {
			if (files.has(sheet.file)) problems.push(tell(place, 'één rij op dit blad'));
			else files.set(sheet.file, item);
			if (!places.has(item as object)) places.set(item as object, [place]);
			return;
		}
		const parent = parentOf(sheet, row);
		if (sheet.parent && !parent) {
			const column = sheet.columns.findLast(({ of }) => of);
			const value = column && (row[column.field] ?? '');
			problems.push(
				tell({ ...place, column }, `een rij die op het blad "${sheet.parent.name}" staat`, value)
			);
			return;
		}
		if (!sheet.parent && !files.has(sheet.file)) files.set(sheet.file, []);
		const list = parent ? listIn(parent, sheet.steps) : (files.get(sheet.file) as unknown[]);
		list.push(item);
		places.set(list, [...(places.get(list) ?? []), place]);
		const key = keyOf(sheet, row);
		if (key === undefined || !sheets.some((each) => each.parent === sheet)) return;
		const known = byKey.get(sheet)!;
		const column = sheet.columns.find(({ field }) => field === sheet.key.at(-1));
		if (known.has(key))
			problems.push(
				tell({ ...place, column }, 'elke rij één keer: hiernaar wijzen andere bladen', row[column!.field])
			);
		else known.set(key, item as Tree);
	}

	for (const sheet of sheets) {
		byKey.set(sheet, new Map());
		for (const each of rows.get(sheet) ?? []) take(sheet, each);
	}

	const placeOf: Built['placeOf'] = (file, path) => {
		let value = files.get(file);
		let found: Place | undefined =
			value !== null && typeof value === 'object' ? places.get(value)?.[0] : undefined;
		let rest: string[] = [];
		for (const part of path) {
			const own = value !== null && typeof value === 'object' ? places.get(value) : undefined;
			if (Array.isArray(value) && own) [found, rest] = [own[Number(part)] ?? found, []];
			else if (typeof part === 'string') rest.push(part);
			value = (value as Tree | undefined)?.[part as string];
		}
		if (!found) return undefined;
		const field = rest.join('.');
		const { bare } = found.sheet.item;
		const column = found.sheet.columns.find(
			(each) => each.field !== rowNumber && each.path.join('.') === (field === '' ? bare : field)
		);
		return { ...found, column };
	};
	return { files, placeOf, problems };
}
