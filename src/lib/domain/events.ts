import { groups } from 'd3';
import type { TimelineEvent } from '../schema/tracker.ts';
import { formatPeriod } from './format.ts';
import { said } from './content.ts';
import type { Sentence } from './sentence.ts';
import { periodEnd, periodStart } from './verdict/period.ts';

/** An event on the time axis of a chart. */
export interface PlacedEvent {
	/** Letter beside its mark, and before its text. */
	mark: string;
	/** In years; a measurement of a year stands in the middle of that year, so 1 July 2020 is 2020. */
	from: number;
	to: number;
	told: Sentence;
}

const dayOfYear = (day: string) => (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000;
/** The place of a day on an axis of years: a measurement of a year stands in the middle of that year. */
export const onAxis = (day: string): number =>
	Math.round((Number(day.slice(0, 4)) + dayOfYear(day) / 365.25 - 0.5) * 100) / 100;

/**
 * The events that fall within the years of a chart, in the order of time; those of one day share a mark.
 * @param indicator whose chart it is; an event that names indicators is in their charts only
 * @param tables that the figures come from; an event that names tables is told with their figures only
 */
export function eventsIn(
	events: readonly TimelineEvent[],
	indicator: string,
	years: readonly number[],
	tables: ReadonlySet<string>
): PlacedEvent[] {
	const [first, last] = [Math.min(...years), Math.max(...years)];
	const placed = events
		.filter((event) => event.indicators.length === 0 || event.indicators.includes(indicator))
		.filter((event) => event.tables?.some((table) => tables.has(table)) ?? true)
		.map((event) => ({
			event,
			from: onAxis(periodStart(event.date)),
			to: onAxis(event.date.includes('/') ? periodEnd(event.date) : periodStart(event.date))
		}))
		.filter(({ from, to }) => first < last && to > first && from < last)
		.toSorted((a, b) => a.from - b.from);
	return groups(placed, ({ from, to }) => `${from} ${to}`).map(([, same], i) => {
		const mark = String.fromCharCode(97 + i);
		const told = same.flatMap(({ event }, j): Sentence => [
			j === 0 ? `${mark}: ` : ' ',
			said(event.label),
			` (${formatPeriod(event.date)}). `,
			said(event.text)
		]);
		return {
			mark,
			from: Math.max(first, same[0]!.from),
			to: Math.min(last, same[0]!.to),
			told
		};
	});
}
