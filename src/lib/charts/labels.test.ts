import { describe, expect, it } from 'vitest';
import { spreadLabels } from './labels.ts';

const end = (area: string, x: number, y: number) => ({
	area,
	dot: { x, y, period: 2000 + x, value: y, table: 't' }
});

describe('spreadLabels', () => {
	it('moves names of one year apart, and keeps them in the chart', () => {
		const placed = spreadLabels([end('A', 100, 95), end('B', 100, 99), end('C', 100, 100)], 100);
		expect(placed.map(({ area, y }) => [area, y])).toEqual([
			['A', 68],
			['B', 84],
			['C', 100]
		]);
	});

	it('leaves a name of an earlier year at the end of its own line', () => {
		const placed = spreadLabels([end('A', 50, 40), end('B', 100, 41)], 100);
		expect(placed.map(({ area, x, y, period }) => [area, x, y, period])).toEqual([
			['B', 100, 41, 2100],
			['A', 50, 40, 2050]
		]);
	});
});
