import { model } from '../model.ts';
import { formatDay } from '#lib/domain/format.ts';
import { language } from '#lib/domain/language.ts';
import { citedIndicators, keptReports, releasesOf } from './kept.ts';

/** What `placeCode` leaves on a page; what script draws leaves it as it is. */
const place = '<div id="insluiten">';

/** What a page with script and no such code leaves for the link. */
const room = '<div id="aanhalen">';

/** The end of what a page says, where nothing may be put on a page with script. */
const end = '</main>';

/** Pages of which the release as a whole says what they show; where the newest one has the most of it. */
const whole: [RegExp, place: string, anchor: string][] = [
	[/^(doelen\/)?$/, place, ''],
	[/^(?:voortgang|sinds)\/$/, room, '#oordelen'],
	[/^middelen\/$/, end, '#stukken-en-bedragen'],
	[/^gebieden\/(?:[^/]+\/)?$/, end, '#cijfers'],
	[/^(?:sturing|meetbaarheid|aanpak|acties|indicatoren)\/$/, end, '']
];

/** The link of an indicator, or of a page that the whole release is about, with the text that it goes before or in. */
function citationOf(slug: string, day: string, below: string) {
	const release = `${slug}/aanhalen/${day}/`;
	const [, period] = /^(?:rapport|cyclus)\/([^/]+)\/$/.exec(below) ?? [];
	if (period !== undefined) {
		const date = keptReports(day, slug).get(period)?.[0]?.date;
		return date
			? { at: end, link: (root: string) => reportLink(`${root}${release}`, period, date) }
			: undefined;
	}
	const [, indicator] = /^indicatoren\/([^/]+)\/(?:[^/]+\/)?$/.exec(below) ?? [];
	if (indicator !== undefined)
		return citedIndicators(day, slug).some(({ id }) => id === indicator)
			? { at: place, link: (root: string) => indicatorLink(`${root}${release}${indicator}/`) }
			: undefined;
	const [, at, anchor] = whole.find(([pattern]) => pattern.test(below)) ?? [];
	const write = at === room ? (href: string) => dayLink(href, day) : wholeLink;
	return at && { at, link: (root: string) => write(`${root}${release}${anchor ?? ''}`) };
}

/** On paper a link is the address itself, from the root of the site. */
const onPaper = (href: string): string =>
	`<span class="print-only"${language === 'nl' ? '' : ' lang="nl"'}> (${href.replace(/^(\.\.\/)*/, '/')})</span>`;

const indicatorLink = (href: string): string =>
	`<p class="small"><a href="${href}">Deze cijfers aanhalen</a>${onPaper(href)}</p>`;

const wholeLink = (href: string): string =>
	`<p class="small"><a href="${href}">Deze cijfers en oordelen aanhalen</a>${onPaper(href)}</p>`;

/** Where a reader may choose another day than that of the release. */
const dayLink = (href: string, day: string): string =>
	`<p class="small"><a href="${href}">De oordelen op ${formatDay(day)} aanhalen</a>${onPaper(href)}</p>`;

/** The verdicts that a report or cycle shows, of its own day, and where its other figures are cited. */
function reportLink(release: string, period: string, date: string): string {
	const own = `${release}rapport/${period}/`;
	return `<p class="small">Aanhalen: <a href="${own}">de oordelen op ${formatDay(date)}</a>${onPaper(own)}, <a href="${release}#cijfers">de cijfers</a>, <a href="${release}#stukken-en-bedragen">stukken en bedragen</a>${onPaper(release)}</p>`;
}

/**
 * Puts on a page of a monitor the link to where what it shows is cited, in the newest release that there is. Not drawn by
 * the page itself, whose script would have to carry it.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export function linkCitation(html: string, path: string): string {
	const [, slug, below = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
	if (!slug || !model.monitors.some(({ monitor }) => monitor.slug === slug)) return html;
	const day = releasesOf(slug).at(-1);
	const found = day && citationOf(slug, day, below);
	if (!found) return html;
	const link = found.link('../'.repeat(path.split('/').length - 2));
	return html.replace(found.at, (own) => (own === end ? link + own : own + link));
}
