import { z } from 'zod';
import { slug, text } from './common.ts';
import { breakdown } from './observation.ts';

/** A part of the social domain: what is spent on it (Iv3), and the figures that say something of its outcome. */
export const spendingDomain = z
	.strictObject({
		id: slug,
		title: text,
		/** Taakvelden of Iv3 that are one domain in every year; a code that a year does not have counts for nothing. */
		taakvelden: z.array(z.string().regex(/^\d+\.\d+$/, 'een taakveld als 6.71')).min(1),
		/** Why these taakvelden belong together. */
		why: text,
		indicators: z
			.array(z.strictObject({ indicator: slug, breakdown: breakdown.optional(), why: text }))
			.default([]),
		/** Why no figure of this site shows its outcome. */
		missing: text.optional()
	})
	.refine(({ indicators, missing }) => indicators.length > 0 !== (missing !== undefined), {
		path: ['indicators'],
		message: 'óf indicatoren, óf een reden waarom er geen zijn (missing)'
	});

export const spendingDomains = z.array(spendingDomain);
export type SpendingDomain = z.infer<typeof spendingDomain>;
