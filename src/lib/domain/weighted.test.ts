import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakdown } from '../schema/observation.ts';
import type { ProfileFigure, ProfileReading } from './profile.ts';
import { weightedRate } from './weighted.ts';

const rate = (area: string, value: number | null): ProfileFigure =>
	value === null ? { area, period: 2020, value, missing: 'suppressed' } : { area, period: 2020, value };
const people = (indicator: string, area: string, value: number, period = 2020): ProfileReading => ({
	indicator,
	area,
	table: 't',
	boundaries: 2020,
	period,
	breakdown: 'totaal',
	value,
	status: 'definitive'
});
const weigh = (
	members: ProfileFigure[],
	readings: ProfileReading[],
	breakdown: Breakdown = '65+',
	denominator?: string
) => weightedRate({ members, period: 2020, breakdown, denominator }, readings);
const elderly = [people('inwoners-65plus', 'A', 300), people('inwoners-65plus', 'B', 100)];
const all = [people('inwoners', 'A', 1000), people('inwoners', 'B', 1000)];

describe('the rate of a composed area', () => {
	it('is weighted with the people that it is about', () => {
		expect(weigh([rate('A', 40), rate('B', 60)], [...elderly, ...all])).toEqual({ value: 45 });
		expect(weigh([rate('A', 40), rate('B', 60)], [...elderly, ...all], 'totaal', 'inwoners')).toEqual({
			value: 50
		});
	});

	it('says why it is an approximation where only other people are known', () => {
		const { value, approximate } = weigh([rate('A', 40), rate('B', 60)], [...elderly, ...all], '18+');
		expect(value).toBe(50);
		expect(approximate).toContain('alle inwoners');
	});

	it('takes the nearest year that has all members, and says so', () => {
		const years = [
			people('inwoners-65plus', 'A', 100, 2019),
			people('inwoners-65plus', 'A', 100, 2024),
			people('inwoners-65plus', 'B', 300, 2024)
		];
		const { value, approximate } = weigh([rate('A', 40), rate('B', 60)], years);
		expect(value).toBe(55);
		expect(approximate).toBe('gewogen naar de aantallen van 2024, omdat die van 2020 er niet zijn');
	});

	it('is missing where a member is, for its reason, or where nobody is counted', () => {
		expect(weigh([rate('A', 40), rate('B', null)], elderly)).toEqual({ value: null, missing: 'suppressed' });
		expect(weigh([rate('A', 40), rate('B', 60)], [])).toEqual({ value: null, missing: 'unknown' });
		const nobody = elderly.map((each) => ({ ...each, value: 0 }));
		expect(weigh([rate('A', 40), rate('B', 60)], nobody).value).toBeNull();
	});

	it('lies between the rates of its members', () => {
		const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
		const number = fc.integer({ min: 1, max: 20_000 });
		fc.assert(
			fc.property(percent, percent, number, number, (a, b, first, second) => {
				const counts = [people('inwoners-65plus', 'A', first), people('inwoners-65plus', 'B', second)];
				const { value } = weigh([rate('A', a), rate('B', b)], counts);
				expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 0.05);
				expect(value).toBeLessThanOrEqual(Math.max(a, b) + 0.05);
			})
		);
	});
});
