import { model } from '../model.ts';
import { citedIndicators, releasesOf } from './kept.ts';

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
	[/^(?:rapport|cyclus)\/[^/]+\/$|^(?:sturing|meetbaarheid|aanpak|acties|indicatoren)\/$/, end, '']
];

/** The link of an indicator, or of a page that the whole release is about, with the text that it goes before or in. */
function citationOf(slug: string, day: string, below: string) {
	const release = `${slug}/aanhalen/${day}/`;
	const [, indicator] = /^indicatoren\/([^/]+)\/(?:[^/]+\/)?$/.exec(below) ?? [];
	if (indicator !== undefined)
		return citedIndicators(day, slug).some(({ id }) => id === indicator)
			? { at: place, link: (root: string) => indicatorLink(`${root}${release}${indicator}/`) }
			: undefined;
	const [, at, anchor] = whole.find(([pattern]) => pattern.test(below)) ?? [];
	return at && { at, link: (root: string) => wholeLink(`${root}${release}${anchor ?? ''}`) };
}

const indicatorLink = (href: string): string =>
	`<p class="small"><a href="${href}">Deze cijfers aanhalen</a></p>`;

const wholeLink = (href: string): string =>
	`<p class="small"><a href="${href}">Deze cijfers en oordelen aanhalen</a></p>`;

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
