import { periodsOf, type Series } from '../domain/series.ts';
import type { Unit } from '../schema/indicator.ts';
import { placeTrend } from './trend.ts';

/** A tiny trend of a few areas, as paths in a box of `width` by `height` pixels. */
export interface Sparkline {
	width: number;
	height: number;
	lines: { area: string; guides: string; dots: string }[];
}

/** Room for half a dot at the edges, in pixels. */
const edge = 3;
const size = { width: 88, height: 28 };
const round = (number: number): number => Math.round(number * 10) / 10;

/** A period that others have and this one lacks is a gap too, so that no line is drawn across it. */
function withGaps(series: Series, periods: readonly number[]): Series {
	const known = new Map(series.points.map((point) => [point.period, point]));
	const [sample] = series.points;
	return {
		...series,
		points: sample
			? periods.map(
					(period) => known.get(period) ?? { ...sample, period, value: null, status: 'unknown' as const }
				)
			: []
	};
}

/**
 * Places a sparkline on a scale of its own, so that it shows a course and no height.
 * @param series the area itself first
 * @returns nothing where the area has fewer than two figures
 */
export function placeSparkline(series: readonly Series[], unit: Unit): Sparkline | undefined {
	const [own] = series;
	if (!own || own.points.filter(({ value }) => value !== null).length < 2) return undefined;
	const periods = periodsOf(series);
	const plot = placeTrend(
		series.map((each) => withGaps(each, periods)),
		{ unit, height: size.height - 2 * edge, ticks: 8 }
	);
	const x = (percent: number): number => round(edge + (percent / 100) * (size.width - 2 * edge));
	const y = (pixels: number): number => round(edge + pixels);
	return {
		...size,
		lines: plot.lines.map(({ area, dots, guides }) => ({
			area,
			guides: guides.map((g) => `M${x(g.x1)} ${y(g.y1)}L${x(g.x2)} ${y(g.y2)}`).join(''),
			dots: dots.map((dot) => `M${x(dot.x)} ${y(dot.y)}h0`).join('')
		}))
	};
}
