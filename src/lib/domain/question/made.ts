import { splitStatements } from '../sql/split.ts';

/** A statement, and what of it is code: the same with spaces in the place of its texts and comments. */
export interface Ran {
	sql: string;
	code: string;
}

const part = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;

/** What makes, fills, changes, renames or drops something, up to its name; that may have other names before it. */
const changes = new RegExp(
	String.raw`\b(?:${[
		String.raw`create\s+(?:or\s+replace\s+)?(?:temp|temporary)\s+(?:recursive\s+)?\w+\s+(?:table\s+)?(?:if\s+not\s+exists\s+)?`,
		String.raw`(?:insert|merge)\s+(?:or\s+\w+\s+)?into\s+`,
		String.raw`update\s+(?!set\b)`,
		String.raw`delete\s+from\s+`,
		String.raw`(?:alter|drop)\s+\w+\s+(?:table\s+)?(?:if\s+exists\s+)?`,
		String.raw`rename\s+to\s+`
	].join('|')})(?:${part}\s*\.\s*)*(${part})`,
	'giu'
);

const plain = (written: string): string => (written.startsWith('"') ? written.slice(1, -1) : written);

/** Whether a text has a name in it, whichever way it is written; that of a database only with a dot behind it. */
export function mentions(text: string, written: string, isDatabase = false): boolean {
	const word = plain(written).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const after = isDatabase ? '"?\\s*\\.' : '(?![\\p{L}\\p{N}_])';
	return new RegExp(`(?<![\\p{L}\\p{N}_])${word}${after}`, 'iu').test(text);
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));

/** The same for many names and texts: a name of one word is looked up, and only others are searched for. */
const has = ({ text, words }: { text: string; words: ReadonlySet<string> }, name: string): boolean =>
	/^[\p{L}\p{N}_]+$/u.test(name) ? words.has(name) : mentions(text, name);

/** A statement, with the names of the tables, views, macros and the like that it makes or changes: of a question none. */
interface Step {
	ran: Ran;
	/** In small letters, without quotes. */
	names: string[];
	/** Of those, what it makes whatever there was, and the text apart from their names. */
	anew: string[];
	rest: { text: string; words: ReadonlySet<string> };
	/** Whether it does no more than take something away. */
	isDrop: boolean;
}

function stepOf(ran: Ran): Step {
	const { sql, code } = ran;
	const found = [...code.matchAll(changes)];
	const anew = found.filter(([text]) => /^create\s+or\s/i.test(text));
	const text = anew.reduce(
		(left, { 0: { length }, index }) =>
			left.slice(0, index) + ' '.repeat(length) + left.slice(index + length),
		sql
	);
	const namesOf = (all: readonly RegExpExecArray[]) => all.map(([, name]) => plain(name!).toLowerCase());
	return {
		ran,
		names: namesOf(found),
		anew: namesOf(anew),
		rest: { text, words: wordsIn(text) },
		isDrop: found.length === 1 && /^drop\b/i.test(code)
	};
}

/** Those of some steps that texts rest on, by way of all that they name in turn. */
function closure(texts: readonly string[], steps: readonly Step[]): Step[] {
	const open = new Set(steps);
	let found = texts;
	while (found.length > 0) {
		const read = found.map((text) => ({ text, words: wordsIn(text) }));
		const more = [...open].filter(({ names }) => names.some((name) => read.some((each) => has(each, name))));
		for (const each of more) open.delete(each);
		found = more.map(({ ran }) => ran.sql);
	}
	return steps.filter((each) => !open.has(each));
}

/** Steps that make or change something; of a question there is nothing to make again. */
const making = (ran: readonly Ran[]): Step[] => ran.map(stepOf).filter(({ names }) => names.length > 0);

/**
 * Those of some steps whose outcome is still there after them and the steps that come last: what was made anew needs
 * nothing of what it replaced, and what was taken away is not made, unless another step needs it on the way.
 */
