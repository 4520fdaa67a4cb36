import type { Row } from './rows.ts';
import { sheets, type Column, type Sheet } from './sheets.ts';

/** Where the choices of a column come from. */
export type Choices =
	/** A closed list. */
	| { kind: 'list'; name: string; values: readonly string[]; open: boolean }
	/** Whatever stands in a column of another sheet. */
	| { kind: 'column'; sheet: Sheet; field: string };

/** What the data around a monitor has to choose from. */
export interface Around {
	indicators: readonly string[];
	documents: readonly string[];
}

/** Names that return: what was typed before is offered, and another may be typed. */
const repeated = new Set(['owner', 'role', 'decidedBy', 'provider', 'partner', 'funding']);

/** Fields that name figures of documents. */
const figureFields = new Set(['figure', 'figures', 'amounts', 'measured', 'budget', 'actual', 'share']);

const listed = (list: string): Sheet => sheets.find((each) => each.list === list)!;

const used = (rows: readonly Row[], field: string): string[] =>
	[...new Set(rows.map((row) => String(row[field] ?? '')))].filter((text) => text !== '').toSorted();

/**
 * What may be chosen in a column, where that is a list.
 * @param rows of the sheet of the column, for names that return
 */
export function choicesOf(
	sheet: Sheet,
	column: Column,
	around: Around,
	rows: readonly Row[]
): Choices | undefined {
	const { of, field, path, shape } = column;
	const last = (path.at(-1) ?? field).split('.').at(-1)!;
	if (of) return { kind: 'column', sheet: of, field: field.slice(of.list.length + 1) };
	if (shape.type === 'choice')
		return { kind: 'list', name: shape.options.join(' '), values: shape.options, open: false };
	if (shape.type === 'boolean') return { kind: 'list', name: 'ja nee', values: ['ja', 'nee'], open: false };
	if (last === 'goal' || last === 'goals' || (sheet.list === 'links' && (last === 'from' || last === 'to')))
		return { kind: 'column', sheet: listed('goals'), field: 'id' };
	if (figureFields.has(last)) return { kind: 'column', sheet: listed('figures'), field: 'id' };
	if (last === 'agreement') return { kind: 'column', sheet: listed('agreements'), field: 'id' };
	if (last === 'themes') return { kind: 'column', sheet: listed('monitor.themes'), field: 'id' };
	if (last === 'indicator' || last === 'indicators')
		return { kind: 'list', name: 'indicator', values: around.indicators, open: false };
	if (last === 'document' || last === 'documents')
		return { kind: 'list', name: 'document', values: around.documents, open: false };
	if (repeated.has(last))
		return { kind: 'list', name: `${sheet.list} ${field}`, values: used(rows, field), open: true };
	return undefined;
}
