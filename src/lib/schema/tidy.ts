import { z } from 'zod';
import { slug } from './common.ts';
import { areaCode } from './area.ts';
import { breakdown, missing, status } from './observation.ts';

const year = z.string().regex(/^\d{4}$/, 'een jaar');

/**
 * A group of residents: `totaal`, `18+`, `65+`, or `dimension=category;dimension=category` in slugs where a feed
 * keeps more dimensions than `data/` knows.
 */
export const tidyBreakdown = z.union([
	breakdown,
	z
		.string()
		.regex(
			/^[a-z0-9]+(-[a-z0-9]+)*=[a-z0-9]+(-[a-z0-9]+)*(;[a-z0-9]+(-[a-z0-9]+)*=[a-z0-9]+(-[a-z0-9]+)*)*$/,
			'een groep als geslacht=mannen;leeftijd=0-jaar'
		)
]);

const figure = z.number().nullable();

/**
 * One figure as a feed brings it in: the columns of an observation, with numbers in memory.
 * A value that is missing is `null`, and its status says why; it is never 0.
 */
export const tidyRow = z
	.strictObject({
		indicator: slug,
		area: areaCode,
		period: year,
		breakdown: tidyBreakdown,
		value: figure,
		lower: figure,
		upper: figure,
		n: figure,
		status
	})
	.refine((row) => missing.safeParse(row.status).success === (row.value === null), {
		path: ['value'],
		message: 'een waarde, of een status die zegt waarom die er niet is'
	});

export type TidyRow = z.infer<typeof tidyRow>;
