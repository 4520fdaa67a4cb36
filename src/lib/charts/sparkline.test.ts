import { expect, it } from 'vitest';
import type { Reading, Series } from '../domain/series.ts';
import { placeSparkline } from './sparkline.ts';

const series = (area: string, points: [number, number | null, string?][]): Series => ({
	area,
	points: points.map(([period, value, table = '50090ned']): Reading => ({
		area,
		table,
		boundaries: 2020,
		period,
		value,
		status: value === null ? 'suppressed' : 'estimate'
	}))
});
const parts = (path: string): number => path.split('M').length - 1;

it('runs from edge to edge, higher values higher', () => {
	const { lines, width } = placeSparkline(
		[
			series('WK178301', [
				[2012, 40],
				[2020, 50]
			])
		],
		'procent'
	)!;
	const [, x1, y1, x2, y2] = /^M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)$/.exec(lines[0]!.guides)!.map(Number);
	expect([x1, x2]).toEqual([3, width - 3]);
	expect(y2!).toBeLessThan(y1!);
	expect(parts(lines[0]!.dots)).toBe(2);
});

it('draws no line across a hidden figure, a year that only others have, or a change of table', () => {
	const whole = series('GM1783', [
		[2012, 40],
		[2016, 42],
		[2020, 45]
	]);
	const hidden = placeSparkline(
		[
			series('BU1', [
				[2012, 40],
				[2016, null],
				[2020, 50]
			]),
			whole
		],
		'procent'
	)!;
	const absent = placeSparkline(
		[
			series('BU1', [
				[2012, 40],
				[2020, 50]
			]),
			whole
		],
		'procent'
	)!;
	const tables = placeSparkline(
		[
			series('WK1', [
				[2020, 40],
				[2024, 50, '85984ned']
			])
		],
		'aantal'
	)!;
	expect([hidden, absent, tables].map(({ lines }) => [lines[0]!.guides, parts(lines[0]!.dots)])).toEqual([
		['', 2],
		['', 2],
		['', 2]
	]);
	expect(parts(absent.lines[1]!.guides)).toBe(2);
});

it('is not there for fewer than two figures', () => {
	expect(placeSparkline([series('WK1', [[2020, 40]])], 'procent')).toBeUndefined();
	expect(
		placeSparkline(
			[
				series('WK1', [
					[2016, null],
					[2020, 40]
				])
			],
			'procent'
		)
	).toBeUndefined();
	expect(placeSparkline([], 'procent')).toBeUndefined();
});
