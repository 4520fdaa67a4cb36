import { z } from 'zod';
import { origin, place, slug, text } from './common.ts';

/** Code of an area in the division of Statistics Netherlands. */
export const areaCode = z
	.string()
	.regex(
		/^(NL01|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/,
		'een gebiedscode als GM1783, WK178301 of BU17830101'
	);

export const areaLevel = z.enum(['land', 'gemeente', 'wijk', 'buurt']);

/** An area on the boundaries of one year; its key is the code together with that year. */
export const area = z.strictObject({
	code: areaCode,
	name: text,
	level: areaLevel,
	parent: areaCode.or(z.literal('')),
	boundaries: z.int().min(2000).max(2100)
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
