import { z } from 'zod';
import { day, slug, text } from './common.ts';
import { breakdown } from './observation.ts';

/** A document or a table that figures and texts come from. */
export const source = z.strictObject({
	id: slug,
	kind: z.enum(['document', 'table']),
	/** Own code at the publisher, as `50090NED`. */
	code: z
		.string()
		.regex(/^[0-9A-Za-z]+$/)
		.optional(),
	title: text,
	publisher: text,
	licence: text,
	url: z.url().optional(),
	/** Date on which it was published, if that is known. */
	published: day.optional(),
	/** Date on which the figures were taken from it, if that is known. */
	retrieved: day.optional(),
	/** Year of the boundaries of the areas in it. */
	boundaries: z.int().optional(),
	/**
	 * What changed within the table while its publisher keeps one series of it: no break, but a reader of a comparison
	 * must know. `period` is the first one after the change.
	 */
	shifts: z
		.array(z.strictObject({ period: z.string().regex(/^\d{4}$/, 'een jaar'), breakdown, why: text }))
		.optional(),
	/** The municipality's own counts: small ones are hidden before anything is published. */
	own: z.literal(true).optional(),
	note: text.optional()
});

export const sources = z.array(source);
export type Source = z.infer<typeof source>;
