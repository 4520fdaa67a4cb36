import { whereSiteStands } from '../site.ts';
import { citedIndicators, keptAmounts, keptDocuments, releasesOf } from './kept.ts';

/** A part of a release that has a page: an indicator, a document or a year of spending, by what its address ends on. */
function hasPart(slug: string, day: string, part: string): boolean {
	const [kind, id] = part.split('/') as [string, string | undefined];
	if (id === undefined) return citedIndicators(day, slug).some((each) => each.id === kind);
	return (kind === 'stukken' ? keptDocuments(day, slug) : keptAmounts(day, slug)).has(id);
}

/**
 * Where a citation stands: its address, and the other releases that have the same.
 * @param part the page below that of the release, as `eenzaamheid`, `stukken/001` or `iv3/2020`
 */
export function citedPlace(slug: string, day: string, part?: string) {
	const days = releasesOf(slug);
	const path = `${slug}/aanhalen/${day}/${part ? `${part}/` : ''}`;
	return {
		day,
		isNewest: day === days.at(-1),
		/** With the site in front where it is known where that stands, or else from its root. */
		address: `${whereSiteStands() ?? '/'}${path}`,
		others: days
			.filter((each) => each !== day)
			.map((each) => ({
				day: each,
				has: part === undefined || hasPart(slug, each, part)
			}))
			.toReversed()
	};
}
