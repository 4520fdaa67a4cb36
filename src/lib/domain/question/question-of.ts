import type { Question } from '../../schema/question.ts';
import { wholeText, type AskedText } from './made.ts';

/** What is kept of an answer of what was asked for it. */
interface Kept {
	asked: AskedText & Pick<Question, 'ask'>;
	worked?: { steps: string };
}

/**
 * The question that brings an answer again: what was asked when it was made, seen as it is now.
 * @param now what the page asks by now, of which only how it is looked at counts
 */
export function questionOf({ asked, worked }: Kept, now: Question): Question {
	const sql = wholeText(asked);
	const found: Question = { ...now, sql };
	delete found.ask;
	delete found.steps;
	return {
		...found,
		...(asked.ask && sql === asked.sql && { ask: asked.ask }),
		...(worked && { steps: worked.steps })
	};
}
