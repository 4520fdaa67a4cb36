import type { Monitor } from '../../schema/monitor.ts';
import type { Source } from '../../schema/source.ts';

/**
 * Sources with the day of their publication, where it is known, and with the day from which their monitor says that the
 * goals in them hold.
 */
export type Published = readonly (Pick<Source, 'id' | 'published'> & { since?: string })[];

/** Sources as a monitor dates them: with the days of its `since`. */
export const datedBy = <T extends { id: string }>(
	sources: readonly T[],
	since: Monitor['since']
): (T & { since?: string })[] =>
	sources.map((each) => ({
		...each,
		since: since.find(({ source }) => source.document === each.id)?.date
	}));

/** The day on which a source was published, where it is known. */
export const publishedOn = (sources: Published, id: string): string | undefined =>
	sources.find((each) => each.id === id)?.published;

/** From when anybody can have read a document: its publication, or else the day that its monitor worked out. */
export function documentDay(sources: Published, id: string): string | undefined {
	const source = sources.find((each) => each.id === id);
	return source?.published ?? source?.since;
}

/** From when the goals in a document hold: the day that its monitor gives, or else that of its publication. */
export function holdsFrom(sources: Published, id: string): string | undefined {
	const source = sources.find((each) => each.id === id);
	return source?.since ?? source?.published;
}

/** The last day of a period: `2020` ends on 31 December 2020, `2018-H1` on 30 June 2018. */
export function periodEnd(period: string): string {
	const last = period.split('/').at(-1)!;
	if (/^\d{4}$/.test(last)) return `${last}-12-31`;
	if (last.endsWith('-H1')) return `${last.slice(0, 4)}-06-30`;
	return last.endsWith('-H2') ? `${last.slice(0, 4)}-12-31` : last;
}

/** The first day of a period. */
export function periodStart(period: string): string {
	const first = period.split('/')[0]!;
	if (/^\d{4}(-H1)?$/.test(first)) return `${first.slice(0, 4)}-01-01`;
	return first.endsWith('-H2') ? `${first.slice(0, 4)}-07-01` : first;
}

/** The day before a day of the calendar. */
export function dayBefore(day: string): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() - 1);
	return date.toISOString().slice(0, 10);
}

/**
 * From when a figure counts: the day on which its source was published, or else, where nobody knows that day, the
 * end of the period that it is about.
 * @param reckoned the day that stands in for the publication of a document without one
 */
export const knownFrom = (
	period: string,
	published: string | undefined,
	reckoned?: string
): { known: string; published: boolean } =>
	published === undefined
		? { known: reckoned ?? periodEnd(period), published: false }
		: { known: published, published: true };

/** Whether a text is a day of the calendar, as `2022-01-01`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
