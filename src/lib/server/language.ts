import { spenders } from '#lib/db/queries/index.ts';
import { dutchWords, saidOf, textsIn } from '#lib/domain/content.ts';
import { evidenceNames, strengthNames } from '#lib/domain/evidence.ts';
import { small } from '#lib/domain/format.ts';
import { kindNames, levelNames, originNames, progressNames, wantedNames } from '#lib/domain/goal-names.ts';
import { language } from '#lib/domain/language.ts';
import { escapeMarkup } from '#lib/domain/markup.ts';
import { fitNames } from '#lib/domain/measure.ts';
import { statusNames } from '#lib/domain/verdict/status.ts';
import type { Model } from '#lib/schema/model.ts';
import { foreignParts, markParts, type ForeignParts } from './foreign-parts.ts';
import { run } from './database.ts';
import { model } from './model.ts';

/** The language that the site is written in, and that of all data that say nothing else. */
const written = 'nl';

/** What a language calls itself. */
const ownNames: Record<string, string> = { nl: 'Nederlands', en: 'English' };

/** Where a page leaves room in its head. */
const place = /<div class="organisation[^"]*">/;

/** An element with nothing in it but a text and marks of Svelte. */
const element =
	/<([a-z][a-z0-9]*)((?:\s[^\s<>="]+(?:="[^"]*")?)*)>((?:\s|<!--[^>]*-->)*)([^<>]*[^<>\s])((?:\s|<!--[^>]*-->)*)<\/\1>/g;

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

/** Words of the data that mark what something is, and that the interface has in its own language. */
const codes = new Set(
	[
		evidenceNames,
		fitNames,
		kindNames,
		levelNames,
		originNames,
		progressNames,
		statusNames,
		strengthNames,
		wantedNames
	].flatMap(Object.keys)
);

/** In which language each text of the data is that is in another language than the interface. */
export function foreignTexts(
	data: Pick<Model, 'monitors'> & { said?: unknown },
	own = language
): Map<string, string> {
	const spoken = new Map([...textsIn(data)].flatMap(inMarkup).map((text) => [text, written]));
	for (const each of data.monitors)
		if (each.monitor.language !== written)
			for (const text of [...textsIn(each)].flatMap(inMarkup)) spoken.set(text, each.monitor.language);
	return new Map(
		[...spoken].filter(([text, each]) => each !== own && /\p{L}{2}/u.test(text) && !codes.has(text))
	);
}

/** Where people write a title or a name in the data, and not a word that marks one of a few kinds. */
const named = new Set([
	'title',
	'label',
	'name',
	'subject',
	'breakdown',
	'place',
	'text',
	'owner',
	'singular',
	'plural',
	'one',
	'more',
	'unit',
	'funding',
	'providers'
]);

/** Texts of the data that are looked for within others though they may be a single word. */
const namesIn = (data: Model): string[] =>
	[...textsIn(data, named), ...data.indicators.map(({ title }) => small(title))].filter(
		(name) => name !== data.site.title && !codes.has(name.toLowerCase())
	);

/** All texts of the site that are in another language, and how they are found within others. */
async function findForeign(): Promise<{ texts: ReadonlyMap<string, string>; parts: ForeignParts }> {
	const said = saidOf(model);
	// A name in a question may be a word of the interface too.
	const asked = said.names.filter((name) => name.search(dutchWords) >= 0);
	const taakvelden = (await run(spenders)).map(({ title }) => title);
	const texts = foreignTexts({ ...model, said: [said.texts, asked, taakvelden] });
	const names = new Set([...namesIn(model), ...asked, ...taakvelden].flatMap(inMarkup));
	return { texts, parts: foreignParts(texts, names) };
}

let foreign: ReturnType<typeof findForeign> | undefined;

/** Says of each element that holds a text of the data, and nothing else, in which language that is. */
export function markContent(html: string, texts: ReadonlyMap<string, string>): string {
	if (texts.size === 0) return html;
	return html.replace(
		element,
		(whole, tag: string, attributes: string, before: string, text: string, after: string) => {
			const lang = texts.get(text);
			// Components take the data to be Dutch: a monitor can be in yet another language.
			const others = attributes.replace(` lang="${written}"`, '');
			if (!lang || others.includes(' lang=')) return whole;
			return `<${tag}${others} lang="${lang}">${before}${text}${after}</${tag}>`;
		}
	);
}

/**
 * Says which texts of the data on a page are in another language than the interface: of elements, and of parts of their
 * text where no script goes on with the page.
 */
export async function markData(html: string): Promise<string> {
	const { texts, parts } = await (foreign ??= findForeign());
	if (texts.size === 0) return html;
	const whole = markContent(html, texts);
	return html.includes('kit.start(') ? whole : markParts(whole, parts);
}

/**
 * Gives a page the language that it is built in, the language of the data in it, and the way to its other languages.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export async function speak(html: string, path: string, languages: readonly string[]): Promise<string> {
	const linked = linkLanguages(html, path, languages).replace(
		'<html lang="nl">',
		`<html lang="${language}">`
	);
	return markData(linked);
}
