import { z } from 'zod';
import { areaCode, areaLevel } from './area.ts';
import { slug } from './common.ts';
import { breakdown } from './observation.ts';

/** An indicator for one group of residents; with `per`, a count is divided by another count. */
export const measuredSubject = z.strictObject({
	kind: z.literal('indicator'),
	indicator: slug,
	breakdown,
	per: z.strictObject({ of: slug, scale: z.union([z.literal(100), z.literal(1000)]) }).optional()
});

/** What a gemeente spends (Iv3): a part of the social domain, all of it (`6`), or one taakveld (`6.71`). */
export const spendingSubject = z.strictObject({
	kind: z.literal('spending'),
	of: z.union([slug, z.string().regex(/^\d+(\.\d+)?$/, 'een taakveld als 6.71')]),
	report: z.enum(['begroting', 'jaarrekening']),
	perInhabitant: z.boolean().default(false)
});

export const subject = z.discriminatedUnion('kind', [measuredSubject, spendingSubject]);

/** The areas of an organisation itself are a level of their own here. */
export const askLevel = z.enum([...areaLevel.options, 'own']);

const form = z.enum(['difference', 'ratio']);

/** What is done with the figures. */
export const make = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('figures'),
		/** What stands in the columns; `none` gives a row for each figure. */
		pivot: z.enum(['none', 'period', 'area', 'subject']).default('none')
	}),
	z.strictObject({
		kind: z.literal('compare'),
		/** With the same area in another period (`base`), with its gemeente or the country, or the two subjects. */
		with: z.enum(['period', 'gemeente', 'land', 'subject']),
		base: z.int().optional(),
		form
	}),
	z.strictObject({ kind: z.literal('index'), base: z.int() }),
	z.strictObject({ kind: z.literal('rank'), first: z.enum(['high', 'low']) }),
	z.strictObject({ kind: z.literal('scatter') }),
	z.strictObject({ kind: z.literal('correlation'), method: z.enum(['spearman', 'pearson']) })
]);

/** A question that is put together from choices: all that its SQL is written from. */
export const ask = z.strictObject({
	version: z.literal(1),
	subjects: z.array(subject).min(1).max(4),
	level: askLevel,
	/** Gemeenten whose areas are asked for. */
	within: z.array(areaCode).max(400),
	/** Some of these areas only; none means all. */
	only: z.array(z.string().max(100)).max(2000).default([]),
	/** Wijken or buurten taken together: for each gemeente, or all that were chosen as one. */
	together: z.enum(['no', 'gemeente', 'one']).default('no'),
	/** Years; none means all there are. */
	periods: z.array(z.int()).max(100).default([]),
	make
});

export type Ask = z.infer<typeof ask>;
export type Make = z.infer<typeof make>;
export type Subject = z.infer<typeof subject>;
export type MeasuredSubject = z.infer<typeof measuredSubject>;
export type SpendingSubject = z.infer<typeof spendingSubject>;
export type AskLevel = z.infer<typeof askLevel>;
