import { describe, expect, it } from 'vitest';
import { placeColumns, yearAxis, yearTicks } from './columns.ts';
import { placeTrend } from './trend.ts';

describe('standing bars', () => {
	const placed = placeColumns(
		[
			{ year: 2017, value: 50 },
			{ year: 2018, value: null, missing: 'unknown' },
			{ year: 2019, value: 100 }
		],
		{ height: 100, span: yearAxis([2015, 2019]), breaks: [2019] }
	);

	it('start at zero, so that twice as much is twice as high', () => {
		const [first, last] = placed.columns;
		expect(last!.height).toBe(2 * first!.height);
		expect(first!.y + first!.height).toBe(100);
	});

	it('stand in the middle of their year on an axis that begins earlier', () => {
		const [first, last] = placed.columns;
		expect(first!.x + first!.width / 2).toBeCloseTo(50);
		expect(last!.x + last!.width / 2).toBeCloseTo(90);
	});

	it('stay inside the axis', () => {
		const last = placed.columns.at(-1)!;
		expect(last.x + last.width).toBeLessThanOrEqual(100);
	});

	it('are left out where there is no amount', () => {
		expect(placed.columns.map(({ year }) => year)).toEqual([2017, 2019]);
	});

	it('show between which years the division changed', () => {
		expect(placed.breaks).toEqual([{ x: 80, year: 2019 }]);
	});
});

it('puts points below in the same place as the bars of their year', () => {
	const span = yearAxis([2019, 2015, 2017]);
	const reading = { area: 'GM1', table: 't', boundaries: 2020, value: 4, status: 'definitive' as const };
	const points = [2016, 2017].map((period) => ({ ...reading, period }));
	const { lines } = placeTrend([{ area: 'GM1', points }], { unit: 'procent', height: 100, span });
	const { columns } = placeColumns([{ year: 2017, value: 1 }], { height: 100, span });
	expect(lines[0]!.dots.map(({ x }) => x)).toEqual([30, 50]);
	expect(columns[0]!.x + columns[0]!.width / 2).toBeCloseTo(50);
});

it('names as many years as fit', () => {
	expect(yearTicks(yearAxis([2019, 2024]))).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
	expect(yearTicks(yearAxis([2012, 2024]))).toEqual([2012, 2014, 2016, 2018, 2020, 2022, 2024]);
});
