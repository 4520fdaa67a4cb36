import { withoutTexts } from '../sql/allowed.ts';
import { splitStatements } from '../sql/split.ts';

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
	sql: string;
	names: string[];
	/** Of those, what it makes whatever there was, and the text apart from their names. */
	anew: string[];
	rest: string;
}

function stepOf(sql: string): Step {
	const found = [...withoutTexts(sql).matchAll(changes)];
	const anew = found.filter(([text]) => /^create\s+or\s/i.test(text));
	const rest = anew.reduce(
		(text, { 0: { length }, index }) =>
			text.slice(0, index) + ' '.repeat(length) + text.slice(index + length),
		sql
	);
	return { sql, names: found.map(([, name]) => name!), anew: anew.map(([, name]) => name!), rest };
}

/** Those of some steps that a text rests on, by way of all that they name in turn. */
function closure(text: string, steps: readonly Step[]): Step[] {
	const open = new Set(steps);
	let found = [text];
	while (found.length > 0) {
		const more = [...open].filter(({ names }) =>
			names.some((name) => found.some((each) => mentions(each, name)))
		);
		for (const each of more) open.delete(each);
		found = more.map(({ sql }) => sql);
	}
	return steps.filter((each) => !open.has(each));
}

/**
 * The statements that a text rests on: those that made or changed what it names, or what they name in turn, in the order
 * in which they were run. Rather one too many than one too few; but what was made anew needs nothing of what it replaced.
 * @param before the statements that one engine ran, before the text was asked
 */
export function madeFor(text: string, before: readonly string[]): string[] {
	const steps = closure(
		text,
		before.map(stepOf).filter(({ names }) => names.length > 0)
	);
	const own = splitStatements(text).map(({ text: sql }) => stepOf(sql));
	const all = new Set(steps.flatMap(({ names }) => names.map((name) => name.toLowerCase())));
	const live = new Set(all);
	const needed = [...steps, ...own].reverse().filter((step) => {
		if (!own.includes(step) && !step.names.some((name) => live.has(name.toLowerCase()))) return false;
		for (const name of step.anew) live.delete(name.toLowerCase());
		for (const name of all) if (mentions(step.rest, name)) live.add(name);
		return !own.includes(step);
	});
	return needed.reverse().map(({ sql }) => sql);
}

/** A text of a reader with the statements that it rests on: after its comment, which is its title. */
export function wholeText(text: string, before: readonly string[]): string {
	const made = madeFor(text, before);
	if (made.length === 0) return text;
	const [head] = /^(?:\s*--.*(?:\n|$))*/.exec(text)!;
	return `${head}${made.join(';\n')};\n${text.slice(head.length)}`;
}

/** SQL that gives its answer by itself, also in an engine that ran nothing before: with the statements that it rests on. */
export const wholeSql = (sql: string, before: readonly string[]): string =>
	[...madeFor(sql, before), sql].join(';\n');
