import { groups } from 'd3';
import { countingDays, type MeasuredRow } from './gather.ts';
import type { Published } from './period.ts';

/** Where a figure of a table stands, and whether there is one. */
export type TableRow = Pick<
	MeasuredRow,
	'indicator' | 'breakdown' | 'table' | 'boundaries' | 'period' | 'value'
>;

/**
 * The figures that were known on a day, by the rule of the verdicts.
 * @param rows of any areas: a table that revises an older one does so for all of them
 */
export const rowsKnownOn = <Row extends TableRow>(
	rows: readonly Row[],
	sources: Published,
	asOf: string
): Row[] =>
	groups(rows, ({ indicator, breakdown }) => `${indicator} ${breakdown}`).flatMap(([, own]) => {
		const countsFrom = countingDays(
			own.filter(({ value }) => value !== null),
			sources
		);
		return own.filter((row) => countsFrom(row).known <= asOf);
	});
