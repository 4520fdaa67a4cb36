import type { Model } from '../schema/model.ts';
import { groupPhrase } from './groups.ts';
import { language } from './language.ts';
import { plainNote } from './notes.ts';
import type { SaidPart, Sentence } from './sentence.ts';

/** Words that are Dutch and nothing else, and no code in a column; names of areas and of laws are among the texts of the data. */
export const dutchWords =
	/(?<![\p{L}\d/-])(de|het|een|van|niet|zijn|voor|deze|dit|wordt|worden|geen|naar|ook|maar|heeft|hebben|uit|wijken|buurten|gemeenten|cijfers?|doel|doelen|jaar|hoe|waarom|alle|andere|bekijk|oordeel|bereikt|verborgen|onbekend)(?![\p{L}\d/-]|\.\p{L})/giu;

/**
 * All texts with a letter in something read from JSON, without the spaces around them: what the data say, at any depth.
 * @param keys only those under a key of one of these names
 */
export function textsIn(
	value: unknown,
	keys?: ReadonlySet<string>,
	found = new Set<string>(),
	isWanted = keys === undefined
): Set<string> {
	if (typeof value === 'string') {
		if (isWanted && /\p{L}/u.test(value)) found.add(value.trim());
	} else if (Array.isArray(value)) for (const each of value) textsIn(each, keys, found, isWanted);
	else if (typeof value === 'object' && value !== null)
		for (const [key, each] of Object.entries(value)) textsIn(each, keys, found, keys?.has(key));
	return found;
}

const hasWords = /\p{L}\S*\s\S*\p{L}/u;
const hasSmall = /(?<![\p{L}\d])\p{Ll}{2}/u;

/** Whether a text is more than one word, one of them without a capital: a sentence or a title, and not a code or a name. */
export const isWritten = (text: string): boolean => /\s/.test(text) && hasSmall.test(text);

/** The same, or a sentence of one word. */
const isSaid = (text: string): boolean => isWritten(text) || /^\p{Lu}\p{Ll}+\.$/u.test(text);

/** Whether a text is words that all have a capital, as the name of an organisation, which is in no language. */
export const isName = (text: string): boolean => hasWords.test(text) && !hasSmall.test(text);

/**
 * A sentence of the site in parts: what stands around the texts of the data in it, and at every second place such a text.
 * @param data what the sentence was made of; single words and names in it are no part of their own
 */
export function partsOf(sentence: string, data: unknown): string[] {
	const texts = [...textsIn(data)].filter(isSaid).toSorted((a, b) => b.length - a.length);
	if (texts.length === 0) return [sentence];
	const signs = texts.map((text) => text.replace(/[^\p{L}\d\s]/gu, '\\$&'));
	return sentence.split(new RegExp(`(${signs.join('|')})`));
}

/** What the data say, as a part of a sentence: in Dutch it is words as any other. */
export const said = (text: string): string | SaidPart => (language === 'nl' ? text : { text });

/** A sentence of this site in which texts of the data may stand. @param data what the sentence was made of */
export const saidWithin = (text: string, data: unknown): Sentence =>
	language === 'nl' ? [text] : partsOf(text, data).map((part, i) => (i % 2 === 1 ? said(part) : part));

/**
 * What the data say in other words than they have it: phrases of a group of residents, explanations as text, and in
 * saved questions what columns and values are called.
 */
export function saidOf({
	indicators,
	monitors,
	questions
}: Pick<Model, 'indicators' | 'monitors' | 'questions'>): {
	texts: string[];
	names: string[];
} {
	const phrases = indicators.flatMap(({ phrase, breakdowns }) =>
		breakdowns.map((group) => groupPhrase(phrase, group))
	);
	const notes = monitors.flatMap((each) => each.notes.map(({ blocks }) => plainNote(blocks)));
	const names = questions.flatMap(({ sql }) =>
		[...sql.matchAll(/"([^"]+)"|'([^']*)'|\bas (\w+)/g)].map((found) => found[1] ?? found[2] ?? found[3]!)
	);
	return { texts: [...phrases, ...notes], names };
}
