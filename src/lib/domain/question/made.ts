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

/** Whether a text has a name in it, whichever way it is written; that of a database only with a dot behind it. */
export function mentions(text: string, written: string, isDatabase = false): boolean {
	const name = written.startsWith('"') ? written.slice(1, -1) : written;
	const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const after = isDatabase ? '"?\\s*\\.' : '(?![\\p{L}\\p{N}_])';
	return new RegExp(`(?<![\\p{L}\\p{N}_])${word}${after}`, 'iu').test(text);
}

/** A statement, with the names of the tables, views, macros and the like that it makes or changes: of a question none. */
interface Step {
	ran: Ran;
	names: string[];
	/** Of those, what it makes whatever there was, and the text apart from their names. */
	anew: string[];
	rest: string;
}

function stepOf(ran: Ran): Step {
	const { sql, code } = ran;
	const found = [...code.matchAll(changes)];
	const anew = found.filter(([text]) => /^create\s+or\s/i.test(text));
	const rest = anew.reduce(
		(text, { 0: { length }, index }) =>
			text.slice(0, index) + ' '.repeat(length) + text.slice(index + length),
		sql
	);
	return { ran, names: found.map(([, name]) => name!), anew: anew.map(([, name]) => name!), rest };
}

/** Those of some steps that texts rest on, by way of all that they name in turn. */
function closure(texts: readonly string[], steps: readonly Step[]): Step[] {
	const open = new Set(steps);
	let found = texts;
	while (found.length > 0) {
		const more = [...open].filter(({ names }) =>
			names.some((name) => found.some((each) => mentions(each, name)))
		);
		for (const each of more) open.delete(each);
		found = more.map(({ ran }) => ran.sql);
	}
	return steps.filter((each) => !open.has(each));
}

/** Steps that make or change something; of a question there is nothing to make again. */
const making = (ran: readonly Ran[]): Step[] => ran.map(stepOf).filter(({ names }) => names.length > 0);

/** Those of some steps whose outcome is still there after them and the steps that come last: what was made anew needs nothing of what it replaced. */
function lasting(steps: readonly Step[], last: readonly Step[] = []): Ran[] {
	const all = new Set(steps.flatMap(({ names }) => names.map((name) => name.toLowerCase())));
	const live = new Set(all);
	const needed = [...steps, ...last].reverse().filter((step) => {
		if (!last.includes(step) && !step.names.some((name) => live.has(name.toLowerCase()))) return false;
		for (const name of step.anew) live.delete(name.toLowerCase());
		for (const name of all) if (mentions(step.rest, name)) live.add(name);
		return !last.includes(step);
	});
	return needed.reverse().map(({ ran }) => ran);
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
