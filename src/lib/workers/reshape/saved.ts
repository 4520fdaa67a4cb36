import type { ReshapeAnswer } from '../../domain/pipeline/message.ts';
import { parseSteps } from '../../domain/pipeline/parse.ts';
import { otherKey, type Other } from '../../domain/pipeline/step.ts';
import type { Result } from '../../domain/result.ts';
import { identifier } from '../../domain/sql/write.ts';
import { reshape } from './run.ts';

/** The rows that a step joins, or `undefined` where there are none by that name. */
async function bring(other: Other, answer: (sql: string) => Promise<Result>): Promise<Result | undefined> {
	if ('answer' in other) return undefined;
	try {
		return await answer(`select * from ${identifier(other.table)}`);
	} catch {
		return undefined;
	}
}

/**
 * Takes the answer of a saved question through its steps, outside a browser: the workbench does the same in a worker.
 * An answer without rows stays as it is: the figures below a question may change, and it is no mistake of the steps.
 * @param text the steps, one on each line
 * @param answer asks the database that the question is asked of; it rejects for a table that is not there
 */
export async function reshapeSaved(
	result: Result,
	text: string,
	answer: (sql: string) => Promise<Result>
): Promise<ReshapeAnswer> {
	const { steps, problems } = parseSteps(text);
	if (problems.length > 0) return { problems };
	if (result.rows.length === 0) return { result, remarks: [] };
	const others = new Map<string, Result>();
	for (const step of steps) {
		if (step.verb !== 'join' && step.verb !== 'join_left') continue;
		const found = await bring(step.other, answer);
		if (!found)
			return {
				problems: [
					{
						message:
							'answer' in step.other
								? 'Een bewaarde vraag heeft één antwoord: er is geen ander om erbij te zetten.'
								: `De tabel “${step.other.table}” is niet op te vragen. Bestaat zij?`,
						at: step.at
					}
				]
			};
		others.set(otherKey(step.other), found);
	}
	return reshape({ result, steps, others: [...others] });
}
