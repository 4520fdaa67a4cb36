import { count, enumerate, formatDay, missingSigns } from '../domain/format.ts';
import type { Result } from '../domain/result.ts';
import type { Source } from '../schema/source.ts';
import { tellPlain } from './plain.ts';

/** What is known of a question, apart from its answer. */
export interface Asked {
	title: string;
	/** The SQL that gives the answer: its last statement, after those that made what it asks. */
	query: string;
	/** The day on which it was asked, as `2026-11-23`. */
	day: string;
	/** The day of the release that the figures come from; absent where there is none. */
	release?: string;
	/** Address at which the question can be opened again. */
	address?: string;
	/** What was done with the answer after the SQL: the steps, and the SQL of what was joined. */
	worked?: { steps: string; count: number; remarks: readonly string[]; beside: readonly string[] };
	/** What a reader must know of what was asked, in sentences. */
	cautions?: readonly string[];
	/** Names of files of the reader that the answer rests on, beside the sources. */
	own?: readonly string[];
	sources: readonly Pick<Source, 'title' | 'publisher' | 'licence' | 'url' | 'code'>[];
}

/** What a file says of itself. */
export interface Provenance extends Asked {
	/** What a reader must know before using the answer, in sentences. */
	remarks: string[];
}

/** A fact about a file: what it is of, and the text. */
export interface Fact {
	label: string;
	text: string;
}

const cutRemark = (rows: number): string =>
	`Niet alle regels staan erin: het antwoord is afgekapt na ${count(rows, 'regel', 'regels')}.`;

const reopening = (own: readonly string[]): string =>
	`De vraag opnieuw openen kan alleen met hetzelfde bestand erbij: ${enumerate(own)}.`;

/** What the file of an answer says of itself: all that was known of the question, and what is odd in the answer. */
export const provenance = ({ cautions = [], ...asked }: Asked, result: Result): Provenance => ({
	...asked,
	remarks: [
		...(asked.own?.length ? [reopening(asked.own)] : []),
		...cautions,
		...(asked.worked?.remarks ?? []),
		...(result.cut ? [cutRemark(result.rows.length)] : []),
		...tellPlain(result)
	]
});

/** What an empty cell means, and the words that the data have for why a value is not there. */
export const missingFacts: readonly Fact[] = [
	{ label: 'Lege cel', text: 'Deze waarde is er niet. Dat is iets anders dan nul.' },
	...Object.entries(missingSigns).map(([label, { meaning }]) => ({ label, text: meaning }))
];

/** A source in one line: title, publisher, table, licence, address. */
export const tellSource = ({ title, publisher, licence, url, code }: Asked['sources'][number]): string =>
	[title, publisher, ...(code ? [`tabel ${code}`] : []), `licentie ${licence}`, ...(url ? [url] : [])].join(
		', '
	);

/** The sources of an answer, each told in its way: first the files of the reader. */
function sourcesOf(
	{ own = [], sources }: Asked,
	tell: (source: Asked['sources'][number]) => string
): string[] {
	return [...own.map((name) => `eigen bestand van de lezer: ${name}`), ...sources.map(tell)];
}

const noSource = 'Bij deze vraag is geen bron genoemd.';

/** Everything that a file says of itself, line by line, in plain Dutch. */
export function facts(from: Provenance): Fact[] {
	const { title, query, day, release, address, remarks, worked } = from;
	const sources = sourcesOf(from, tellSource);
	return [
		{ label: 'Titel', text: title },
		...(sources.length > 0 ? sources : [noSource]).map((text) => ({ label: 'Bron', text })),
		...(release ? [{ label: 'Stand van de cijfers', text: formatDay(release) }] : []),
		{ label: 'Gevraagd op', text: formatDay(day) },
		...(address ? [{ label: 'De vraag openen', text: address }] : []),
		...remarks.map((text) => ({ label: 'Let op', text })),
		{ label: 'Vraag (SQL)', text: query },
		...(worked ? [{ label: 'Daarna bewerkt met stappen', text: worked.steps }] : []),
		...(worked?.beside ?? []).map((text) => ({ label: 'Erbij gevoegd (SQL)', text }))
	];
}

/** Source and days in one sentence each, for under a picture; that has no address to open. */
export function pictureLines(from: Provenance, result: Result): string[] {
	const { day, release, remarks, worked } = from;
	const ofFile = new Set([...tellPlain(result), reopening(from.own ?? [])]);
	const sources = sourcesOf(from, ({ title, publisher }) => `${publisher}, ${title}`);
	return [
		sources.length > 0 ? `Bron: ${sources.join('; ')}.` : noSource,
		`${release ? `Stand van de cijfers: ${formatDay(release)}. ` : ''}Gevraagd op ${formatDay(day)}.`,
		...(worked ? [`Bewerkt met ${count(worked.count, 'stap', 'stappen')}.`] : []),
		...remarks.filter((each) => !ofFile.has(each))
	];
}
