import { dutchWords, saidOf, textsIn } from '#lib/domain/content.ts';
import { language } from '#lib/domain/language.ts';
import { escapeMarkup } from '#lib/domain/markup.ts';
import type { Model } from '#lib/schema/model.ts';
import { foreignParts, markParts, type ForeignParts } from './foreign-parts.ts';
import { model } from './model.ts';

/** The language that the site is written in, and that of all data that say nothing else. */
const written = 'nl';

/** What a language calls itself. */
const ownNames: Record<string, string> = { nl: 'Nederlands', en: 'English' };

/** Where a page leaves room in its head. */
const place = /<div class="organisation[^"]*">/;

/** An element with nothing in it but a text and marks of Svelte, and without a language of its own. */
const element =
	/<([a-z][a-z0-9]*)((?:\s(?!lang=)[^\s<>="]+(?:="[^"]*")?)*)>((?:\s|<!--[^>]*-->)*)([^<>]*[^<>\s])((?:\s|<!--[^>]*-->)*)<\/\1>/g;

/**
 * Leads to the same page in the other languages of this site.
 * @param path address of the page from the root of the site in its own language
 * @param languages all that the site is published in; Dutch stands at its root, another in a folder of its name
 */
export function linkLanguages(html: string, path: string, languages: readonly string[]): string {
	const others = languages.filter((each) => each !== language);
	if (others.length === 0) return html;
	const root = '../'.repeat(path.split('/').length - (language === written ? 2 : 1));
	const addressOf = (each: string) =>
		escapeMarkup(`${root}${each === written ? '' : `${each}/`}${path.slice(1)}`);
	const links = others.map(
		(each) =>
			`<a class="language" href="${addressOf(each)}" rel="alternate external" lang="${each}" hreflang="${each}">${ownNames[each] ?? each}</a>`
	);
	return html.replace(place, (start) => start + links.join(''));
}

/** How a text can stand between tags: as Svelte writes it, and as files do that are pages of their own. */
const inMarkup = (text: string): string[] => [
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
	escapeMarkup(text)
];

/** In which language each text of the data is that is in another language than the interface. */
export function foreignTexts(
	data: Pick<Model, 'monitors'> & { said?: unknown },
	own = language
): Map<string, string> {
	const spoken = new Map([...textsIn(data)].flatMap(inMarkup).map((text) => [text, written]));
	for (const each of data.monitors)
		if (each.monitor.language !== written)
			for (const text of [...textsIn(each)].flatMap(inMarkup)) spoken.set(text, each.monitor.language);
	return new Map([...spoken].filter(([, each]) => each !== own));
}

let foreign: { texts: ReadonlyMap<string, string>; parts: ForeignParts } | undefined;

/** All texts of the site that are in another language, and of those the ones that may be a single word. */
function readForeign(): [ReadonlyMap<string, string>, Set<string>] {
	const said = saidOf(model);
	// A name in a question may be a word of the interface too.
	const names = said.names.filter((name) => name.search(dutchWords) >= 0);
	const titles = [...model.indicators, ...model.themes].map(({ title }) => title);
	const texts = foreignTexts({ ...model, said: [said.texts, names] });
	return [texts, new Set([...titles, ...names].flatMap(inMarkup))];
}

/** Says of each element that holds a text of the data, and nothing else, in which language that is. */
export function markContent(html: string, texts: ReadonlyMap<string, string>): string {
	if (texts.size === 0) return html;
	return html.replace(
		element,
		(whole, tag: string, attributes: string, before: string, text: string, after: string) => {
			const lang = texts.get(text);
			return lang ? `<${tag}${attributes} lang="${lang}">${before}${text}${after}</${tag}>` : whole;
		}
	);
}

/**
 * Says which texts of the data on a page are in another language than the interface: of elements, and of parts of their
 * text where no script goes on with the page.
 */
export function markData(html: string): string {
	if (!foreign) {
		const [texts, names] = readForeign();
		foreign = { texts, parts: foreignParts(texts, names) };
	}
	if (foreign.texts.size === 0) return html;
	const whole = markContent(html, foreign.texts);
	return html.includes('kit.start(') ? whole : markParts(whole, foreign.parts);
}

/**
 * Gives a page the language that it is built in, the language of the data in it, and the way to its other languages.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export function speak(html: string, path: string, languages: readonly string[]): string {
	const linked = linkLanguages(html, path, languages).replace(
		'<html lang="nl">',
		`<html lang="${language}">`
	);
	return markData(linked);
}
