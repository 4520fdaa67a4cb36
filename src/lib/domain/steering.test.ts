import { describe, expect, it } from 'vitest';
import type { ProfileReading } from './profile.ts';
import { figuresOfArea, tellMeasured } from './steering.ts';

const reading = (area: string, value: number | null, more: Partial<ProfileReading> = {}): ProfileReading => ({
	indicator: 'hulp',
	breakdown: 'totaal',
	area,
	table: 't',
	boundaries: 2024,
	period: 2024,
	value,
	status: value === null ? 'suppressed' : 'definitive',
	...more
});
const count = { id: 'hulp', unit: 'aantal', breakdown: 'totaal' } as const;
const rate = { ...count, unit: 'procent' } as const;
const both = {
	code: 'GM0001-samen',
	members: [
		{ code: 'WK1', label: 'Een' },
		{ code: 'WK2', label: 'Twee' }
	]
};
const one = { code: 'GM0001-een', members: both.members.slice(0, 1) };

describe('the figures of an area of the organisation itself', () => {
	it('adds up counts, under the code of the area', () => {
		const figures = figuresOfArea(count, both, [reading('WK1', 10), reading('WK2', 5)]);
		expect(figures).toEqual([{ area: 'GM0001-samen', period: 2024, value: 15 }]);
	});

	it('adds up nothing where one member is hidden', () => {
		const [figure] = figuresOfArea(count, both, [reading('WK1', 10), reading('WK2', null)]);
		expect(figure).toMatchObject({ value: null, missing: 'suppressed' });
	});

	it('never adds up rates: each member has its own', () => {
		const figures = figuresOfArea(rate, both, [reading('WK1', 40), reading('WK2', 50)]);
		expect(figures.map(({ label, area, value }) => [label, area, value])).toEqual([
			['Een', 'WK1', 40],
			['Twee', 'WK2', 50]
		]);
	});

	it('gives an area of one member the last figure of that member', () => {
		const figures = figuresOfArea(rate, one, [reading('WK1', 30, { period: 2020 }), reading('WK1', 40)]);
		expect(figures).toEqual([{ area: 'WK1', period: 2024, value: 40 }]);
	});

	it('is empty where nothing is measured, in this group', () => {
		expect(figuresOfArea(rate, one, [reading('WK1', 40, { breakdown: '65+' })])).toEqual([]);
		expect(figuresOfArea(count, both, [])).toEqual([]);
	});
});

describe('how many questions have figures per area', () => {
	it('counts a question that any area has a figure for', () => {
		expect(
			tellMeasured(
				[
					[true, false, false],
					[false, true, false]
				],
				'gebied'
			)
		).toBe('Op 2 van de 3 vragen is er een cijfer per gebied. Op de andere vraag niet.');
	});

	it('says so where there are none', () => {
		expect(tellMeasured([[false, false]], 'wijk')).toBe('Op geen van de 2 vragen is er een cijfer per wijk.');
	});
});
