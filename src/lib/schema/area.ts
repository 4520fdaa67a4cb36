import { z } from 'zod';
import { origin, place, slug, text } from './common.ts';

export const areaMessage = 'een gebiedscode als GM1783, WK178301 of BU17830101';

/** Code of an area in the division of Statistics Netherlands. */
export const areaCode = z
	.string()
	.regex(/^(NL01|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/, areaMessage);

export const areaLevel = z.enum(['land', 'gemeente', 'wijk', 'buurt']);

/** An area on the boundaries of one year; its key is the code together with that year. */
export const area = z.strictObject({
	code: areaCode,
	name: text,
	level: areaLevel,
	parent: areaCode.or(z.literal('')),
	boundaries: z.int().min(2000).max(2100)
});

/**
 * Whether an area is the same as in the year before, by the publisher's own code: 1 not changed, 2 another code with the
 * same border, 3 another border. Where the code itself changed, `previous` is the one before.
 */
export const areaChange = z.strictObject({
	code: areaCode,
	change: z.enum(['1', '2', '3', '.']),
	previous: areaCode.or(z.literal(''))
});

/**
 * What supports a conversion: the publisher says that nothing changed (`unchanged`) or only the code (`recoded`); the
 * lists of both years have the same code, name and parts (`same-parts`), which says nothing of the border itself; or the
 * share was counted by residents, addresses or surface.
 */
export const conversionBasis = z.enum([
	'unchanged',
	'recoded',
	'same-parts',
	'residents',
	'addresses',
	'surface'
]);

/** Which share of an area on older boundaries lies in an area on newer ones. The file is named after the two years. */
export const conversion = z.strictObject({
	from: areaCode,
	to: areaCode,
	share: z
		.string()
		.regex(/^(1|0\.\d{1,6})$/, 'een deel tussen 0 en 1, zoals 0.25')
		.transform(Number),
	basis: conversionBasis
});

/** An area that an organisation itself works with, composed of whole areas of one boundary year. */
export const ownArea = z.strictObject({
	/** Address of its profile, as `GM0637-oosterheem`. */
	code: z.string().regex(/^GM\d{4}-[a-z0-9]+(-[a-z0-9]+)*$/, 'een code als GM0637-oosterheem'),
	name: text,
	members: z.array(areaCode).min(1),
	boundaries: z.int(),
	/** Whether the source itself names these members. */
	origin,
	why: text,
	source: place.optional()
});

/** The areas of an organisation's own level, and what is left out. */
export const ownAreas = z.strictObject({
	/** Name of the level in the organisation's words. */
	level: z.strictObject({ id: slug, singular: text, plural: text }),
	note: text,
	source: place,
	areas: z.array(ownArea).min(1),
	/** Areas of the same division that belong to none of them. */
	outside: z.array(z.strictObject({ code: areaCode, origin, why: text })).default([])
});

export type Area = z.infer<typeof area>;
export type AreaLevel = z.infer<typeof areaLevel>;
export type OwnAreas = z.infer<typeof ownAreas>;
export type AreaChange = z.infer<typeof areaChange>;
export type Conversion = z.infer<typeof conversion> & { fromBoundaries: number; toBoundaries: number };
export type ConversionBasis = z.infer<typeof conversionBasis>;
