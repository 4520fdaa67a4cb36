import { max, min, rollup } from 'd3';
import type { Source } from '../../schema/source.ts';
import { knownFrom } from './period.ts';

/** Where a figure of a table stands. */
export interface TableRow {
	indicator: string;
	breakdown: string;
	table: string;
	boundaries: number;
	period: number;
	value: number | null;
}

/** The day of publication of a source, where it is known. */
export const publishedOn = (sources: readonly Pick<Source, 'id' | 'published'>[], id: string) =>
	sources.find((each) => each.id === id)?.published;

/**
 * From which day each figure of a group counts. A figure that revises one of an older table counts from the day of its
 * publication, or where nobody knows that, from the end of the last period of its table: before that nobody can have
 * known it.
 * @param rows all figures that may revise each other, of one area or of more
 */
export function knownDays(
	rows: readonly TableRow[],
	sources: readonly Pick<Source, 'id' | 'published'>[]
): (row: TableRow) => ReturnType<typeof knownFrom> {
	const measured = rows.filter(({ value }) => value !== null);
	const own = ({ indicator, breakdown }: TableRow) => `${indicator} ${breakdown}`;
	const tableOf = (row: TableRow) => `${own(row)} ${row.table}`;
	const periodOf = (row: TableRow) => `${own(row)} ${row.period}`;
	const lastPeriods = rollup(measured, (same) => max(same, ({ period }) => period)!, tableOf);
	const firstOf = rollup(measured, (same) => min(same, ({ boundaries }) => boundaries)!, periodOf);
	return (row) => {
		const revises = row.boundaries > (firstOf.get(periodOf(row)) ?? row.boundaries);
		const counts = revises ? (lastPeriods.get(tableOf(row)) ?? row.period) : row.period;
		return knownFrom(String(counts), publishedOn(sources, row.table));
	};
}

/** The figures that were known on a day. */
export function rowsKnownOn<Row extends TableRow>(
	rows: readonly Row[],
	sources: readonly Pick<Source, 'id' | 'published'>[],
	asOf: string
): Row[] {
	const knownDay = knownDays(rows, sources);
	return rows.filter((row) => knownDay(row).known <= asOf);
}
