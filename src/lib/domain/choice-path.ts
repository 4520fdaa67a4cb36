import type { Breakdown } from '../schema/observation.ts';
import { groupNames } from './groups.ts';

interface Shown {
	breakdown: Breakdown;
	/** The wijk whose buurten are shown; the wijken of the gemeente where it is left out. */
	wijk?: string;
	/** Year of the boundaries that all figures are on. */
	boundaries?: number;
}

/**
 * The last part of the address of a choice that has a page of its own.
 * @param usual the group that the indicator's own page shows
 * @returns nothing for the indicator's own page
 */
export function choicePath({ breakdown, wijk, boundaries }: Shown, usual: Breakdown): string | undefined {
	if (boundaries) return `grenzen-${boundaries}`;
	if (wijk) return `buurten-${wijk.toLowerCase()}`;
	return breakdown === usual ? undefined : groupNames[breakdown].path;
}
