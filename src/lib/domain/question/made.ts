import { withoutTexts } from '../sql/allowed.ts';

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

/** Names of the tables, views, macros and the like that a statement makes or changes; of a question none. */
const changedBy = (sql: string): string[] =>
	[...withoutTexts(sql).matchAll(changes)].map(([, name]) => name!);

/**
 * The statements that a text rests on: those that made or changed what it names, or what they name in turn, in the order
 * in which they were run. Rather one too many than one too few.
 * @param before the statements that one engine ran, before the text was asked
 */
export function madeFor(text: string, before: readonly string[]): string[] {
	const steps = before.map((sql) => ({ sql, names: changedBy(sql) })).filter(({ names }) => names.length > 0);
	const open = new Set(steps);
	let found = [text];
	while (found.length > 0) {
		const more = [...open].filter(({ names }) =>
			names.some((name) => found.some((each) => mentions(each, name)))
		);
		for (const each of more) open.delete(each);
		found = more.map(({ sql }) => sql);
	}
	return steps.filter((each) => !open.has(each)).map(({ sql }) => sql);
}

/** SQL that gives its answer by itself, also in an engine that ran nothing before: with the statements that it rests on. */
export const wholeSql = (sql: string, before: readonly string[]): string =>
	[...madeFor(sql, before), sql].join(';\n');
