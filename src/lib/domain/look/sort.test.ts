import { expect, test } from 'vitest';
import { sortRows } from './sort.ts';

const result = {
	columns: [{ name: 'x', kind: 'number' as const }],
	rows: [[3], [null], [-1], [3], [10]],
	cut: false
};
const all = [0, 1, 2, 3, 4];

test('numbers go by value, equal rows keep their order and what is missing comes last', () => {
	expect(sortRows(result, all)).toEqual(all);
	expect(sortRows(result, all, { column: 0, descending: false })).toEqual([2, 0, 3, 4, 1]);
	expect(sortRows(result, all, { column: 0, descending: true })).toEqual([4, 0, 3, 2, 1]);
	expect(sortRows(result, [4, 1, 2], { column: 0, descending: false })).toEqual([2, 4, 1]);
});

test('what has no end comes at an end, and what is no number last', () => {
	const odd = { ...result, rows: [[NaN], [Infinity], [2], [-Infinity], [Infinity]] };
	expect(sortRows(odd, all, { column: 0, descending: false })).toEqual([3, 2, 1, 4, 0]);
	expect(sortRows(odd, all, { column: 0, descending: true })).toEqual([1, 4, 2, 3, 0]);
});

test('texts go by the Dutch alphabet, and numbers in them by value', () => {
	const texts = { ...result, rows: [['Wijk 10'], ['éen'], ['Wijk 9'], ['Zuid']] };
	expect(sortRows(texts, [0, 1, 2, 3], { column: 0, descending: false })).toEqual([1, 2, 0, 3]);
});
