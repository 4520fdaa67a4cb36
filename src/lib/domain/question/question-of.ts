import type { Question } from '../../schema/question.ts';
import { wholeText, type AskedText, type Ran } from './made.ts';

/** Whose rows a step joined. */
export interface Joined {
	/** What was asked, up to the answer or all that could have made the table. */
	asked: AskedText;
	/** Where the steps name an answer by its number, and that number. */
	named?: { at: number; number: number };
	/** What was asked for a table. */
	looked?: Ran;
}

/** What is kept of an answer of what was asked for it. */
interface Kept {
	asked: AskedText & Pick<Question, 'ask'>;
	worked?: { steps: string };
	joined?: readonly Joined[];
}

/** Steps in which answers are named by other numbers. */
function renumbered(steps: string, joined: readonly Joined[], added: number): string {
	const named = joined.flatMap((each) => each.named ?? []).toSorted((a, b) => b.at - a.at);
	return named.reduce(
		(text, { at, number }) => `${text.slice(0, at)}${number + added}${text.slice(at).replace(/^\d+/, '')}`,
		steps
	);
}

/**
 * The question that brings an answer again: what was asked when it was made, with all that its steps joined, seen as it
 * is now. Where it joins an answer that comes after it, that is asked too, and its own place is told.
 * @param now what the page asks by now, of which only how it is looked at counts
 */
export function questionOf({ asked, worked, joined = [] }: Kept, now: Question): Question {
	const furthest = joined
		.map((each): AskedText => each.asked)
		.reduce((one, other) => (other.statements.length > one.statements.length ? other : one), asked);
	const { sql, added } = wholeText(
		furthest,
		joined.flatMap(({ looked }) => looked ?? [])
	);
	const found: Question = { ...now, sql };
	delete found.ask;
	delete found.steps;
	delete found.shown;
	delete found.part;
	return {
		...found,
		...(asked.ask && sql === asked.sql && { ask: asked.ask }),
		...(furthest !== asked && { shown: added + asked.statements.length - 1 }),
		...(worked && { steps: renumbered(worked.steps, joined, added) })
	};
}
