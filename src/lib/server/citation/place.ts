import { whereSiteStands } from '../site.ts';
import { citedIndicators, releasesOf } from './kept.ts';

/** Where a citation stands: its address, and the other releases that have the same. */
export function citedPlace(slug: string, day: string, indicator?: string) {
	const days = releasesOf(slug);
	const path = `${slug}/aanhalen/${day}/${indicator ? `${indicator}/` : ''}`;
	return {
		day,
		isNewest: day === days.at(-1),
		/** With the site in front where it is known where that stands, or else from its root. */
		address: `${whereSiteStands() ?? '/'}${path}`,
		others: days
			.filter((each) => each !== day)
			.map((each) => ({
				day: each,
				has: indicator === undefined || citedIndicators(each, slug).some(({ id }) => id === indicator)
			}))
			.toReversed()
	};
}
