import { max, min, range, scaleLinear } from 'd3';
import { formatNumber } from '../domain/format.ts';
import type { Missing } from '../schema/observation.ts';
import { thin, type Tick } from './ticks.ts';

/** A standing bar for one year: `x` and `width` in percent of the plot's width, `y` and `height` in pixels. */
export interface Column {
	year: number;
	x: number;
	width: number;
	y: number;
	height: number;
}

export interface Columns {
	height: number;
	columns: Column[];
	xTicks: Tick[];
	yTicks: { y: number; label: string }[];
	/** Where the division changed between two years. */
	breaks: { x: number; year: number }[];
}

interface Options {
	height: number;
	/** Ends of the axis in years, which a chart below shares; see `yearAxis`. */
	span: readonly [number, number];
	/** First years of a new division. */
	breaks?: readonly number[];
	ticks?: number;
}

/** The part of the room between two years that a bar takes. */
const fill = 0.62;

/** An axis of years with half a year of room at both ends, so that the bars of the first and last stay inside. */
export const yearAxis = (years: readonly number[]): [number, number] => [
	(min(years) ?? 0) - 0.5,
	(max(years) ?? 0) + 0.5
];

const round = (number: number): number => Math.round(number * 100) / 100;

/** Places yearly amounts as standing bars that start at zero. A missing amount has no bar; it is never one of no height. */
export function placeColumns(
	years: readonly { year: number; value: number | null; missing?: Missing }[],
	{ height, span, breaks = [], ticks = 3 }: Options
): Columns {
	const x = scaleLinear(span, [0, 100]);
	const y = scaleLinear([0, max(years, ({ value }) => value ?? 0) || 1], [height, 0]).nice(ticks);
	const width = (x(1) - x(0)) * fill;
	return {
		height,
		columns: years.flatMap(({ year, value }) =>
			value === null || value < 0
				? []
				: [
						{
							year,
							x: round(x(year) - width / 2),
							width: round(width),
							y: round(y(value)),
							height: round(height - y(value))
						}
					]
		),
		xTicks: thin(yearTicks(span).map((year) => ({ x: round(x(year)), label: String(year) }))),
		yTicks: y.ticks(ticks).map((value) => ({ y: round(y(value)), label: formatNumber(value, 'euro') })),
		breaks: breaks.map((year) => ({ x: round(x(year - 0.5)), year }))
	};
}

/** Years to name below an axis: every year, or every second or fourth where they would not fit. */
export function yearTicks([first, last]: readonly [number, number]): number[] {
	const years = range(Math.ceil(first), last);
	const step = years.length <= 7 ? 1 : years.length <= 14 ? 2 : 4;
	return years.filter((year) => (year - years[0]!) % step === 0);
}
