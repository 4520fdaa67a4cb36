import { formatProblem, type Problem } from '#scripts/read/problem.ts';

/** Why nothing could be fetched: all that is wrong at once, with the address or path as the file. */
export class FetchProblem extends Error {
	readonly problems: Problem[];

	constructor(problems: Problem[]) {
		super(problems.map(formatProblem).join('\n'));
		this.name = 'FetchProblem';
		this.problems = problems;
	}

	/** One problem with an answer as a whole. */
	static of(file: string, expected: string, value?: unknown): FetchProblem {
		return new FetchProblem([{ file, line: 0, column: 0, value, expected }]);
	}
}

/** A service that answers that it cannot or may not give this; asking again changes nothing. */
export class Refused extends FetchProblem {
	readonly status: number;

	constructor(address: string, status: number) {
		super([
			{ file: address, line: 0, column: 0, value: `HTTP ${status}`, expected: 'een adres dat de dienst kent' }
		]);
		this.name = 'Refused';
		this.status = status;
	}
}
