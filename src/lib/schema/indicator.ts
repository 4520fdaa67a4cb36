import { z } from 'zod';
import { slug, text } from './common.ts';
import { areaLevel } from './area.ts';

export const unit = z.enum(['procent', 'per-1000', 'aantal', 'euro', '1000-euro']);
export const direction = z.enum(['up', 'down', 'none']);

/** A place in a series where figures before and after it may not be compared. */
export const methodBreak = z.strictObject({
	/** First period of the new method. */
	period: z.string().regex(/^\d{4}$/, 'een jaar'),
	why: text
});

/** Something that is not in the series, in words; of one monitor only where it names that. */
const gap = z.union([
	text.transform((own): { text: string; monitor?: string } => ({ text: own })),
	z.strictObject({ text, monitor: slug })
]);
/**
 * How small counts of the municipality's own stay secret. It says nothing of open data: those keep the hiding of
 * their source.
 */
export const disclosure = z.strictObject({
	/** Counts below it are hidden. */
	threshold: z.int().min(2).default(5),
	/**
	 * Whether 0 is hidden too. It is shown by default: a count of nobody is about no person, and readers take a sign
	 * for "hidden" to mean that there is somebody. Where it does give away that all or none have something, say `true`.
	 */
	hideZero: z.boolean().default(false),
	/** Smallest whole of which a share is shown; twice the threshold where it is left out. */
	minimumDenominator: z.int().min(1).optional(),
	/** Of a percentage or rate with a `denominator`: the indicator that counts the part. */
	numerator: slug.optional(),
	/** Of a count: the indicators that count its parts. */
	parts: z.array(slug).min(2).optional()
});

/** What is measured. A changed definition is a new indicator, never an overwrite. */
export const indicator = z.strictObject({
	id: slug,
	title: text,
	/** The end of a sentence that begins with a percentage or a number: "van de inwoners is eenzaam". */
	phrase: text,
	definition: text,
	unit,
	/** Which way is better: `up`, `down`, or `none` where it depends. */
	direction,
	population: text,
	theme: slug,
	/** Column names in the tables it comes from, by id of the table. */
	tables: z.record(slug, text),
	/**
	 * The count that a share is a share of. Only with it a share is worked out for other areas; without it, and for
	 * estimates of a model, it is not.
	 */
	denominator: slug.optional(),
	breakdowns: z.array(z.enum(['18+', '65+', 'totaal'])).min(1),
	levels: z.array(areaLevel).min(1),
	method: text,
	breaks: z.array(methodBreak).default([]),
	gaps: z.array(gap).default([]),
	disclosure: disclosure.optional()
});

export const indicators = z.strictObject({
	themes: z.array(z.strictObject({ id: slug, title: text })),
	indicators: z.array(indicator)
});
export type Indicator = z.infer<typeof indicator>;
export type Unit = z.infer<typeof unit>;
export type Direction = z.infer<typeof direction>;
