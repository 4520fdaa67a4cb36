import { z } from 'zod';
import { day, origin, slug, text } from './common.ts';
import { figure } from './figure.ts';
import { level, target } from './goal.ts';
import { direction, unit } from './indicator.ts';
import { breakdown, expenditure, status } from './observation.ts';
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

/** A document that figures of the release were taken from; releases of before those were kept have none. */
const releasedDocument = source
	.pick({ id: true, title: true, publisher: true, licence: true, published: true })
	.strict();

const releasedLink = z.strictObject({ from: slug, to: slug, origin, why: text });

/**
 * What the site said on a day: definitions, goals, promises, links and verdicts. Figures stand beside it: open ones in
 * `values.csv`, and since they are kept those of documents in `figures.csv` and of spending in `amounts.csv`. What it said
 * of the day of each report is in `report-verdicts.csv`.
 */
export const release = z.strictObject({
	/** Version of this form of file. */
	format: z.literal(1),
	date: day,
	indicators: z.array(releasedIndicator),
	sources: z.array(releasedSource).optional(),
	documents: z.array(releasedDocument).optional(),
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

/** A figure of a document as it was published; a row of `figures.csv`. */
export const releasedFigure = z.strictObject({ monitor: slug, ...figure.shape });

/** What was spent on a taakveld (Iv3), in thousands of euro, as it was published; a row of `amounts.csv`. */
export const releasedAmount = z.strictObject({
	...expenditure.shape,
	population: z.string(),
	value: z.string()
});

const countText = z.string().regex(/^\d*$/, 'een heel getal, of niets');

/** The verdict on a goal on the day of a report, as it was published; a row of `report-verdicts.csv`. */
export const releasedReportVerdict = z.strictObject({
	monitor: slug,
	/** Of the report, as in its address. */
	period: text,
	date: day,
	goal: slug,
	/** Whether the goal stood in a document by then; the report shows no other goals. */
	held: z.enum(['true', 'false']),
	status: text,
	rule: text,
	sentence: text,
	/** For how many of its promises the status holds, where they stand differently. */
	number: countText,
	of: countText
});

export type Release = z.infer<typeof release>;
export type ReleasedGoal = z.infer<typeof releasedGoal>;
export type ReleasedIndicator = z.infer<typeof releasedIndicator>;
export type ReleasedLink = z.infer<typeof releasedLink>;
export type ReleasedVerdict = z.infer<typeof releasedVerdict>;
export type ReleasedValue = z.infer<typeof releasedValue>;
export type ReleasedFigure = z.infer<typeof releasedFigure>;
export type ReleasedAmount = z.infer<typeof releasedAmount>;
export type ReleasedReportVerdict = z.infer<typeof releasedReportVerdict>;
