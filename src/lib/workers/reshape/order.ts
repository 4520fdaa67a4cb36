import { collate, desc, table } from 'arquero';
import { cellsOf, placeOf, rowsIn } from './frame.ts';
import type { Verb } from './verbs.ts';
import { columnName } from './write.ts';

const compareTexts = new Intl.Collator('nl', { numeric: true }).compare;

/** Puts rows in order; equal rows keep theirs, and what is missing comes last either way. */
export const orderby: Verb<'orderby'> = ({ columns }, frame) => {
	const places = columns.map(({ column }) => placeOf(column, frame));
	const order = columns.flatMap(({ descending }, i) => {
		const place = places[i]!;
		const name = columnName(place);
		const value = frame.columns[place]!.kind === 'text' ? collate(name, compareTexts as never) : name;
		return [`m${i}`, descending ? desc(value) : value];
	});
	const ordered = table([
		...frame.cells.map((cells, i) => [columnName(i), cells] as const),
		...places.map((place, i) => [`m${i}`, frame.cells[place]!.map((cell) => Number(cell === null))] as const),
		['row', Array.from({ length: rowsIn(frame) }, (_, i) => i)]
	])
		.orderby(...(order as never[]), 'row')
		.reify();
	return { ...frame, cells: frame.cells.map((_, i) => cellsOf(ordered, columnName(i))) };
};
