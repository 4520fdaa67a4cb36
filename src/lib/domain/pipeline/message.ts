import type { Result } from '../result.ts';
import type { Step, StepProblem } from './step.ts';

/** What the worker that reshapes is asked. */
export interface ReshapeQuestion {
	result: Result;
	steps: Step[];
	/** The rows that come beside, each with the key of `otherKey`. */
	others: [key: string, result: Result][];
}

/** What the worker answers: another result with what a reader must know of it, or why there is none. */
export type ReshapeAnswer =
	| { result: Result; remarks: string[] }
	/** Mistakes at their place. */
	| { problems: StepProblem[] };
