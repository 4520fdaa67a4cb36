import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thin } from './ticks.ts';

const shown = (...places: number[]): number[] =>
	thin(places.map((x) => ({ x, label: String(x) })))
		.filter(({ wide }) => !wide)
		.map(({ x }) => x);

test('labels with room all stay, and of those that would touch every second one', () => {
	expect(shown(0, 25, 50, 100)).toEqual([0, 25, 50, 100]);
	expect(shown(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)).toEqual([0, 20, 40, 60, 80, 100]);
	expect(shown(0, 5, 90, 100)).toEqual([5, 100]);
	expect(shown()).toEqual([]);
});

test('the last one stays, all keep their order, and no two that stay touch', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (places) => {
			const sorted = places.toSorted((a, b) => a - b);
			const left = shown(...sorted);
			expect(left.at(-1)).toBe(sorted.at(-1));
			expect(left.every((x, i) => i === 0 || x - left[i - 1]! >= 13)).toBe(true);
		})
	);
});
