import { z } from 'zod';
import { day, origin, slug, text } from './common.ts';
import { level, target } from './goal.ts';
import { direction, unit } from './indicator.ts';
import { breakdown, status } from './observation.ts';
import { source } from './source.ts';

/** The verdict on a goal as it was published. */
export const releasedVerdict = z.strictObject({
	status: z.string(),
	rule: z.string(),
	sentence: z.string(),
	/** For how many of its promises the status holds, where they stand differently. */
	share: z.strictObject({ number: z.int(), of: z.int() }).optional()
});

const releasedGoal = z.strictObject({
	id: slug,
	level,
	title: text,
	text: text.optional(),
	targets: z.array(target),
	verdict: releasedVerdict
});

const releasedIndicator = z.strictObject({
	id: slug,
	title: text,
	definition: text,
	unit,
	direction,
	population: text,
	method: text
});

/** A table as the site told of it; releases of before this was kept have none. */
const releasedSource = source
	.pick({
		id: true,
		code: true,
		title: true,
		publisher: true,
		licence: true,
		published: true,
		boundaries: true
	})
	.strict();

const releasedLink = z.strictObject({ from: slug, to: slug, origin, why: text });

/** What the site said on a day: definitions, goals, promises, links and verdicts. Figures stand in `values.csv`. */
export const release = z.strictObject({
	/** Version of this form of file. */
	format: z.literal(1),
	date: day,
	indicators: z.array(releasedIndicator),
	sources: z.array(releasedSource).optional(),
	monitors: z.array(
		z.strictObject({
			slug,
			goals: z.array(releasedGoal),
			links: z.array(releasedLink)
		})
	)
});

/** A figure as it was published; a row of `values.csv`. */
export const releasedValue = z.strictObject({
	table: slug,
	indicator: slug,
	area: z.string(),
	period: z.string(),
	breakdown,
	value: z.string(),
	status
});

export type Release = z.infer<typeof release>;
export type ReleasedGoal = z.infer<typeof releasedGoal>;
export type ReleasedIndicator = z.infer<typeof releasedIndicator>;
export type ReleasedSource = z.infer<typeof releasedSource>;
export type ReleasedLink = z.infer<typeof releasedLink>;
export type ReleasedVerdict = z.infer<typeof releasedVerdict>;
export type ReleasedValue = z.infer<typeof releasedValue>;
