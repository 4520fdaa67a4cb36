import { count } from '../format.ts';
import { freeNames } from '../free-names.ts';
import type { Cell } from '../result.ts';
import { numberedCodes, typedAreaCode } from './area-code.ts';
import { recognise } from './recognise.ts';
import {
	OwnFileProblem,
	ownLimits,
	tableName,
	type GivenCell,
	type GivenTable,
	type OwnColumn,
	type OwnTable
} from './table.ts';

/** Codes of areas in a column, and what of it is none. */
interface Codes {
	cells: Cell[];
	distinct: number;
	others: number;
	/** The first text that is no code. */
	other?: string;
	/** Whether each cell is the code as it stands. */
	exact: boolean;
	numbered: boolean;
}

/** Codes count where more than half of the filled cells are one. */
function codesOf(cells: readonly GivenCell[], head: string): Codes | undefined {
	const byNumber = numberedCodes(head);
	const known = new Map<GivenCell, string | undefined>();
	const found = { filled: 0, codes: 0, exact: true, other: undefined as string | undefined };
	const read = cells.map((cell) => {
		if (String(cell).trim() === '') return null;
		if (!known.has(cell)) known.set(cell, typedAreaCode(String(cell)) ?? byNumber?.(String(cell)));
		const code = known.get(cell);
		found.filled++;
		if (code !== cell) found.exact = false;
		if (code === undefined) found.other ??= String(cell);
		else found.codes++;
		return code ?? null;
	});
	if (found.codes * 2 <= found.filled) return undefined;
	return {
		cells: read,
		distinct: new Set(read.filter((each) => each !== null)).size,
		others: found.filled - found.codes,
		...(found.other !== undefined && { other: found.other }),
		exact: found.exact,
		numbered: byNumber !== undefined
	};
}

/** A text from the file for use in a sentence. */
const quote = (text: string): string => `“${text.trim().slice(0, 40)}”`;

function tellCodes({ others, other, numbered }: Codes, head: string): string {
	const rest =
		others > 0
			? ` ${count(others, 'cel is', 'cellen zijn')} geen code, zoals ${quote(other!)}: daar ontbreekt het gebied.`
			: '';
	return `Codes uit de kolom ${quote(head)}, zoals het CBS ze schrijft.${numbered ? ' Losse nummers zijn aangevuld.' : ''}${rest}`;
}

/** The column of codes that tells most areas apart, with its place in the file. */
function findCodes(
	heads: readonly string[],
	columns: readonly GivenCell[][]
): { at: number; codes: Codes } | undefined {
	let best: { at: number; codes: Codes } | undefined;
	for (const [at, cells] of columns.entries()) {
		const codes = codesOf(cells, heads[at]!);
		if (codes && codes.distinct > (best?.codes.distinct ?? 0)) best = { at, codes };
	}
	return best;
}

function refuseLarge({ heads, columns }: GivenTable): void {
	const rows = columns[0]?.length ?? 0;
	if (heads.length > ownLimits.columns)
		throw new OwnFileProblem(
			`Dit bestand heeft ${count(heads.length, 'kolom', 'kolommen')}. Hier passen er ${ownLimits.columns}.`
		);
	if (rows > ownLimits.rows || rows * heads.length > ownLimits.cells)
		throw new OwnFileProblem(
			`Dit bestand is te groot: het heeft ${count(rows, 'regel', 'regels')} en ${count(heads.length, 'kolom', 'kolommen')}. Neem alleen wat u nodig hebt, of splits het.`
		);
	if (rows === 0)
		throw new OwnFileProblem('In dit bestand staan geen regels onder de namen van de kolommen.');
}

/**
 * Makes a table of what was read: recognises types, years, days and codes of areas. The cells of the file stay as they
 * are; codes that had to be completed come in a column of their own.
 * @param file name of the file, from which the table gets its name
 * @throws OwnFileProblem where it is too large or empty
 */
export function toOwnTable(given: GivenTable, file: string): OwnTable {
	refuseLarge(given);
	const heads = given.heads.map((head) => head.replace(/\s+/g, ' ').trim().slice(0, 100));
	const found = findCodes(heads, given.columns);
	const first = given.columns.map((cells, i) => recognise(cells, heads[i]!, given.decimal));
	const sure = first.map(({ decimal }) => decimal).find((each) => each === '.' || each === ',');
	const recognised = first.map((each, i) =>
		each.decimal === 'open' && sure !== undefined && sure !== given.decimal
			? recognise(given.columns[i]!, heads[i]!, sure)
			: each
	);
	const names = freeNames([...heads, ...(found?.codes.exact === false ? ['gebiedscode'] : [])]);
	const columns = recognised.map(({ kind, cells, note }, i): OwnColumn => ({
		name: names[i]!,
		kind,
		cells,
		note
	}));
	if (found) {
		const { at, codes } = found;
		const column: OwnColumn = {
			name: names[codes.exact ? at : heads.length]!,
			kind: 'area',
			cells: codes.cells,
			note: tellCodes(codes, heads[at]!)
		};
		columns[codes.exact ? at : heads.length] = column;
	}
	const period = columns.find(({ kind }) => kind === 'year') ?? columns.find(({ kind }) => kind === 'day');
	return {
		name: tableName(file),
		rows: given.columns[0]!.length,
		columns,
		remarks: given.remarks,
		...(found && { area: columns[found.codes.exact ? found.at : heads.length]!.name }),
		...(period && { period: { name: period.name, kind: period.kind as 'year' | 'day' } })
	};
}
