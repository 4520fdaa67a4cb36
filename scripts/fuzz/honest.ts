import { tidyRow } from '#lib/schema/tidy.ts';
import type { Fetched } from '#scripts/fetch/adapter.ts';
import { FetchProblem } from '#scripts/fetch/problem.ts';

/** No small file may take longer than this, in milliseconds. */
const longest = 2000;

/**
 * What every reader of files keeps to, whatever it is given: rows that hold by the schema and whose figures are in the
 * file, or a `FetchProblem` that says something; and soon. Throws where it does not.
 * @param numbers the numbers that are written in the file
 */
export async function expectHonest(
	work: Promise<Fetched>,
	numbers: () => ReadonlySet<number>
): Promise<void> {
	const start = performance.now();
	const result = await work.catch((error: unknown) => error);
	const took = performance.now() - start;
	if (took > longest) throw new Error(`it took ${took} ms`);
	if (result instanceof FetchProblem) {
		if (result.problems.length === 0) throw new Error('a refusal without a reason');
		return;
	}
	if (result instanceof Error) throw result;
	const { rows } = result as Fetched;
	const there = numbers();
	for (const row of rows) {
		const { value, lower, upper } = tidyRow.parse(row);
		for (const figure of [value, lower, upper])
			if (figure !== null && !there.has(figure)) throw new Error(`${figure} is not in the file`);
	}
}
