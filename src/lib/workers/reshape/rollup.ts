import { checkStep } from '../../domain/pipeline/check.ts';
import { cellsOf, placeOf, toTable } from './frame.ts';
import { tellAreas, tellMissing } from './missing.ts';
import type { Verb } from './verbs.ts';
import { columnName, ExpressionWriter } from './write.ts';

/** One row for each group, in the order in which the groups come by; without groups one row of everything. */
export const rollup: Verb<'derive' | 'rollup'> = (step, frame, { remark }) => {
	const { made, by } = step;
	const writer = new ExpressionWriter(frame.columns);
	const written = [
		...by.map((name, i) => [`k${i}`, `op.any(d.${columnName(placeOf(name, frame))})`]),
		...made.map(({ value }, i) => [`x${i}`, writer.write(value)])
	] as [string, string][];
	const rolled = toTable(frame, by, writer.params).rollup(Object.fromEntries(written));
	const values = made.map(({ value }) => value);
	[...tellMissing(frame, values), ...tellAreas(frame, values)].forEach(remark);
	return {
		columns: checkStep(step, frame.columns, new Map()).columns!,
		cells: written.map(([name]) => cellsOf(rolled, name))
	};
};
