import { extent, scaleLinear } from 'd3';
import { formatExact } from '../domain/format.ts';

/** A point of a scatter: `x` in percent of the width, `y` in pixels from the top. */
export interface ScatterPoint {
	key: string;
	label: string;
	x: number;
	y: number;
	/** Whether its name is written beside it: there is room for it, or it stands out. */
	named: boolean;
	end: boolean;
}

export interface Scatter {
	height: number;
	points: ScatterPoint[];
	/** Very many other points as one path, in a box that is 100 wide; empty where all points are elements. */
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
/** Room that a name takes: in percent of the width for a letter, and in pixels in height. */
const letter = 0.9;
const line = 15;

/** More points than this are not elements of their own: a page would stand still for seconds. */
export const mostPoints = 2000;

/** Points as dots of one line, each place once. */
const pathOfPoints = (points: readonly { x: number; y: number }[]): string =>
	[...new Set(points.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`))].join('');

/**
 * Places pairs of values: `other` runs to the right, `value` upwards. Neither axis need start at zero: a scatter
 * compares places, not lengths. Names are written as long as none covers another, those that are chosen first. Of more
 * than `mostPoints` only those that are chosen or have a name stay points.
 */
export function placeScatter(pairs: readonly Pair[], height: number, chosen: ReadonlySet<string>): Scatter {
	const [left = 0, right = 1] = extent(pairs, ({ other }) => other);
	const [low = 0, high = 1] = extent(pairs, ({ value }) => value);
	const x = scaleLinear([left, right === left ? left + 1 : right], [2, 98]).nice(6);
	const y = scaleLinear([low, high === low ? low + 1 : high], [height - 8, 8]).nice(5);
	const taken: { x1: number; x2: number; y: number }[] = [];
	const placed = pairs.map(({ key, label, value, other }) => ({
		key,
		label,
		x: round(x(other)),
		y: round(y(value))
	}));
	const order = placed.toSorted((a, b) => Number(chosen.has(b.key)) - Number(chosen.has(a.key)));
	const named = new Map<string, boolean>();
	for (const { key, label, x: at, y: top } of order.slice(0, 200)) {
		const width = label.length * letter;
		const end = at + width > 98;
		const box = { x1: end ? at - width - 1 : at, x2: end ? at : at + width + 1, y: top };
		const free = taken.every(
			(other) => other.x2 < box.x1 || other.x1 > box.x2 || Math.abs(other.y - box.y) > line
		);
		if (free) taken.push(box);
		named.set(key, free);
	}
	const isMany = pairs.length > mostPoints;
	const isOwn = ({ key }: { key: string }) => !isMany || named.get(key) === true || chosen.has(key);
	return {
		height,
		points: placed
			.filter(isOwn)
			.slice(0, mostPoints)
			.map((point) => ({
				...point,
				named: named.get(point.key) ?? false,
				end: point.x + point.label.length * letter > 98
			})),
		rest: isMany ? pathOfPoints(placed.filter((point) => !isOwn(point))) : '',
		xTicks: x.ticks(6).map((value) => ({ x: round(x(value)), label: formatExact(value) })),
		yTicks: y.ticks(5).map((value) => ({ y: round(y(value)), label: formatExact(value) }))
	};
}
