import type { Labels } from '#lib/schema/receipt.ts';
import { withoutControls } from '#scripts/read/controls.ts';
import type { Fetched } from './adapter.ts';

const cleaned = <T extends object>(texts: T): T =>
	Object.fromEntries(
		Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? withoutControls(text) : text])
	) as T;

/** What was fetched with words that can be shown anywhere: those of a publisher go to a screen, a report and a receipt. */
export const readable = (fetched: Fetched): Fetched => ({
	...fetched,
	info: cleaned(fetched.info),
	...(fetched.labels && {
		labels: {
			measures: cleaned(fetched.labels.measures),
			groups: cleaned(fetched.labels.groups),
			areas: cleaned(fetched.labels.areas)
		} satisfies Labels
	}),
	...(fetched.boundaries && { boundaries: fetched.boundaries.map(cleaned) }),
	remarks: fetched.remarks.map(withoutControls)
});
