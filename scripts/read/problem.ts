import { withoutControls } from './controls.ts';

/** One thing that is wrong in a file of `data/`, told to the person who has to mend it. */
export interface Problem {
	/** Path from the root of the project. */
	file: string;
	/** Counted from 1; 0 where the whole file is meant. */
	line: number;
	column: number;
	/** What stands there now, as it was read; `undefined` where nothing stands there. */
	value?: unknown;
	/** What should stand there, in Dutch. */
	expected: string;
	/** Other places of the same file where it can be mended as well, with what stands there. */
	also?: readonly Pick<Problem, 'line' | 'column' | 'value'>[];
}

const longest = 60;

function show(value: unknown): string {
	const shown = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
	const oneLine = shown.replace(/\s+/g, ' ');
	return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine;
}

/** A problem as one line: `file:line:column: staat "x", verwacht y`. */
export function formatProblem(problem: Problem): string {
	const position = problem.line > 0 ? `:${problem.line}:${problem.column}` : '';
	const found = problem.value === undefined ? '' : `er staat ${show(problem.value)}, `;
	return withoutControls(`${problem.file}${position}: ${found}verwacht: ${problem.expected}`);
}

/** Problems in the order in which a person walks through the files. */
export function sortProblems(problems: Problem[]): Problem[] {
	return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
