import { describe, expect, it } from 'vitest';
import type { Target } from '../schema/goal.ts';
import { targetLevels } from './target-levels.ts';

const target = (change: Partial<Target>): Target => ({
	id: 't',
	indicator: 'overgewicht',
	title: 'Overgewicht stijgt niet',
	wanted: 'not-risen',
	decidedBy: 'de raad',
	since: '2021-05-31',
	source: { document: '003', place: 'bijlage 4' },
	...change
});
const own = {
	area: 'GM1969',
	points: [2012, 2016, 2020].map((period, i) => ({
		area: 'GM1969',
		table: 't',
		boundaries: 2020,
		period,
		value: [49, 51.8, 52.7][i]!,
		status: 'estimate' as const
	}))
};
const figures = new Map([
	['wk-057', { value: '51.8', unit: 'procent' as const }],
	['wk-044', { value: '45', unit: 'procent' as const }],
	['wk-061', { value: '36', unit: 'aantal' as const }]
]);
const context = {
	indicator: 'overgewicht',
	breakdown: '18+' as const,
	usual: '18+' as const,
	unit: 'procent' as const,
	own,
	figures
};

describe('targetLevels', () => {
	it('draws the figure that the source names as its baseline', () => {
		const targets = [target({ baseline: { date: '2016', figures: ['wk-057'] } })];
		expect(targetLevels(targets, context)).toEqual([
			{ value: 51.8, kind: 'baseline', label: 'uitgangspunt 2016: 51,8%' }
		]);
	});

	it('takes the measurement of the year where the source names no figure', () => {
		expect(targetLevels([target({ baseline: { date: '2020-01-01', figures: [] } })], context)[0]?.value).toBe(
			52.7
		);
	});

	it('draws no baseline from several figures, from another unit, or from a year without a measurement', () => {
		for (const baseline of [
			{ date: '2016', figures: ['wk-044', 'wk-057'] },
			{ date: '2016', figures: ['wk-061'] },
			{ date: '2018', figures: [] }
		])
			expect(targetLevels([target({ baseline })], context)).toEqual([]);
	});

	it('draws what is to be reached with its date, and leaves out other indicators and groups', () => {
		const reached = target({ wanted: 'at-least', value: 20, deadline: '2023-01-01' });
		expect(targetLevels([reached], context)).toEqual([
			{ value: 20, kind: 'target', label: 'afgesproken op 1 januari 2023: 20,0%' }
		]);
		expect(
			targetLevels(
				[
					{ ...reached, breakdown: '65+' },
					{ ...reached, indicator: 'roken' }
				],
				context
			)
		).toEqual([]);
	});
});
