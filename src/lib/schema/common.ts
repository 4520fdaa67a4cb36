import { z } from 'zod';

/** Parts of an address: small letters, digits and single hyphens. */
export const slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kleine letters, cijfers en koppeltekens, zoals "minder-eenzaamheid"');

/** A text for readers: not empty, no spaces at its ends, no HTML. */
export const text = z
	.string()
	.min(1, { error: 'een tekst', abort: true })
	.regex(/^\S(?:[\s\S]*\S)?$/, 'een tekst zonder spaties aan het begin of eind')
	.regex(/^[^<>]*$/, 'gewone tekst, zonder de tekens < en >');

function isCalendarDay(value: string): boolean {
	const [year, month, day] = value.split('-').map(Number);
	const date = new Date(Date.UTC(year!, month! - 1, day));
	return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

/** A day of the calendar, as `2022-01-01`. */
export const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'een datum als 2022-01-01', abort: true })
	.refine(isCalendarDay, 'een datum die bestaat');

/**
 * A period: a year (`2020`), half a year (`2018-H1`), a day, or two of years or days with a slash
 * between them (`2017-01-01/2017-10-15`).
 */
export const period = z
	.string()
	.regex(/^(\d{4}(-H[12])?|\d{4}-\d{2}-\d{2})(\/(\d{4}|\d{4}-\d{2}-\d{2}))?$/, {
		error: 'een jaar (2020), halfjaar (2018-H1), dag (2022-01-01) of een bereik (2016/2020)',
		abort: true
	})
	.refine(
		(value) => value.split('/').every((part) => part.length < 10 || isCalendarDay(part)),
		'een datum die bestaat'
	);

/** Where something stands: a source and the place in it. */
export const place = z.strictObject({ document: slug, place: text });

/** The origin of what a monitor says: in its source, added by an editor, or worked out from figures. */
export const origin = z.enum(['source', 'editorial', 'derived']);

export type Place = z.infer<typeof place>;
export type Origin = z.infer<typeof origin>;
