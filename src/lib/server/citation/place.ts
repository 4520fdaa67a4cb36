import { whereSiteStands } from '../site.ts';
import { citedIndicators, keptAmounts, keptDocuments, keptReports, releasesOf } from './kept.ts';

const kept = { stukken: keptDocuments, iv3: keptAmounts, rapport: keptReports };

/** A part of a release that has a page: an indicator, or a document, a year of spending or a report, by its address. */
function hasPart(slug: string, day: string, part: string): boolean {
	const [kind, id] = part.split('/') as [keyof typeof kept, string | undefined];
	if (id === undefined) return citedIndicators(day, slug).some((each) => each.id === kind);
	return kept[kind](day, slug).has(id);
}

/**
 * Where a citation stands: its address, and the other releases that have the same.
 * @param part the page below that of the release, as `eenzaamheid`, `stukken/001`, `iv3/2020` or `rapport/2017`
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
