import { max, scaleLinear } from 'd3';

/** A bar: its length in percent of the width of the chart, `undefined` where there is no value. */
export interface Bar<Value> {
	value: Value;
	length: number | undefined;
}

/** Lengths of bars that share one scale. */
export interface Bars<Row, Value> {
	rows: { row: Row; bars: Bar<Value>[] }[];
	/** The value at the end of the scale. */
	end: number;
}

const round = (number: number): number => Math.round(number * 100) / 100;

/**
 * Places horizontal bars that always start at zero, on one scale for all rows. A missing value gives no bar; it is
 * never a bar of length 0. A negative amount gets no length either: its number stands beside it.
 * @param room the part of the width that the longest bar may take, in percent
 */
export function placeBars<Row, Value extends { value: number | null }>(
	rows: readonly Row[],
	values: (row: Row) => readonly Value[],
	room = 100
): Bars<Row, Value> {
	const end = max(rows, (row) => max(values(row), ({ value }) => value ?? 0)) ?? 0;
	const x = scaleLinear([0, end || 1], [0, room]).clamp(true);
	return {
		end,
		rows: rows.map((row) => ({
			row,
			bars: values(row).map((value) => ({
				value,
				length: value.value === null ? undefined : round(x(value.value))
			}))
		}))
	};
}

/** A bar from zero, to the left or to the right of it; `x` and `length` in percent of the width. */
export interface SignedBar {
	x: number;
	length: number;
}

/**
 * Places bars on one scale that always holds zero, so that a difference below zero points the other way.
 * @returns the bar of each value, `undefined` where it is missing, and where zero is
 */
export function placeSignedBars(values: readonly (number | null)[]): {
	bars: (SignedBar | undefined)[];
	zero: number;
} {
	const known = values.filter((value) => value !== null);
	const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
	const x = scaleLinear([low, high === low ? low + 1 : high], [0, 100]);
	const zero = round(x(0));
	return {
		zero,
		bars: values.map((value) => {
			if (value === null) return undefined;
			const end = x(value);
			return { x: round(Math.min(zero, end)), length: round(Math.abs(end - x(0))) };
		})
	};
}
