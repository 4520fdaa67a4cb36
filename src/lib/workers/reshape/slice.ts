import { cellsOf, toTable } from './frame.ts';
import type { Verb } from './verbs.ts';
import { columnName } from './write.ts';

/** Keeps the first rows. */
export const slice: Verb<'slice'> = ({ count }, frame) => {
	const kept = toTable(frame).slice(0, count).reify();
	return { ...frame, cells: frame.cells.map((_, i) => cellsOf(kept, columnName(i))) };
};
