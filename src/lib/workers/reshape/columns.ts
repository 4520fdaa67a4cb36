import { checkStep } from '../../domain/pipeline/check.ts';
import { cellsOf, placeOf, toTable } from './frame.ts';
import type { Verb } from './verbs.ts';
import { columnName } from './write.ts';

/** Keeps these columns, in this order. */
export const select: Verb<'select' | 'rename'> = (step, frame) => {
	const places = step.columns.map(({ column }) => placeOf(column, frame));
	const kept = toTable(frame).select([...new Set(places)].map(columnName));
	return {
		columns: checkStep(step, frame.columns, new Map()).columns!,
		cells: places.map((place) => cellsOf(kept, columnName(place)))
	};
};

/** Gives columns other names; names are no business of arquero, which knows columns by their place. */
export const rename: Verb<'select' | 'rename'> = (step, frame) => ({
	...frame,
	columns: checkStep(step, frame.columns, new Map()).columns!
});
