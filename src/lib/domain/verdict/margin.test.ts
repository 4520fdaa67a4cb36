import { describe, expect, it } from 'vitest';
import { compareValues, tellComparison } from './compare.ts';
import type { Measurement } from './facts.ts';
import { difference, intervalOf } from './margin.ts';
import { judgeTrend, tellTrendVerdict } from './trend.ts';

const measured = (value: number, more: Partial<Measurement> = {}): Measurement => ({
	period: '2020',
	table: 't',
	value,
	lower: null,
	upper: null,
	n: null,
	known: '2020-12-31',
	published: false,
	...more
});

describe('the margin of a value', () => {
	it('is what the source gives', () => {
		expect(intervalOf(measured(40, { lower: 38, upper: 43 }), 'procent')).toEqual({
			low: 38,
			value: 40,
			high: 43
		});
	});

	it("is Wilson's for a share of n people: 81 of 263 is 30.8% (25.5 to 36.6)", () => {
		const { low, high } = intervalOf(measured((81 / 263) * 100, { n: 263 }), 'procent')!;
		expect(low).toBeCloseTo(25.53, 1);
		expect(high).toBeCloseTo(36.62, 1);
	});

	it('is unknown without bounds and n, and for what is no share', () => {
		expect(intervalOf(measured(40), 'procent')).toBeUndefined();
		expect(intervalOf(measured(40, { n: 100 }), 'aantal')).toBeUndefined();
	});
});

describe('the margin of a difference', () => {
	it("is Newcombe's: 56/70 against 48/80 is 20 points (5.24 to 33.39)", () => {
		const { interval, margin } = difference(measured(60, { n: 80 }), measured(80, { n: 70 }), 'procent');
		expect(margin).toBe(true);
		expect(interval.value).toBe(20);
		expect(interval.low).toBeCloseTo(5.24, 1);
		expect(interval.high).toBeCloseTo(33.39, 1);
	});

	it('is no margin at all where one of the two is unknown, and leaves no noise of decimals', () => {
		expect(difference(measured(51.8), measured(52.7, { n: 100 }), 'procent')).toEqual({
			interval: { low: 0.9, value: 0.9, high: 0.9 },
			margin: false
		});
	});
});

describe('against another area', () => {
	it('says a difference with an unknown margin as it is', () => {
		const comparison = compareValues(measured(41.5), measured(47), 'procent');
		expect(tellComparison(comparison, 'Nederland', 'procent')).toBe(
			'5,5 procentpunt lager dan Nederland (marge onbekend)'
		);
	});

	it('says no difference where the margins overlap 0', () => {
		const comparison = compareValues(measured(41, { n: 200 }), measured(43, { n: 300 }), 'procent');
		expect(comparison.against).toBe('no-difference-shown');
		expect(tellComparison(comparison, 'Nederland', 'procent')).toBe('niet aantoonbaar anders dan Nederland');
	});

	it('says equal where nothing differs', () => {
		expect(compareValues(measured(41), measured(41), 'procent').against).toBe('equal');
	});
});

describe('a trend over all points', () => {
	const years = (values: number[], more: Partial<Measurement> = {}) =>
		values.map((value, i) => measured(value, { ...more, period: String(2012 + 2 * i) }));

	it('needs five points without margins', () => {
		expect(judgeTrend(years([1, 2, 3, 4]), 'procent').trend).toBe('too-few');
	});

	it('is exact for a row without ties: five rising values have p = 2/120', () => {
		const verdict = judgeTrend(years([70, 71, 72, 73, 75]), 'procent');
		expect(verdict).toEqual({ trend: 'rising', method: 'mann-kendall', points: 5, p: 2 / 120 });
		expect(judgeTrend(years([75, 73, 72, 71, 70]), 'procent').trend).toBe('falling');
	});

	it('sees no trend in a row that goes up and down, nor in one that stays', () => {
		expect(judgeTrend(years([70, 75, 71, 74, 72]), 'procent').trend).toBe('no-trend');
		expect(judgeTrend(years([70, 70, 70, 70, 70]), 'procent').trend).toBe('no-trend');
	});

	it('uses the margins where they are known', () => {
		expect(judgeTrend(years([40, 43, 46], { n: 2000 }), 'procent')).toMatchObject({
			trend: 'rising',
			method: 'weighted-slope'
		});
		expect(judgeTrend(years([40, 41, 42], { n: 50 }), 'procent').trend).toBe('no-trend');
	});

	it('is told with its method', () => {
		expect(tellTrendVerdict(judgeTrend(years([1, 2]), 'procent'))).toContain('2 metingen');
		expect(tellTrendVerdict(judgeTrend(years([70, 71, 72, 73, 75]), 'procent'))).toBe(
			'Over alle 5 metingen samen is er een stijging (gerekend met de volgorde van de cijfers; hun marge is onbekend).'
		);
	});
});
