import { language } from '#lib/domain/language.ts';
import { escapeMarkup } from '#lib/domain/markup.ts';
import { whereSiteStands } from '../site.ts';

/** Where a page leaves room for the code of the one chart it is about; what script draws there itself leaves it as it is. */
const place = '<div id="insluiten"></div>';

/** Where a page leaves room below one of its charts: the address of that below `/insluiten/`, and its title. */
const placeBelow = /<div data-embed="([^"]*)" data-title="([^"]*)"[^>]*><\/div>/g;

/** Stands for the address of the site where nobody said it at build; script of the preview fills it in. */
const unknownAddress = `https://${language === 'nl' ? 'ADRES-VAN-DEZE-SITE' : 'ADDRESS-OF-THIS-SITE'}/`;

/**
 * In pixels, for pages that do not follow the height: room for nine of ten charts of that sort, as measured in a column of
 * 700 pixels, so that their source and citation are in sight.
 */
const heights = {
	indicator: 910,
	doelen: 950,
	boom: 1220,
	tegels: 2970,
	jaren: 1080,
	taakvelden: 1170,
	domein: 1420,
	gebieden: 1220,
	vragen: 1360
};

/** A chart by itself: its address below `/insluiten/`, what sort of page that is, and where the page of the site has it. */
interface Embedded {
	path: string;
	sort: keyof typeof heights;
	part?: string;
}

const patterns: [RegExp, Embedded['sort'], string][] = [
	[/^\/([^/]+)\/indicatoren\/([^/]+(?:\/[^/]+)?)\/$/, 'indicator', '$1/$2'],
	[/^\/([^/]+)\/doelen\/([^/]+)\/$/, 'doelen', '$1/doelen/$2'],
	[/^\/([^/]+)\/doelen\/$/, 'boom', '$1/boom'],
	[/^\/([^/]+)\/$/, 'tegels', '$1/tegels']
];

/** The chart that a page of the site shows, or `undefined` where it shows none that can stand elsewhere. */
function embeddedOf(path: string): Embedded | undefined {
	const found = patterns.find(([pattern]) => pattern.test(path));
	return found && { path: path.replace(found[0], found[2]), sort: found[1] };
}

/** The chart below which a page leaves room. */
function embeddedAt(path: string): Embedded {
	const [first, , chart] = path.split('/');
	if (first === 'vragen') return { path, sort: 'vragen' };
	if (chart === undefined) return { path, sort: 'gebieden' };
	const sort = chart.startsWith('domein-') ? 'domein' : chart === 'taakvelden' ? chart : 'jaren';
	return { path, sort, part: `#${chart}` };
}

/**
 * What an editor of another site copies: a frame, and an element that follows the height.
 * @param title of the chart, as it stands in HTML
 * @param full address of the page of the site that shows all of it
 */
function codeOf({ path, sort }: Embedded, title: string, full: string, site: string) {
	const name = title.replaceAll('"', '&quot;');
	return {
		frame: `<iframe src="${site}insluiten/${path}/" title="${name}" width="100%" height="${heights[sort]}" frameborder="0" loading="lazy"></iframe>`,
		element: [
			`<script src="${site}insluiten/doelenboom-grafiek.js" async></script>`,
			`<doelenboom-grafiek grafiek="${path}" titel="${name}">`,
			`\t<a href="${full}">${title}</a>`,
			'</doelenboom-grafiek>'
		].join('\n')
	};
}

/** What may stand behind an address. */
const parameters = (sort: Embedded['sort']): string =>
	[
		'Achter het adres kunt u <code>?thema=licht</code> of <code>?thema=donker</code> zetten.',
		sort === 'indicator' &&
			'Ook <code>?beeld=kaart</code> (of <code>apart</code> of <code>tabel</code>) kan, en <code>?gebieden=</code> met de codes van hoogstens zes gebieden die moeten opvallen, met komma’s ertussen. Zet tussen twee keuzes een <code>&amp;</code>.',
		'Bij het tweede stukje zijn het eigenschappen, zoals <code>thema="donker"</code>.',
		'Deze keuzes werken met JavaScript in het kader. Staat dat uit bij een bezoeker, dan is het gewone beeld te zien.',
		sort === 'indicator' &&
			'Voor een andere leeftijd of groep kiest u die eerst op deze pagina, en kopieert u dan de code die daar staat.',
		`Heeft uw site een <code>Content-Security-Policy</code>? Laat daarin bij <code>frame-src</code> het adres van deze site toe, en voor het tweede stukje ook bij <code>script-src</code>.`
	]
		.filter(Boolean)
		.join(' ');

/**
 * The folded code of a chart, with the chart itself as it will look.
 * @param title of the chart, as it stands in HTML
 * @param page path of the page that it stands on
 * @param of what the chart is called, where the page has more of them
 */
function box(embedded: Embedded, title: string, page: string, of = ''): string {
	const root = '../'.repeat(page.split('/').length - 2);
	const site = whereSiteStands();
	const address = site ?? unknownAddress;
	const full = `${address}${page.slice(1)}${embedded.part ?? ''}`;
	const { frame, element } = codeOf(embedded, title, full, address);
	const unknown = `<noscript><p>Zet zelf het adres van deze site op de plaats van <code>${unknownAddress}</code>.</p></noscript>`;
	return `<details class="insluiten${of && ' below'} screen-only"><summary>Insluiten op uw eigen site${of}</summary>
<p>Kopieer één van deze twee stukjes naar uw pagina. De grafiek neemt de nieuwste cijfers mee, en toont haar bron. Ze zet geen cookies en stuurt niets naar anderen.</p>
<label>Een kader, zonder script op uw pagina<textarea readonly rows="3" spellcheck="false">${escapeMarkup(frame)}</textarea></label>
<label>Een kader dat zo hoog is als de grafiek, met een klein script<textarea readonly rows="5" spellcheck="false">${escapeMarkup(element)}</textarea></label>
${site === undefined ? unknown : ''}<p class="small">${parameters(embedded.sort)}</p>
<p>Zo ziet het eruit:</p>
<iframe src="${root}insluiten/${embedded.path}/" title="Voorbeeld: ${title.replaceAll('"', '&quot;')}" height="${heights[embedded.sort]}" loading="lazy"></iframe></details>`;
}

/**
 * Fills the room that a page leaves for the code of its charts. This is not drawn by the page itself, since pages with
 * script would have to carry it a second time.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export function placeCode(html: string, path: string): string {
	const below = html.replace(placeBelow, (_, chart: string, title: string) =>
		box(embeddedAt(chart), title, path, `<span class="visually-hidden">: ${title}</span>`)
	);
	const embedded = embeddedOf(path);
	if (!embedded) return below;
	const [, title = ''] = /<title>([^<]*) - Doelenboom<\/title>/.exec(html) ?? [];
	return below.replace(place, () => `<div id="insluiten">${box(embedded, title, path)}</div>`);
}
