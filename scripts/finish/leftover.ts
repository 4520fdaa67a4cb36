import { Parser } from 'htmlparser2';
import { textsIn } from '#lib/domain/content.ts';
import { capital } from '#lib/domain/format.ts';
import { groupPhrase } from '#lib/domain/groups.ts';
import type { Model } from '#lib/schema/model.ts';

/** Words that are Dutch and nothing else, and no code in a column; names of areas and of laws are among the texts of the data. */
const dutch =
	/(?<![\p{L}\d-])(de|het|een|van|niet|zijn|voor|deze|dit|wordt|worden|geen|naar|ook|maar|heeft|hebben|uit|wijken|buurten|gemeenten|cijfers?|doel|doelen|jaar|hoe|waarom|alle|andere|bekijk|oordeel|bereikt|verborgen|onbekend)(?![\p{L}\d-])/giu;

/** Attributes that a reader hears or sees. */
const told = ['alt', 'aria-label', 'title', 'placeholder', 'content'];

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The texts of a page that are in its own language: those that no element says to be in another. */
function ownTexts(html: string): string[] {
	const texts: string[] = [];
	/** Per open element, whether what it holds is another language, or no text. */
	const open: boolean[] = [];
	const parser = new Parser({
		onopentag(tag, attributes) {
			const isOther =
				open.at(-1) === true ||
				/^(script|style|code|pre)$/.test(tag) ||
				(tag !== 'html' && attributes.lang !== undefined);
			if (!isOther) texts.push(...told.flatMap((name) => attributes[name] ?? []));
			if (!empty.test(tag)) open.push(isOther);
		},
		ontext(text) {
			if (open.at(-1) !== true) texts.push(text);
		},
		onclosetag(tag) {
			if (!empty.test(tag)) open.pop();
		}
	});
	parser.end(html);
	return texts;
}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What the data say, with and without a capital, the longest first: titles, phrases, and names in saved questions. */
export function contentOf(model: Model): string[] {
	const phrases = model.indicators.flatMap(({ phrase, breakdowns }) =>
		breakdowns.map((group) => groupPhrase(phrase, group))
	);
	const named = model.questions.flatMap(({ sql }) => [...sql.matchAll(/"([^"]+)"|'([^']+)'|\bas (\w+)/g)]);
	const texts = textsIn([model, phrases, named.map(([, ...names]) => names)]);
	return [...new Set([...texts].flatMap((text) => [text, capital(text), small(text)]))].toSorted(
		(a, b) => b.length - a.length
	);
}

/**
 * What is still Dutch on a page in another language.
 * @param content texts of the data, the longest first: these stay as they are, within a sentence too
 * @returns each text with Dutch words, without what the data say
 */
export function dutchLeft(html: string, content: readonly string[]): string[] {
	return ownTexts(html).flatMap((text) => {
		let own = text.replace(/\s+/g, ' ').trim();
		if (own.search(dutch) < 0) return [];
		if (content.includes(own)) return [];
		// A text of a few letters may stand within any word.
		for (const each of content) if (each.length > 4 && own.includes(each)) own = own.replaceAll(each, '·');
		return own.search(dutch) < 0 ? [] : [own];
	});
}
