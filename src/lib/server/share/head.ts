import { shareAlt, shareSize } from '#lib/charts/share-picture.ts';
import { language } from '#lib/domain/language.ts';
import { escapeMarkup } from '#lib/domain/markup.ts';
import { model } from '../model.ts';
import { whereSiteStands } from '../site.ts';
import { pictureNamed, pictureNameFor } from './pictures.ts';

/** Before this, which is before anything that script of a page goes on with. */
const place = '<link rel="icon"';

/** A language as a country writes it. */
const locales: Record<string, string> = { nl: 'nl_NL', en: 'en_GB' };

/** What search engines leave out nobody shares either: charts in a frame, what stands at every address. */
const isPrivate = (html: string): boolean => /<meta name="robots" content="[^"]*noindex/.test(html);

/** Whole addresses and the picture; nothing without an address, since these may not be relative. */
async function whole(path: string): Promise<(readonly [string, string])[]> {
	const site = whereSiteStands();
	if (site === undefined) return [];
	const name = pictureNameFor(path);
	return [
		['og:url', escapeMarkup(`${site}${path.slice(1)}`)],
		['og:image', escapeMarkup(`${site}deelplaatjes/${name}.png`)],
		['og:image:type', 'image/png'],
		['og:image:width', String(shareSize.width)],
		['og:image:height', String(shareSize.height)],
		['og:image:alt', escapeMarkup(shareAlt(await pictureNamed(name)))]
	];
}

/**
 * Puts into the head of a page what other sites show where somebody shares it (Open Graph): its own title and
 * description, and where the address of the site is known, a picture.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 * @see https://ogp.me/
 */
export async function shareHead(html: string, path: string): Promise<string> {
	const [, title] = /<title>([^<]*?)(?: - Doelenboom)?<\/title>/.exec(html) ?? [];
	const [, description] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
	if (title === undefined || isPrivate(html)) return html;
	const pairs = await whole(path);
	const tags = [
		['og:type', pictureNameFor(path).includes('/') ? 'article' : 'website'],
		['og:locale', locales[language] ?? language],
		['og:site_name', escapeMarkup(model.site.title)],
		['og:title', title.replaceAll('"', '&quot;')],
		...(description === undefined ? [] : [['og:description', description] as const]),
		...pairs
	].map(([property, content]) => `<meta property="${property}" content="${content}" />`);
	const card = pairs.length > 0 ? 'summary_large_image' : 'summary';
	const all = [...tags, `<meta name="twitter:card" content="${card}" />`].join('\n\t\t');
	return html.replace(place, () => `${all}\n\t\t${place}`);
}
