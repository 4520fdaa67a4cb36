import { citedIndicators, releasesOf } from './kept.ts';
import { citedGoal } from './verdicts.ts';

/** Frames of which the release has the figures in one part. */
const parts: Record<string, string> = {
	'/insluiten/[monitor]/middelen/[chart]': '#stukken-en-bedragen',
	'/insluiten/[monitor]/gebieden': '#cijfers'
};

/**
 * Where what a frame shows is cited: the newest release, and of that the part of an indicator or the place of a verdict.
 * @param route the id of the route of the frame
 * @returns `undefined` where no release has the monitor
 */
export async function citedFrame(
	slug: string,
	shown: { indicator?: string; goal?: string; chart?: string },
	route: string
) {
	const day = releasesOf(slug).at(-1);
	if (day === undefined) return undefined;
	const part = citedIndicators(day, slug).find(({ id }) => id === shown.indicator)?.id;
	const goal = shown.goal === undefined ? undefined : await citedGoal(slug, shown.goal);
	// Beside what was spent, a domain has figures of indicators.
	const place = shown.chart?.startsWith('domein-') ? '' : (parts[route] ?? '');
	return { slug, day, part, place: goal ? `#c-${goal.hash}` : place };
}
