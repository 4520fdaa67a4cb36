import { groups } from 'd3';
import type { ConversionBasis } from '../schema/area.ts';
import type { Missing, ObservationStatus } from '../schema/observation.ts';
import { toMissing } from './missing.ts';

/** One figure as the database gives it. */
export interface Reading {
	area: string;
	table: string;
	boundaries: number;
	period: number;
	value: number | null;
	status: ObservationStatus;
	/** What the source gives, where this site corrected it. */
	published?: number | null;
	/** What a figure rests on that the site worked out for other boundaries. */
	basis?: ConversionBasis | null;
}

/** The figures of one area in the order of time. */
export interface Series {
	area: string;
	points: Reading[];
}

/** Why a figure is missing, or `undefined` where there is one. */
export function missingReason({ value, status }: Pick<Reading, 'value' | 'status'>): Missing | undefined {
	if (value !== null) return undefined;
	return toMissing(status) ?? 'unknown';
}

/**
 * One line per area. Where two tables give the same area and period, the one with the newest boundaries is drawn:
 * it is the publisher's latest word. The older one stays in the table below the chart.
 */
export function toSeries(readings: readonly Reading[]): Series[] {
	return groups(readings, ({ area }) => area).map(([area, own]) => ({
		area,
		points: groups(own, ({ period }) => period)
			.map(([, same]) =>
				same.reduce((newest, other) => (other.boundaries > newest.boundaries ? other : newest))
			)
			.toSorted((a, b) => a.period - b.period)
	}));
}

/** Every period of which some area has a figure or a reason for its absence. */
export function periodsOf(series: readonly Series[]): number[] {
	return [...new Set(series.flatMap(({ points }) => points.map(({ period }) => period)))].toSorted(
		(a, b) => a - b
	);
}

/** A measurement that has a figure. */
export type Measured = Reading & { value: number };

/** The figure of an area in a period with the table it comes from, if it has one. */
export const pointAt = (series: Series | undefined, period: number | undefined): Measured | undefined =>
	series?.points.find((point): point is Measured => point.period === period && point.value !== null);

/** The figure of an area in a period, if it has one. */
export const valueAt = (series: Series | undefined, period: number | undefined): number | undefined =>
	pointAt(series, period)?.value;

/** The latest period in which at least one of the series has a figure. */
export function latestPeriod(series: readonly Series[]): number | undefined {
	return series
		.flatMap(({ points }) => points.filter(({ value }) => value !== null).map(({ period }) => period))
		.reduce<number | undefined>(
			(last, period) => (last === undefined || period > last ? period : last),
			undefined
		);
}

/** Whether two figures are of different tables and boundaries, and the site did not work one out for the other. */
export const isBroken = (before: Reading, after: Reading): boolean =>
	before.table !== after.table && !before.basis && !after.basis;

/** Runs of points that may be joined by a line: no gap, no change of table or boundaries between them. */
export function runs({ points }: Series): Reading[][] {
	const all: Reading[][] = [];
	let run: Reading[] = [];
	for (const point of points) {
		const previous = run.at(-1);
		const broken = previous !== undefined && isBroken(previous, point);
		if (point.value === null || broken) {
			if (run.length > 0) all.push(run);
			run = [];
		}
		if (point.value !== null) run.push(point);
	}
	return run.length > 0 ? [...all, run] : all;
}
