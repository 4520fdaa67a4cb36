import { z } from 'zod';
import { slug } from './common.ts';
import { areaCode } from './area.ts';

export const missing = z.enum(['suppressed', 'not-asked', 'not-yet', 'not-applicable', 'unknown']);
export const status = z.enum(['definitive', 'provisional', 'estimate', ...missing.options]);
export const breakdown = z.enum(['18+', '65+', 'totaal']);

const decimal = z
	.string()
	.regex(/^-?\d+(\.\d+)?$/, 'een getal met een punt als decimaalteken, zoals 46.3')
	.transform(Number);
const optionalDecimal = z.union([z.literal('').transform(() => null), decimal]);

/**
 * One figure: an indicator in an area and a period. Its table is the name of the file it stands in.
 * A value that is missing is empty, and its status says why; it is never 0.
 */
export const observation = z
	.strictObject({
		indicator: slug,
		area: areaCode,
		period: z.string().regex(/^\d{4}$/, 'een jaar'),
		breakdown,
		value: optionalDecimal,
		lower: optionalDecimal,
		upper: optionalDecimal,
		n: optionalDecimal,
		status
	})
	.superRefine((row, context) => {
		const isMissing = missing.safeParse(row.status).success;
		if (isMissing !== (row.value === null))
			context.addIssue({
				code: 'custom',
				path: ['value'],
				message: isMissing
					? `een lege waarde, omdat de status "${row.status}" is`
					: `een waarde, of een status die zegt waarom die er niet is`
			});
	});

/** Expenditure of a gemeente on one taakveld in one year, in thousands of euro. */
export const expenditure = z.strictObject({
	municipality: areaCode,
	year: z.string().regex(/^\d{4}$/, 'een jaar'),
	report: z.enum(['begroting', 'jaarrekening']),
	population: z.string().regex(/^\d+$/, 'een aantal inwoners').transform(Number),
	taakveld: z.string().regex(/^\d+\.\d+$/, 'een taakveld als 6.71'),
	title: z.string().min(1),
	value: decimal
});

export type Observation = z.infer<typeof observation>;
export type Expenditure = z.infer<typeof expenditure>;
export type Missing = z.infer<typeof missing>;
export type ObservationStatus = z.infer<typeof status>;
export type Breakdown = z.infer<typeof breakdown>;
