import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area, AreaChange, Conversion, ConversionBasis } from '../../schema/area.ts';
import { weakest } from './basis.ts';
import { unchangedAreas } from './changes.ts';
import { convertCounts, convertShares, type Count } from './convert.ts';
import { sameParts } from './same-parts.ts';

const conversion = (
	from: string,
	to: string,
	share = 1,
	basis: ConversionBasis = 'residents'
): Conversion => ({ from, to, share, basis, fromBoundaries: 2020, toBoundaries: 2024 });
const figures = (own: Record<string, number | null>): Map<string, Count> =>
	new Map(
		Object.entries(own).map(([code, value]) => [
			code,
			value === null ? { value, missing: 'suppressed' as const } : { value }
		])
	);

describe('counts on newer boundaries', () => {
	const split = [
		conversion('WK000001', 'WK000001', 0.75),
		conversion('WK000001', 'WK000003', 0.25),
		conversion('WK000002', 'WK000003', 1, 'unchanged')
	];

	it('are the shares of their parts, added up and rounded to whole people', () => {
		expect(convertCounts(figures({ WK000001: 1001, WK000002: 40 }), split)).toEqual([
			{ area: 'WK000001', basis: 'residents', parts: ['WK000001'], value: 751 },
			{ area: 'WK000003', basis: 'residents', parts: ['WK000001', 'WK000002'], value: 290 }
		]);
	});

	it('are missing where a part is, for its reason, and never 0', () => {
		const converted = convertCounts(figures({ WK000001: 1000, WK000002: null }), split);
		expect(converted[1]).toMatchObject({ value: null, missing: 'suppressed' });
		expect(convertCounts(figures({ WK000001: 1000 }), split)[1]).toMatchObject({
			value: null,
			missing: 'unknown'
		});
		expect(convertCounts(new Map(), split)).toEqual([]);
	});

	it('are not divided by surface', () => {
		const bySurface = [conversion('WK000001', 'WK000002', 1, 'surface')];
		expect(convertCounts(figures({ WK000001: 5 }), bySurface)).toEqual([]);
	});

	it('lose nobody where every area is divided wholly', () => {
		const codes = ['WK000001', 'WK000002', 'WK000003'];
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 3, maxLength: 3 }),
				fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
				(values, percents) => {
					const own = figures(Object.fromEntries(codes.map((code, i) => [code, values[i]!])));
					const all = codes.flatMap((from, i) => [
						conversion(from, 'WK000011', percents[i]! / 100),
						conversion(from, 'WK000012', 1 - percents[i]! / 100)
					]);
					const total = convertCounts(own, all).reduce((sum, { value }) => sum + value!, 0);
					expect(Math.abs(total - values.reduce((a, b) => a + b))).toBeLessThanOrEqual(1);
				}
			)
		);
	});
});

describe('shares on newer boundaries', () => {
	const merged = [conversion('WK000001', 'WK000009'), conversion('WK000002', 'WK000009')];

	it('are worked out with what they are shares of', () => {
		const among = figures({ WK000001: 1000, WK000002: 3000 });
		expect(convertShares(figures({ WK000001: 10, WK000002: 50 }), among, merged, 100)).toMatchObject([
			{ area: 'WK000009', value: 40 }
		]);
		expect(convertShares(figures({ WK000001: 40, WK000002: 80 }), among, merged, 1000)).toMatchObject([
			{ area: 'WK000009', value: 70 }
		]);
	});

	it('are missing without a denominator, or with nobody in it', () => {
		const own = figures({ WK000001: 10, WK000002: 50 });
		expect(convertShares(own, figures({ WK000001: 1000 }), merged, 100)[0]!.value).toBeNull();
		expect(convertShares(own, figures({ WK000001: 0, WK000002: 0 }), merged, 100)[0]!.value).toBeNull();
	});

	it('lie between those of their parts', () => {
		const percent = fc.integer({ min: 0, max: 100 });
		const people = fc.integer({ min: 1, max: 9000 });
		fc.assert(
			fc.property(percent, percent, people, people, (a, b, first, second) => {
				const among = figures({ WK000001: first, WK000002: second });
				const [both] = convertShares(figures({ WK000001: a, WK000002: b }), among, merged, 100);
				expect(both!.value).toBeGreaterThanOrEqual(Math.min(a, b) - 0.05);
				expect(both!.value).toBeLessThanOrEqual(Math.max(a, b) + 0.05);
			})
		);
	});
});

describe('what two lists of areas can say', () => {
	const area = (code: string, boundaries: number, parent: string, name = code): Area => ({
		code,
		name,
		level: code.startsWith('WK') ? 'wijk' : 'buurt',
		parent,
		boundaries
	});
	const list = (year: number, buurten: [code: string, wijk: string, name?: string][]) => [
		...[...new Set(buurten.map(([, wijk]) => wijk))].map((wijk) => area(wijk, year, 'GM0000')),
		...buurten.map(([code, wijk, name]) => area(code, year, wijk, name))
	];
	const codes = (areas: Area[]) => sameParts(areas, 2020, 2024).map(({ from }) => from);

	it('is that an area has the same code, name and parts', () => {
		const both = [2020, 2024].flatMap((year) => list(year, [['BU00000101', 'WK000001']]));
		expect(codes(both)).toEqual(['WK000001', 'BU00000101']);
	});

	it('is nothing of an area with another part or name, and of the parts in it', () => {
		const old = list(2020, [
			['BU00000101', 'WK000001'],
			['BU00000201', 'WK000002']
		]);
		const now = list(2024, [
			['BU00000101', 'WK000001'],
			['BU00000102', 'WK000001'],
			['BU00000201', 'WK000002', 'Anders']
		]);
		expect(codes([...old, ...now])).toEqual([]);
	});
});

describe('what the publisher says of borders', () => {
	const change = (code: string, own: AreaChange['change'], previous = ''): AreaChange => ({
		code,
		change: own,
		previous: previous
	});
	const changes = new Map([
		[2021, [change('WK000001', '1'), change('WK000002', '1'), change('WK000003', '3')]],
		[2022, [change('WK000001', '1'), change('WK000005', '2', 'WK000002'), change('WK000003', '1')]]
	]);

	it('holds only where no border changed in any year, also under another code', () => {
		expect(unchangedAreas(changes, 2020, 2022).map(({ from, to, basis }) => [from, to, basis])).toEqual([
			['WK000001', 'WK000001', 'unchanged'],
			['WK000002', 'WK000005', 'recoded']
		]);
	});

	it('is unknown where a year is missing, and where a new code has no old one', () => {
		expect(unchangedAreas(changes, 2019, 2022)).toEqual([]);
		expect(unchangedAreas(new Map([[2021, [change('WK000007', '2')]]]), 2020, 2021)).toEqual([]);
	});
});

it('rests on the weakest of what it is made of', () => {
	expect(weakest(['unchanged', 'addresses', 'same-parts'])).toBe('addresses');
});
