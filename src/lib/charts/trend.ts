import { extent, scaleLinear, type ScaleLinear } from 'd3';
import { formatExact, formatNumber, type ShownUnit } from '../domain/format.ts';
import type { PlacedEvent } from '../domain/events.ts';
import { missingReason, periodsOf, runs, type Reading, type Series } from '../domain/series.ts';
import type { TargetLevel } from '../domain/target-levels.ts';
import type { Missing } from '../schema/observation.ts';
import { placeLevelLabels, type PlacedLevel } from './level-labels.ts';
import { thin, type Tick } from './ticks.ts';

/** A measured point: `x` in percent of the plot's width, `y` in pixels from its top. */
export interface Dot {
	x: number;
	y: number;
	period: number;
	value: number;
	table: string;
}

/** A guide between two measured points. */
export interface Guide {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

export interface Line {
	area: string;
	dots: Dot[];
	guides: Guide[];
	/** Periods without a figure, with the reason. */
	gaps: { x: number; period: number; reason: Missing }[];
}

/** A horizontal rule at a value, a target or a baseline, from where it starts to where it is due. */
export interface Level {
	x1: number;
	x2: number;
	y: number;
	/** Where promises about it are due. */
	dues: number[];
	label: string;
	kind: TargetLevel['kind'];
}

export interface Plot {
	height: number;
	lines: Line[];
	xTicks: Tick[];
	yTicks: { y: number; label: string }[];
	levels: PlacedLevel[];
	/** The days on which promises are due, each with the foot of its label: a second row where two would meet. */
	dates: { x: number; y: number; label: string }[];
	/** What is to be reached on those days. */
	promises: string[];
	/** Where figures before and after may not be compared. */
	breaks: { x: number; why: string }[];
	/** What happened, in percent of the width. */
	events: { x: number; width: number; mark: string }[];
	/** Whether the lowest value of the axis is zero. */
	fromZero: boolean;
}

export interface TrendOptions {
	unit: ShownUnit;
	height: number;
	levels?: TargetLevel[];
	breaks?: { between: [number, number]; why: string }[];
	events?: readonly PlacedEvent[];
	/** The exact bounds of the axis, so that several charts can share one scale; else round ones are found. */
	domain?: readonly [number, number];
	ticks?: number;
	/** Ends of the axis in years, where a chart above or below shares it. */
	span?: readonly [number, number];
}

const round = (number: number): number => Math.round(number * 100) / 100;

/** The smallest and largest value in all series, or 0 and 1 where there is none. */
export function valueDomain(series: readonly Series[]): [number, number] {
	const [low, high] = extent(
		series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])))
	);
	return low === undefined ? [0, 1] : [low, high];
}

/** The axis of years: as far as there are figures, and on to where a promise is due. */
function placeYears(
	periods: readonly number[],
	span: TrendOptions['span'],
	dues: readonly { at: number }[]
): ScaleLinear<number, number> {
	if (span) return scaleLinear(span, [0, 100]);
	const [first = 0, last = 1] = [periods[0], periods.at(-1)];
	if (periods.length === 1) return scaleLinear([first, last], [50, 50]);
	return scaleLinear([first, Math.max(last, ...dues.map(({ at }) => at))], [0, 100]);
}

/**
 * Places series as lines of measured points. Counts and amounts start at zero; percentages may start above it.
 * Nothing is smoothed, and no line crosses a gap or a break.
 */
export function placeTrend(series: readonly Series[], options: TrendOptions): Plot {
	const { unit, height, levels = [], breaks = [], events = [], ticks = 5 } = options;
	const periods = periodsOf(series);
	const values = [...valueDomain(series), ...levels.map(({ value }) => value)];
	const lowest = Math.min(...values);
	const bottom = unit === 'procent' ? lowest : Math.min(0, lowest);
	const margin = unit === 'procent' ? Math.max(1, (Math.max(...values) - bottom) * 0.06) : 0;
	const y = options.domain
		? scaleLinear(options.domain, [height, 0])
		: scaleLinear(
				[bottom < 0 ? bottom : Math.max(0, bottom - margin), Math.max(...values) + margin || 1],
				[height, 0]
			).nice(ticks);
	const dues = levels.flatMap((level) => level.dues);
	const x = placeYears(periods, options.span, dues);
	const across = (year: number): number => round(Math.min(100, Math.max(0, x(year))));
	const dot = ({ period, value, table }: Reading): Dot => ({
		x: round(x(period)),
		y: round(y(value ?? 0)),
		period,
		value: value ?? 0,
		table
	});
	const lines = series.map((each): Line => {
		const placed = runs(each).map((run) => run.map(dot));
		return {
			area: each.area,
			dots: placed.flat(),
			guides: placed.flatMap((run) =>
				run.slice(1).map((to, i) => ({ x1: run[i]!.x, y1: run[i]!.y, x2: to.x, y2: to.y }))
			),
			gaps: each.points.flatMap((point) => {
				const reason = missingReason(point);
				return reason ? [{ x: round(x(point.period)), period: point.period, reason }] : [];
			})
		};
	});
	return {
		height,
		lines,
		xTicks: thin(periods.map((period) => ({ x: round(x(period)), label: String(period) }))),
		yTicks: y.ticks(ticks).map((value) => ({ y: round(y(value)), label: formatTick(value, unit) })),
		levels: placeLevelLabels(
			levels.map(({ value, label, kind, from, dues: own }) => ({
				label,
				kind,
				x1: from === undefined ? 0 : across(from),
				x2: own.length > 0 ? across(Math.max(...own.map(({ at }) => at))) : 100,
				y: round(y(value)),
				dues: [...new Set(own.map(({ at }) => across(at)))]
			})),
			lines,
			height
		),
		dates: [...new Map(dues.map(({ at, day }) => [day, at]))]
			.toSorted((a, b) => a[1] - b[1])
			.map(([label, at], i) => ({
				label,
				x: across(at),
				y: height + 38 + 14 * (i % 2)
			})),
		promises: [...new Set(dues.flatMap(({ text }) => text ?? []))],
		breaks: breaks.map(({ between: [before, after], why }) => ({
			x: round((x(before) + x(after)) / 2),
			why
		})),
		events: events.map(({ from, to, mark }) => ({
			x: round(x(from)),
			width: Math.max(0.2, round(x(to) - x(from))),
			mark
		})),
		fromZero: y.domain()[0] === 0
	};
}

/** A value of an axis: without decimals it does not have. */
export const formatTick = (value: number, unit: ShownUnit): string =>
	unit === 'procent' ? `${formatExact(value)}%` : formatNumber(value, unit);
