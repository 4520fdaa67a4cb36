import type { Problem } from '#scripts/read/problem.ts';
import { FetchProblem } from './problem.ts';

/** More than this, and the first ones are enough to see what is wrong. */
const most = 200;

/** Problems of one file, told all at once. */
export interface ProblemList {
	/** Adds one; throws a `FetchProblem` where there are too many. */
	add(place: Pick<Problem, 'file' | 'line' | 'column'>, expected: string, value?: unknown): void;
	/** Throws a `FetchProblem` where there is anything wrong. */
	refuse(): void;
}

export function problemList(): ProblemList {
	const problems: Problem[] = [];
	return {
		add({ file, line, column }, expected, value) {
			problems.push({ file, line, column, value, expected });
			if (problems.length >= most) throw new FetchProblem(problems);
		},
		refuse() {
			if (problems.length > 0) throw new FetchProblem(problems);
		}
	};
}
