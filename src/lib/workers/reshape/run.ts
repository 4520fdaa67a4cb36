import { checkStep, checkSteps, type OtherColumns } from '../../domain/pipeline/check.ts';
import type { ReshapeAnswer, ReshapeQuestion } from '../../domain/pipeline/message.ts';
import { pipelineLimits, type Step } from '../../domain/pipeline/step.ts';
import type { Result } from '../../domain/result.ts';
import { rename, select } from './columns.ts';
import { derive } from './derive.ts';
import { filter } from './filter.ts';
import { rowsIn, StepRefused, toFrame, type Frame } from './frame.ts';
import { register } from './functions.ts';
import { join } from './join.ts';
import { orderby } from './order.ts';
import { pivot } from './pivot.ts';
import { rollup } from './rollup.ts';
import { slice } from './slice.ts';
import type { Beside, Verb } from './verbs.ts';

const verbs: { [Name in Step['verb']]: Verb<Name> } = {
	filter,
	derive,
	rollup,
	pivot,
	join,
	join_left: join,
	orderby,
	select,
	rename,
	slice
} as { [Name in Step['verb']]: Verb<Name> };

function toResult(frame: Frame): Result {
	const rows = rowsIn(frame);
	const most = pipelineLimits.rows;
	return {
		columns: [...frame.columns],
		rows: Array.from({ length: Math.min(rows, most) }, (_, row) => frame.cells.map((cells) => cells[row]!)),
		cut: rows > most
	};
}

/**
 * Takes an answer through steps. What is missing stays missing: nothing is taken for 0 or for untrue, and `remarks`
 * say in Dutch where rows or values were left out for it.
 * @param question steps that were read without mistakes; each is checked against the columns that it gets
 */
export function reshape({ result, steps, others }: ReshapeQuestion): ReshapeAnswer {
	register();
	const beside: OtherColumns = new Map(others.map(([key, { columns }]) => [key, columns]));
	const frames = new Map(others.map(([key, other]) => [key, toFrame(other)]));
	const problems = checkSteps(steps, result.columns, beside);
	if (problems.length > 0) return { problems };
	const remarks: string[] = [];
	let frame = toFrame(result);
	try {
		for (const [i, step] of steps.entries()) {
			const checked = checkStep(step, frame.columns, beside);
			if (checked.problems.length > 0) return { problems: checked.problems };
			const told: Beside = { others: frames, remark: (text) => remarks.push(`Stap ${i + 1}: ${text}`) };
			frame = (verbs[step.verb] as Verb<Step['verb']>)(step, frame, told);
		}
	} catch (error) {
		if (error instanceof StepRefused) return { problems: [error.problem] };
		throw error;
	}
	return { result: toResult(frame), remarks };
}
