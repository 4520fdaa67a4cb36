import { extent, scaleLinear } from 'd3';
import { formatExact } from '../domain/format.ts';
import { placeNames, type Place } from './scatter-names.ts';

/** A point of a scatter: `x` in percent of the width, `y` in pixels from the top. */
export interface ScatterPoint {
	key: string;
	label: string;
	x: number;
	y: number;
	/** Where its name is written; absent where there is no room for it. */
	place?: Place;
}

export interface Scatter {
	height: number;
	points: ScatterPoint[];
	/** Very many points as one path, in a box that is 100 wide; empty where all points are elements. */
	rest: string;
	xTicks: { x: number; label: string }[];
	yTicks: { y: number; label: string }[];
}

interface Pair {
	key: string;
	label: string;
	value: number;
	other: number;
}

const round = (number: number): number => Math.round(number * 100) / 100;

/** More points than this are not elements of their own: a page would stand still for seconds. */
export const mostPoints = 2000;

/** Points as dots of one line, each place once. */
const pathOfPoints = (points: readonly { x: number; y: number }[]): string =>
	[...new Set(points.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`))].join('');

/**
 * Places pairs of values: `other` runs to the right, `value` upwards. Neither axis need start at zero: a scatter
 * compares places, not lengths.
 */
export function placePairs(pairs: readonly Pair[], height: number): Scatter {
	const [left = 0, right = 1] = extent(pairs, ({ other }) => other);
	const [low = 0, high = 1] = extent(pairs, ({ value }) => value);
	const x = scaleLinear([left, right === left ? left + 1 : right], [2, 98]).nice(6);
	const y = scaleLinear([low, high === low ? low + 1 : high], [height - 8, 8]).nice(5);
	const placed = pairs.map(({ key, label, value, other }) => ({
		key,
		label,
		x: round(x(other)),
		y: round(y(value))
	}));
	return {
		height,
		points: placed,
		rest: pairs.length > mostPoints ? pathOfPoints(placed) : '',
		xTicks: x.ticks(6).map((value) => ({ x: round(x(value)), label: formatExact(value) })),
		yTicks: y.ticks(5).map((value) => ({ y: round(y(value)), label: formatExact(value) }))
	};
}

/**
 * Gives the points of a scatter their names. Of more than `mostPoints` only those that are chosen or have a name stay
 * points, on the path of all of them.
 * @param width of the chart in pixels; on a wider one the names have room too
 */
export function nameScatter(scatter: Scatter, chosen: ReadonlySet<string>, width: number): Scatter {
	const { points, height, rest } = scatter;
	const inPixels = points.map((point) => ({ ...point, x: (point.x / 100) * width }));
	const places = placeNames(inPixels, chosen, { width, height });
	const isOwn = ({ key }: ScatterPoint) => !rest || places.has(key) || chosen.has(key);
	return {
		...scatter,
		points: points
			.filter(isOwn)
			.slice(0, mostPoints)
			.map((point) => {
				const place = places.get(point.key);
				return { ...point, ...(place && { place }) };
			})
	};
}
