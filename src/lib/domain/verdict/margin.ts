import type { Unit } from '../../schema/indicator.ts';
import type { Measurement } from './facts.ts';

/** A value between two bounds, in the unit of its indicator. */
export interface Interval {
	low: number;
	value: number;
	high: number;
}

const z = 1.959964;
const wholes: Partial<Record<Unit, number>> = { procent: 100, 'per-1000': 1000 };

/** Without the noise that reckoning with decimals leaves behind: what is equal must compare as equal. */
export const clean = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Wilson's score interval of a share. E. B. Wilson, JASA 22 (1927), 209-212. */
function wilson(share: number, n: number): [low: number, high: number] {
	const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
	const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
	return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/**
 * The 95% interval of a measurement: the bounds of its source, or else Wilson's for a share of `n` people.
 * @returns `undefined` where the source gives neither: the margin is unknown, which is not the same as none
 */
export function intervalOf(measurement: Measurement, unit: Unit): Interval | undefined {
	const { value, lower, upper, n } = measurement;
	if (lower !== null && upper !== null) return { low: clean(lower), value, high: clean(upper) };
	const whole = wholes[unit];
	if (n === null || n <= 0 || whole === undefined || value < 0 || value > whole) return undefined;
	const [low, high] = wilson(value / whole, n);
	return { low: Math.min(value, clean(low * whole)), value, high: Math.max(value, clean(high * whole)) };
}

/**
 * The 95% interval of the difference between two independent measurements, by squaring and adding the distances to
 * their bounds. R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890; G. Y. Zou and A. Donner, the same, 27
 * (2008), 1693-1702.
 */
export function differenceOf(from: Interval, to: Interval): Interval {
	const value = clean(to.value - from.value);
	return {
		low: clean(value - Math.hypot(to.value - to.low, from.high - from.value)),
		value,
		high: clean(value + Math.hypot(to.high - to.value, from.value - from.low))
	};
}

/** The difference between two measurements; without a margin it is a point, and `margin` is false. */
export function difference(
	from: Measurement,
	to: Measurement,
	unit: Unit
): { interval: Interval; margin: boolean } {
	const [a, b] = [intervalOf(from, unit), intervalOf(to, unit)];
	if (a && b) return { interval: differenceOf(a, b), margin: true };
	const value = clean(to.value - from.value);
	return { interval: { low: value, value, high: value }, margin: false };
}
