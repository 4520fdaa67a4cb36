import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeSignedBars } from './bars.ts';
import { pathOfLines } from './many-lines.ts';
import { nameScatter, placePairs } from './scatter.ts';
import { placeTrend } from './trend.ts';
import type { Reading } from '../domain/series.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('a bar starts at zero and is as long as its value is large; what is missing has none', () => {
	const { bars, zero } = placeSignedBars([10, -10, null, 0, 5]);
	expect(zero).toBe(50);
	expect(bars).toEqual([
		{ x: 50, length: 50 },
		{ x: 0, length: 50 },
		undefined,
		{ x: 50, length: 0 },
		{ x: 50, length: 25 }
	]);
	expect(placeSignedBars([3, 6])).toEqual({
		zero: 0,
		bars: [
			{ x: 0, length: 50 },
			{ x: 0, length: 100 }
		]
	});
	expect(placeSignedBars([null])).toEqual({ zero: 0, bars: [undefined] });
});

test('bars never leave the chart', () => {
	fc.assert(
		fc.property(fc.array(number), (values) => {
			for (const bar of placeSignedBars(values).bars) {
				expect(bar!.x).toBeGreaterThanOrEqual(0);
				expect(bar!.x + bar!.length).toBeLessThanOrEqual(100.02);
			}
		})
	);
});

test('in a scatter more is to the right and higher up, and names that would cover each other have other sides', () => {
	const pair = (key: string, other: number, value: number) => ({ key, label: `Wijk ${key}`, other, value });
	const placed = placePairs([pair('a', 1, 1), pair('b', 2, 5), pair('c', 1.001, 1.001)], 300);
	const { points } = nameScatter(placed, new Set(['c']), 1200);
	const [a, b, c] = points;
	expect(b!.x).toBeGreaterThan(a!.x);
	expect(b!.y).toBeLessThan(a!.y);
	expect([a!.place, b!.place, c!.place]).toEqual(['above', 'left', 'right']);
});

test('of very many points only those with a name or that were chosen stay points, and none is left out', () => {
	const pairs = Array.from({ length: 3000 }, (_, i) => ({
		key: `${i}`,
		label: `Punt ${i}`,
		other: i,
		value: i % 97
	}));
	const placed = placePairs(pairs, 300);
	const { points, rest } = nameScatter(placed, new Set(['2999']), 800);
	expect(points.length).toBeLessThan(250);
	expect(points.find(({ key }) => key === '2999')).toHaveProperty('place');
	expect(rest.split('M')).toHaveLength(3000 + 1);
	expect(nameScatter(placed, new Set(), 800).rest).toBe(rest);
	expect(placePairs(pairs.slice(0, 2000), 300)).toMatchObject({ rest: '' });
});

test('very many lines become one path, and a gap stays a gap', () => {
	const reading = (period: number, value: number | null): Reading => ({
		area: 'A',
		table: 't',
		boundaries: 2020,
		period,
		value,
		status: value === null ? 'suppressed' : 'definitive'
	});
	const series = [
		{ area: 'A', points: [reading(2012, 1), reading(2016, null), reading(2020, 2), reading(2024, 4)] }
	];
	const { lines } = placeTrend(series, { unit: 'getal', height: 100 });
	expect(pathOfLines(lines)).toBe('M66.67 50L100 0');
});

test('values below zero have a place on the axis', () => {
	const points = [-4, 6].map((value, i) => ({
		area: 'A',
		table: 't',
		boundaries: 2020,
		period: 2016 + i,
		value,
		status: 'definitive' as const
	}));
	const { lines, fromZero, yTicks } = placeTrend([{ area: 'A', points }], { unit: 'getal', height: 100 });
	expect(fromZero).toBe(false);
	expect(yTicks.map(({ label }) => label)).toContain('-4');
	expect(lines[0]!.dots.every(({ y }) => y >= 0 && y <= 100)).toBe(true);
});
