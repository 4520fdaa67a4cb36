import { describe, expect, it } from 'vitest';
import type { Series } from '../domain/series.ts';
import type { TargetLevel } from '../domain/target-levels.ts';
import { placeTrend } from './trend.ts';

const series = (...periods: number[]): Series[] => [
	{
		area: 'GM1',
		points: periods.map((period) => ({
			area: 'GM1',
			table: 't',
			boundaries: 2020,
			period,
			value: 40,
			status: 'estimate' as const
		}))
	}
];
const level = (at?: number, change: Partial<TargetLevel> = {}): TargetLevel => ({
	value: 41,
	label: 'uitgangspunt 2016: 41,0%',
	kind: 'baseline',
	from: 2016,
	dues: at === undefined ? [] : [{ at, day: `dag ${at}`, text: 'afgesproken' }],
	...change
});
const place = (levels: TargetLevel[], ...periods: number[]) =>
	placeTrend(series(...periods), { unit: 'procent', height: 100, levels });

describe('a promise in a trend', () => {
	it('takes the axis on to the day that it is due', () => {
		const { xTicks, levels, dates, promises } = place([level(2022)], 2012, 2016, 2020);
		expect(xTicks.map(({ x }) => x)).toEqual([0, 40, 80]);
		expect(levels[0]).toMatchObject({ x1: 40, x2: 100, dues: [100] });
		expect(dates).toEqual([{ x: 100, y: 138, label: 'dag 2022' }]);
		expect(promises).toEqual(['afgesproken']);
	});

	it('is marked among the figures where these go on', () => {
		const { xTicks, levels } = place([level(2018)], 2012, 2016, 2020);
		expect(xTicks.at(-1)!.x).toBe(100);
		expect(levels[0]).toMatchObject({ x1: 50, x2: 75 });
	});

	it('runs on where no day was agreed, and starts at the edge where its start lies before the figures', () => {
		const { levels, dates } = place([level(undefined, { from: 2010 })], 2012, 2016, 2020);
		expect(levels[0]).toMatchObject({ x1: 0, x2: 100 });
		expect(levels[0]!.dues).toEqual([]);
		expect(dates).toEqual([]);
	});

	it('marks each day of a rule, and gives every second day a row of its own', () => {
		const dues = [2024, 2022, 2024].map((at) => ({ at, day: `dag ${at}` }));
		const { levels, dates } = place([level(undefined, { dues })], 2012, 2016, 2020);
		expect(levels[0]).toMatchObject({ x2: 100, dues: [100, 83.33] });
		expect(dates.map(({ label, y }) => [label, y])).toEqual([
			['dag 2022', 138],
			['dag 2024', 152]
		]);
	});

	it('tells two promises for one day with one date', () => {
		const { dates, promises } = place([level(2022), level(2022, { value: 39 })], 2012, 2020);
		expect(dates).toHaveLength(1);
		expect(promises).toEqual(['afgesproken']);
	});
});
