import { Parser } from 'htmlparser2';
import { isWritten } from '#lib/domain/content.ts';
import { capital, small } from '#lib/domain/format.ts';

/** Elements whose text is no language, or can hold no other element. */
const closed = /^(script|style|code|pre|option|textarea|title)$/;

const word = /[\p{L}\d]+/gu;

/** Texts in another language by the word that they begin with, the longest first. */
export type ForeignParts = ReadonlyMap<string, readonly { text: string; lang: string }[]>;

/**
 * Makes texts findable within others.
 * @param texts the language of each, as it stands in markup
 * @param names single words among them that are looked for too, such as titles
 */
export function foreignParts(
	texts: ReadonlyMap<string, string>,
	names: ReadonlySet<string> = new Set()
): ForeignParts {
	const found = new Map<string, { text: string; lang: string }[]>();
	for (const [text, lang] of texts)
		if (names.has(text) || isWritten(text))
			// A single word may be a word of the other language too: Stress is a title, stress is not.
			for (const each of new Set([text, capital(text), ...(isWritten(text) ? [small(text)] : [])])) {
				const [first] = each.match(word) ?? [];
				if (first) found.set(first, [...(found.get(first) ?? []), { text: each, lang }]);
			}
	for (const list of found.values()) list.sort((a, b) => b.text.length - a.text.length);
	return found;
}

/** A text of a page, with the parts that are in another language in an element that says so. */
function marked(text: string, parts: ForeignParts): string {
	let result = '';
	let done = 0;
	for (const { 0: first, index } of text.matchAll(word)) {
		if (index < done) continue;
		const fits = parts.get(first)?.find((each) => {
			const start = index - each.text.indexOf(first);
			return (
				start >= done &&
				text.startsWith(each.text, start) &&
				!/[-/.]$/.test(text.slice(0, start)) &&
				!/^[-/.]?[\p{L}\d]/u.test(text.slice(start + each.text.length))
			);
		});
		if (!fits) continue;
		const start = index - fits.text.indexOf(first);
		result += `${text.slice(done, start)}<span lang="${fits.lang}">${fits.text}</span>`;
		done = start + fits.text.length;
	}
	return result + text.slice(done);
}

/**
 * Puts each part of a text that is in another language in an element that says so. Only for pages on which no script
 * goes on: one that does counts on the nodes it wrote.
 * @param html a page on which elements that hold such a text and nothing else have their language already
 */
export function markParts(html: string, parts: ForeignParts): string {
	let result = '';
	let done = 0;
	/** Per open element, whether what it holds stays as it is. */
	const open: boolean[] = [];
	const parser = new Parser(
		{
			onopentag(tag, { lang }) {
				open.push(
					open.at(-1) === true || closed.test(tag) || tag === 'svg' || (tag !== 'html' && lang !== undefined)
				);
			},
			ontext() {
				if (open.at(-1) !== false) return;
				const end = parser.endIndex + 1;
				result += html.slice(done, parser.startIndex) + marked(html.slice(parser.startIndex, end), parts);
				done = end;
			},
			onclosetag() {
				open.pop();
			}
		},
		{ decodeEntities: false }
	);
	parser.end(html);
	return result + html.slice(done);
}
