import { z } from 'zod';
import { areaCode } from './area.ts';
import { slug, text } from './common.ts';
import { breakdown } from './observation.ts';

/** A small count that is public already, and why it may be shown: a figure of a document, or a cell of an own table. */
export const disclosureException = z
	.strictObject({
		source: slug,
		figure: slug.optional(),
		cell: z
			.strictObject({
				indicator: slug,
				area: areaCode,
				period: z.string().regex(/^\d{4}$/, 'een jaar'),
				breakdown
			})
			.optional(),
		reason: text
	})
	.refine(({ figure, cell }) => (figure === undefined) !== (cell === undefined), {
		message: 'óf een cijfer uit een stuk (figure), óf een cel van een eigen tabel (cell)'
	});

export const disclosureExceptions = z.array(disclosureException);
export type DisclosureException = z.infer<typeof disclosureException>;
