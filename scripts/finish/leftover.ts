import { Parser } from 'htmlparser2';
import { areaLabel } from '#lib/domain/areas.ts';
import { dutchWords as dutch, isName, saidOf, textsIn } from '#lib/domain/content.ts';
import { capital, small } from '#lib/domain/format.ts';
import type { Model } from '#lib/schema/model.ts';

/** Attributes that a reader hears or sees. */
const told = ['alt', 'aria-label', 'title', 'placeholder', 'content'];

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Elements that hold text only: no part of it can say that it is in another language. In a picture, none is read out. */
const closed = /^(option|textarea|title|svg)$/;

interface Open {
	/** What it holds is another language, or no text. */
	isOther: boolean;
	isClosed: boolean;
}

/**
 * The texts of a page that are in its own language: those that no element says to be in another.
 * @returns `texts` that an element could say the language of, and those of attributes and `closed` elements
 */
function ownTexts(html: string): { texts: string[]; closedTexts: string[] } {
	const texts: string[] = [];
	const closedTexts: string[] = [];
	const open: Open[] = [];
	const parser = new Parser({
		onopentag(tag, attributes) {
			const isOther =
				open.at(-1)?.isOther === true ||
				/^(script|style|code|pre)$/.test(tag) ||
				(tag !== 'html' && attributes.lang !== undefined);
			if (!isOther) closedTexts.push(...told.flatMap((name) => attributes[name] ?? []));
			if (!empty.test(tag))
				open.push({ isOther, isClosed: open.at(-1)?.isClosed === true || closed.test(tag) });
		},
		ontext(text) {
			const at = open.at(-1);
			if (!at?.isOther) (at?.isClosed ? closedTexts : texts).push(text);
		},
		onclosetag(tag) {
			if (!empty.test(tag)) open.pop();
		}
	});
	parser.end(html);
	return { texts, closedTexts };
}

/** Texts with and without a capital, the longest first. */
const spelled = (texts: Iterable<string>): string[] =>
	[...new Set([...texts].flatMap((text) => [text, capital(text), small(text)]))].toSorted(
		(a, b) => b.length - a.length
	);

const labelsOf = ({ areas }: Pick<Model, 'areas'>): string[] =>
	areas.map((area) => areaLabel(area, []).label);

/** What the data say: titles, phrases, names of areas as they are shown, and names in saved questions. */
export const contentOf = (model: Model): string[] =>
	spelled([...textsIn([model, saidOf(model)]), ...labelsOf(model)]);

/** Names of areas, as the source has them and as they are shown, and those of others in the data. */
export const namesOf = (model: Model): string[] =>
	spelled([
		...model.areas.map(({ name }) => name),
		...labelsOf(model),
		...model.monitors.flatMap(({ areas }) => areas?.areas ?? []).map(({ name }) => name),
		...[...textsIn(model.monitors)].filter(isName)
	]);

/** A text without what the data say, where Dutch words are left. */
function dutchWithout(text: string, content: readonly string[]): string[] {
	let own = text.replace(/\s+/g, ' ').trim();
	if (own.search(dutch) < 0 || content.includes(own)) return [];
	// A text of a few letters may stand within any word.
	for (const each of content) if (each.length > 4 && own.includes(each)) own = own.replaceAll(each, '·');
	return own.search(dutch) < 0 ? [] : [own];
}

/**
 * What is Dutch on a page in another language, in an element that does not say so.
 * @param content texts of the data, the longest first: these stay as they are, within a text that cannot say so
 * @param names those that are a name, which is no language
 * @returns each text with Dutch words, without what was looked past
 */
export function dutchLeft(html: string, content: readonly string[], names: readonly string[] = []): string[] {
	const { texts, closedTexts } = ownTexts(html);
	return [
		...texts.flatMap((text) => dutchWithout(text, names)),
		...closedTexts.flatMap((text) => dutchWithout(text, content))
	];
}
