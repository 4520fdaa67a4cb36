import { model } from '../model.ts';
import { citedIndicators, releasesOf } from './kept.ts';

/** What `placeCode` leaves on a page; what script draws leaves it as it is. */
const place = '<div id="insluiten">';

/**
 * Puts on the page of an indicator the link to where its figures are cited, in the newest release that there is. Not drawn
 * by the page itself, whose script would have to carry it.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export function linkCitation(html: string, path: string): string {
	const [, slug, indicator] = /^\/([^/]+)\/indicatoren\/([^/]+)\/(?:[^/]+\/)?$/.exec(path) ?? [];
	if (!slug || !indicator || !model.monitors.some(({ monitor }) => monitor.slug === slug)) return html;
	const day = releasesOf(slug).at(-1);
	if (!day || !citedIndicators(day, slug).some(({ id }) => id === indicator)) return html;
	const root = '../'.repeat(path.split('/').length - 2);
	return html.replace(
		place,
		() =>
			`${place}<p class="small"><a href="${root}${slug}/aanhalen/${day}/${indicator}/">Deze cijfers aanhalen</a></p>`
	);
}
