import { citedIndicators, releasesOf } from './kept.ts';
import { citedGoal } from './verdicts.ts';

/**
 * Where what a frame shows is cited: the newest release, and of that the part of an indicator or the place of a verdict.
 * @param shown what is in it; `part` is where in a release its figures are, where that is one place
 * @returns `undefined` where no release has the monitor
 */
export async function citedFrame(slug: string, shown: { indicator?: string; goal?: string; part?: string }) {
	const day = releasesOf(slug).at(-1);
	if (day === undefined) return undefined;
	const part = citedIndicators(day, slug).find(({ id }) => id === shown.indicator)?.id;
	const goal = shown.goal === undefined ? undefined : await citedGoal(slug, shown.goal);
	return { slug, day, part, place: goal ? `#c-${goal.hash}` : (shown.part ?? '') };
}
