import { describe, expect, it } from 'vitest';
import type { Series } from './series.ts';
import { spreadOf } from './spread.ts';

const series = (area: string, values: Record<number, number | null>): Series => ({
	area,
	points: Object.entries(values).map(([period, value]) => ({
		area,
		table: 't',
		boundaries: 2020,
		period: Number(period),
		value,
		status: value === null ? 'suppressed' : 'estimate'
	}))
});

describe('spreadOf', () => {
	it('takes the lowest and the highest of the latest year that has figures', () => {
		const parts = [
			series('a', { 2016: 10, 2020: 12 }),
			series('b', { 2016: 50, 2020: 30.5 }),
			series('c', { 2016: 1, 2020: 20 })
		];
		expect(spreadOf('x', 'procent', parts)).toEqual({
			indicator: 'x',
			period: 2020,
			lowest: [{ area: 'a', value: 12 }],
			highest: [{ area: 'b', value: 30.5 }],
			distance: 18.5
		});
	});

	it('never counts a hidden figure as the lowest', () => {
		const parts = [series('a', { 2020: null }), series('b', { 2020: 30 }), series('c', { 2020: 20 })];
		expect(spreadOf('x', 'procent', parts)?.lowest).toEqual([{ area: 'c', value: 20 }]);
	});

	it('names all that have the same figure', () => {
		const parts = [series('a', { 2020: 5 }), series('b', { 2020: 9 }), series('c', { 2020: 9 })];
		expect(spreadOf('x', 'procent', parts)?.highest.map(({ area }) => area)).toEqual(['b', 'c']);
	});

	it('says nothing about counts, and nothing about one part alone', () => {
		expect(spreadOf('x', 'aantal', [series('a', { 2020: 1 }), series('b', { 2020: 2 })])).toBeUndefined();
		expect(spreadOf('x', 'procent', [series('a', { 2020: 1 }), series('b', { 2020: null })])).toBeUndefined();
	});
});
