import { z } from 'zod';
import { areaCode } from './area.ts';
import { day, slug, text } from './common.ts';
import { breakdown } from './observation.ts';

/**
 * One figure of a publisher that this site gives another value, because the publisher's own is wrong. Both values are
 * shown, with the reason.
 */
export const correction = z.strictObject({
	/** Where the figure stands: `data/observations/<table>.csv`. */
	table: slug,
	indicator: slug,
	area: areaCode,
	period: z.string().regex(/^\d{4}$/, 'een jaar'),
	breakdown,
	/** What the table says; the correction counts for that value only. */
	published: z.number('een getal'),
	value: z.number('een getal'),
	reason: text,
	/** Who decided it: a role, not the name of a person. */
	by: text,
	date: day,
	/** What shows that the new value is right. */
	source: text,
	url: z.url({ protocol: /^https$/, error: 'een adres dat begint met https://' }).optional()
});

export const corrections = z.array(correction);
export type Correction = z.infer<typeof correction>;
