import { z } from 'zod';
import { slug } from './common.ts';
import { breakdown } from './observation.ts';

/** A code that a portal of the organisation itself has for an indicator of this site; `data/monitors/<slug>/swing.yaml`. */
export const foreignCode = z.strictObject({
	code: z
		.string()
		.regex(
			/^[A-Za-z][A-Za-z0-9_]{0,45}$/,
			'een onderwerpcode: een letter, en daarna hoogstens 45 letters, cijfers of lage streepjes'
		),
	indicator: slug,
	/** The first group of the indicator where it is left out. */
	breakdown: breakdown.optional()
});

export const foreignCodes = z.array(foreignCode);
export type ForeignCode = z.infer<typeof foreignCode>;
