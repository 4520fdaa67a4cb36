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

/**
 * Places pairs of values: `other` runs to the right, `value` upwards. Neither axis need start at zero: a scatter
 * compares places, not lengths. Names are written as long as none covers another, those that are chosen first.
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
	return {
		height,
		points: placed.map((point) => ({
			...point,
			named: named.get(point.key) ?? false,
			end: point.x + point.label.length * letter > 98
		})),
		xTicks: x.ticks(6).map((value) => ({ x: round(x(value)), label: formatExact(value) })),
		yTicks: y.ticks(5).map((value) => ({ y: round(y(value)), label: formatExact(value) }))
	};
}
