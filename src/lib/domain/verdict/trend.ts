import type { Unit } from '../../schema/indicator.ts';
import type { Measurement } from './facts.ts';
import { intervalOf } from './margin.ts';
import { periodEnd } from './period.ts';

/** Whether all points of a series together rise or fall, or whether that cannot be said, and why. */
export interface TrendVerdict {
	trend: 'rising' | 'falling' | 'no-trend' | 'too-few';
	method: 'weighted-slope' | 'mann-kendall';
	points: number;
	/** Two-sided probability of at least this trend where there is none; left out where there are too few points. */
	p?: number;
}

const significance = 0.05;
/** Below five points no order of them is rare enough for the test to tell. */
const fewest = { 'weighted-slope': 3, 'mann-kendall': 5 };

/** Two-sided tail of the standard normal distribution. Abramowitz and Stegun (1964), 7.1.26. */
function tail(score: number): number {
	const x = Math.abs(score) / Math.SQRT2;
	const t = 1 / (1 + 0.3275911 * x);
	const poly =
		t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
	return poly * Math.exp(-x * x);
}

const year = (period: string) => Date.parse(periodEnd(period)) / 31_556_952_000;

/** Slope of a line weighted by the margins, divided by its standard error. */
function slopeScore(points: readonly { x: number; y: number; error: number }[]): number {
	const weights = points.map(({ error }) => 1 / error ** 2);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = (pick: (point: { x: number; y: number }) => number) =>
		points.reduce((sum, point, i) => sum + weights[i]! * pick(point), 0) / total;
	const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
	const spread = points.reduce((sum, point, i) => sum + weights[i]! * (point.x - x) ** 2, 0);
	const slope =
		points.reduce((sum, point, i) => sum + weights[i]! * (point.x - x) * (point.y - y), 0) / spread;
	return slope * Math.sqrt(spread);
}

/** In how many orders of `n` values each number of pairs stands the wrong way round. */
function inversions(n: number): number[] {
	let counts = [1];
	for (let size = 2; size <= n; size++) {
		const next = new Array<number>(counts.length + size - 1).fill(0);
		for (const [i, count] of counts.entries()) for (let j = 0; j < size; j++) next[i + j]! += count;
		counts = next;
	}
	return counts;
}

/** Kendall's S: pairs that rise minus pairs that fall. */
function pairs(values: readonly number[]): number {
	let s = 0;
	for (const [i, a] of values.entries()) for (const b of values.slice(i + 1)) s += Math.sign(b - a);
	return s;
}

/** Exact without ties, and the normal approximation with ties. */
function kendallProbability(values: readonly number[], s: number): number {
	const n = values.length;
	if (new Set(values).size === n && n <= 12) {
		const counts = inversions(n);
		const all = counts.reduce((sum, count) => sum + count, 0);
		const extreme = counts.reduce(
			(sum, count, wrong) => (Math.abs(counts.length - 1 - 2 * wrong) >= Math.abs(s) ? sum + count : sum),
			0
		);
		return extreme / all;
	}
	const ties = [...new Set(values)].map((value) => values.filter((other) => other === value).length);
	const tied = ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
	const variance = (n * (n - 1) * (2 * n + 5) - tied) / 18;
	return variance === 0 ? 1 : Math.min(1, tail(Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance)));
}

/**
 * The trend over all points of a series. Where each point has a margin: the slope of a line, weighted by those
 * margins (inverse variance), from three points on. Where there is none: the test of Mann and Kendall on the order of
 * the values (H. B. Mann, Econometrica 13 (1945), 245-259), from five points on.
 * @param points in the order of time, without gaps
 */
export function judgeTrend(points: readonly Measurement[], unit: Unit): TrendVerdict {
	const intervals = points.map((point) => intervalOf(point, unit));
	const known = intervals.every((interval) => interval !== undefined && interval.high > interval.low);
	const method = known && points.length > 0 ? 'weighted-slope' : 'mann-kendall';
	if (points.length < fewest[method]) return { trend: 'too-few', method, points: points.length };
	const values = points.map(({ value }) => value);
	const score =
		method === 'weighted-slope'
			? slopeScore(
					points.map(({ period, value }, i) => ({
						x: year(period),
						y: value,
						error: (intervals[i]!.high - intervals[i]!.low) / (2 * 1.959964)
					}))
				)
			: pairs(values);
	const p = method === 'weighted-slope' ? tail(score) : kendallProbability(values, score);
	const direction = score > 0 ? 'rising' : 'falling';
	return {
		trend: p <= significance && score !== 0 ? direction : 'no-trend',
		method,
		points: points.length,
		p
	};
}

/** A trend verdict as a Dutch sentence. */
export function tellTrendVerdict({ trend, method, points }: TrendVerdict): string {
	const how =
		method === 'weighted-slope'
			? 'gerekend met de marges van de cijfers'
			: 'gerekend met de volgorde van de cijfers; hun marge is onbekend';
	switch (trend) {
		case 'too-few':
			return `Over ${points === 1 ? 'één meting' : `${points} metingen`} is geen uitspraak over een trend te doen.`;
		case 'no-trend':
			return `Over alle ${points} metingen samen is geen stijging of daling aan te tonen (${how}).`;
		default:
			return `Over alle ${points} metingen samen is er een ${trend === 'rising' ? 'stijging' : 'daling'} (${how}).`;
	}
}
