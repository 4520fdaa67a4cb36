import { checkStep } from '../../domain/pipeline/check.ts';
import { mustFit, rowsIn, workOut } from './frame.ts';
import { tellMissing } from './missing.ts';
import type { Verb } from './verbs.ts';

/** Adds columns; one of a name that is there already takes its place. All of them are made from the rows as they were. */
export const derive: Verb<'derive' | 'rollup'> = (step, frame, { remark }) => {
	const { made, by } = step;
	const columns = checkStep(step, frame.columns, new Map()).columns!;
	mustFit(rowsIn(frame), columns.length, step.from);
	const values = made.map(({ value }) => value);
	const cells = workOut(frame, values, by);
	tellMissing(frame, values).forEach(remark);
	return {
		columns,
		cells: columns.map(
			({ name }, i) => cells[made.findIndex((each) => each.name.name === name)] ?? frame.cells[i]!
		)
	};
};