function lasting(steps: readonly Step[], last: readonly Step[] = []): Ran[] {
	const all = [...new Set(steps.flatMap(({ names }) => names))];
	const live = new Set(all);
	const needed = new Set<Step>();
	for (const step of [...steps, ...last].reverse()) {
		const isLast = last.includes(step);
		if (step.isDrop && !isLast) {
			live.delete(step.names[0]!);
			continue;
		}
		if (!isLast && !step.names.some((name) => live.has(name))) continue;
		if (!isLast) needed.add(step);
		for (const name of step.anew) live.delete(name);
		for (const name of all) if (has(step.rest, name)) live.add(name);
	}
	const made = new Set<string>();
	return steps.flatMap((step) => {
		if (step.isDrop ? !made.has(step.names[0]!) : !needed.has(step)) return [];
		for (const name of step.names) made.add(name);
		return [step.ran];
	});
}

/**
 * The earlier statements that others rest on: those that made or changed what these name, or what they name in turn, in the order
 * in which they were run. Rather one too many than one too few.
 * @param before all that one engine ran, before these
 */
export function madeFor(statements: readonly Ran[], before: readonly Ran[]): string[] {
	const steps = closure(
		statements.map(({ sql }) => sql),
		making(before)
	);
	return lasting(steps, statements.map(stepOf)).map(({ sql }) => sql);
}

/** Of all that one engine ran, the statements that make what there is in it now, in the order in which they were run. */
export const madeIn = (ran: readonly Ran[]): Ran[] => lasting(making(ran));

/**
 * What has to be made before a text is run in an engine of its own, so that all is there as it was.
 * @param start what was run before the text was run last, and `since` what was run from then on
 * @returns without what the text makes itself, which would be done twice
 */
export function madeBefore(text: string, start: readonly Ran[], since: readonly Ran[]): Ran[] {
	const own = new Set(splitStatements(text).map(({ text: sql }) => sql));
	const isOwn = ({ sql }: Ran) => own.has(sql);
	// The text would find there what it makes: left out with all that rests on it, as far as the text does that too.
	const twice = start.filter(
		(ran) => isOwn(ran) && /^create\s+(?!or\s)(?!.*\bif\s+not\s+exists\b)/is.test(ran.code)
	);
	const left = new Set([...twice, ...restingOn(twice, start)]);
	const kept = [...left].every(isOwn) ? start.filter((ran) => !left.has(ran)) : start;
	const undone = new Set(
		restingOn(
			since.filter((ran) => isOwn(ran) && /^create\b/i.test(ran.code)),
			since
		)
	);
	return madeIn([...kept, ...since.filter((ran) => !isOwn(ran) && !undone.has(ran))]);
}

/** What an address has room for: more statements would also keep who opens it waiting. */
export const mostBefore = { statements: 300, letters: 500_000 };

/** Whether statements have room in the address of the page. */
export const isRoomFor = (made: readonly Ran[]): boolean =>
	made.length <= mostBefore.statements &&
	made.reduce((sum, { sql }) => sum + sql.length, 0) <= mostBefore.letters;

/** Of statements in their order, those that rest on one that could not be run. */
export function restingOn(failed: readonly Ran[], later: readonly Ran[]): Ran[] {
	const lost = new Set(making(failed).flatMap(({ names }) => names));
	return making(later).flatMap(({ ran, names }) => {
		const read = { text: ran.sql, words: wordsIn(ran.sql) };
		if (![...lost].some((name) => has(read, name))) return [];
		for (const name of names) lost.add(name);
		return [ran];
	});
}

/** What a reader asked: its text, the statements in it, and what the same engine had run before. */
export interface AskedText {
	sql: string;
	statements: readonly Ran[];
	before: readonly Ran[];
}

/**
 * A text of a reader with the statements that it rests on: after its comment, which is its title.
 * @param more what else has to find its tables after it
 * @returns with how many statements were put before its own
 */
export function wholeText(
	{ sql, statements, before }: AskedText,
	more: readonly Ran[] = []
): { sql: string; added: number } {
	const made = madeFor([...statements, ...more], before);
	if (made.length === 0) return { sql, added: 0 };
	const [head] = /^(?:\s*--.*(?:\n|$))*/.exec(sql)!;
	return { sql: `${head}${made.join(';\n')};\n${sql.slice(head.length)}`, added: made.length };
}

/** The statements that give an answer, also in an engine that ran nothing before: the last is the question itself. */
export const wholeQuery = (asked: Ran, before: readonly Ran[]): string[] => [
	...madeFor([asked], before),
	asked.sql
];
