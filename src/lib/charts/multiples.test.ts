import { describe, expect, it } from 'vitest';
import type { Series } from '../domain/series.ts';
import { placeMultiples } from './multiples.ts';

const series = (values: Record<string, Record<number, number>>) =>
	new Map(
		Object.entries(values).map(([area, years]): [string, Series] => [
			area,
			{
				area,
				points: Object.entries(years).map(([period, value]) => ({
					area,
					table: 't',
					boundaries: 2020,
					period: Number(period),
					value,
					status: 'estimate'
				}))
			}
		])
	);
const parts = ['A', 'B', 'C'].map((label) => ({ code: label, label }));
const whole = { code: 'GM1', label: 'Ergens' };
const rates = {
	GM1: { 2012: 41, 2020: 44 },
	NL01: { 2012: 12, 2020: 90 },
	A: { 2012: 42, 2020: 48 },
	B: { 2012: 38.5, 2020: 45 },
	C: { 2012: 40, 2016: 51 }
};

describe('placeMultiples', () => {
	it('takes its scale from what it draws, with round bounds', () => {
		const { scale, years, height, charts } = placeMultiples(parts, series(rates), 'procent', whole)!;
		expect(scale).toEqual({ bottom: '35%', top: '55%' });
		expect(years).toEqual({ first: 2012, last: 2020 });
		const heights = charts.flatMap(({ lines }) => lines.flatMap(({ dots }) => dots.map(({ y }) => y)));
		expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(height / 2);
	});

	it('draws the whole in each chart, but not where it would flatten counts', () => {
		const shares = placeMultiples(parts, series(rates), 'procent', whole)!;
		expect(shares.reference).toEqual(whole);
		expect(shares.charts.map(({ lines }) => lines.map(({ area }) => area))).toEqual([
			['GM1', 'A'],
			['GM1', 'B'],
			['GM1', 'C']
		]);
		const counts = placeMultiples(
			parts,
			series({ ...rates, GM1: { 2012: 9000, 2020: 9900 } }),
			'aantal',
			whole
		)!;
		expect(counts.reference).toBeUndefined();
		expect(counts.scale).toEqual({ bottom: '0', top: '60' });
		expect(counts.charts[0]?.lines).toHaveLength(1);
	});

	it('puts an area that ends earlier last, with its own year, and leaves it out of highest and lowest', () => {
		const { charts } = placeMultiples(
			[...parts, { code: 'D', label: 'D' }],
			series({ ...rates, D: { 2012: 39, 2020: 40 } }),
			'procent',
			whole
		)!;
		expect(charts.map(({ code, last, extreme }) => [code, last?.period, extreme])).toEqual([
			['A', 2020, 'highest'],
			['B', 2020, undefined],
			['D', 2020, 'lowest'],
			['C', 2016, undefined]
		]);
	});

	it('marks all that are highest or lowest together, and none where all are the same', () => {
		const marked = (values: Record<string, number>) =>
			placeMultiples(
				Object.keys(values).map((code) => ({ code, label: code })),
				series(Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { 2020: value }]))),
				'procent',
				undefined
			)!.charts.map(({ code, extreme }) => [code, extreme]);
		expect(marked({ A: 5, B: 5, C: 4, D: 3 })).toEqual([
			['A', 'highest'],
			['B', 'highest'],
			['C', undefined],
			['D', 'lowest']
		]);
		expect(marked({ A: 5, B: 5, C: 5 }).map(([, extreme]) => extreme)).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});

	it('has nothing to place where no area has figures', () => {
		expect(placeMultiples(parts, series({ GM1: { 2012: 1 } }), 'procent', whole)).toBeUndefined();
	});
});
