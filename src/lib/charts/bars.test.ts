import { expect, test } from 'vitest';
import { placeBars } from './bars.ts';

const amounts = (...values: (number | null)[]) => values.map((value) => ({ value }));
const lengths = (rows: { value: number | null }[][], room?: number) =>
	placeBars(rows, (row) => row, room).rows.map(({ bars }) => bars.map(({ length }) => length));

test('bars start at zero and share one scale', () => {
	expect(lengths([amounts(66871, 87307), amounts(43653.5, 0)])).toEqual([
		[76.59, 100],
		[50, 0]
	]);
});

test('a missing value has no bar, and is not a bar of zero', () => {
	expect(lengths([amounts(10, null)])).toEqual([[100, undefined]]);
});

test('nothing but missing values, or no rows at all, still gives a scale', () => {
	expect(lengths([amounts(null, null)])).toEqual([[undefined, undefined]]);
	expect(placeBars([], () => []).end).toBe(0);
});

test('a negative amount does not run to the left of zero', () => {
	expect(lengths([amounts(-5, 10)])).toEqual([[0, 100]]);
});

test('the longest bar keeps within its room', () => {
	expect(lengths([amounts(5, 10)], 80)).toEqual([[40, 80]]);
});
