import { describe, expect, it } from 'vitest';
import {
	largestDifferences,
	profileLines,
	standsOut,
	tellDifference,
	toTenths,
	type ProfileReading
} from './profile.ts';

const health = { id: 'ervaren-gezondheid', unit: 'procent', breakdowns: ['18+', '65+'] } as const;
const residents = { id: 'inwoners', unit: 'aantal', breakdowns: ['totaal'] } as const;

const reading = (
	area: string,
	period: number,
	value: number | null,
	more: Partial<ProfileReading> = {}
): ProfileReading => ({
	indicator: health.id,
	breakdown: '18+',
	area,
	period,
	value,
	status: value === null ? 'suppressed' : 'estimate',
	table: '50090ned',
	boundaries: 2020,
	...more
});
const newer = { table: '50150ned', boundaries: 2024 };
const indicatorOf = <T extends { breakdowns: readonly string[] }>(indicator: T) => ({
	...indicator,
	breakdowns: [...indicator.breakdowns] as ('18+' | '65+' | 'totaal')[]
});

describe('profileLines', () => {
	it('keeps two tables for one period apart, the newest boundaries first', () => {
		const lines = profileLines(
			indicatorOf(health),
			'BU06370001',
			['GM0637', 'NL01'],
			[
				reading('BU06370001', 2020, 74.1),
				reading('BU06370001', 2020, 74.4, newer),
				reading('BU06370001', 2024, 71, newer),
				reading('GM0637', 2020, 76),
				reading('GM0637', 2020, 76.3, newer),
				reading('GM0637', 2024, 72.5, newer),
				reading('NL01', 2020, 79)
			]
		);
		expect(lines.map(({ table, own }) => [table, own.period, own.value])).toEqual([
			['50150ned', 2024, 71],
			['50090ned', 2020, 74.1]
		]);
		expect(lines[0]!.own.table).toBeUndefined();
		expect(lines[1]!.own.table).toBe('50090ned');
		expect(lines[0]!.wholes).toEqual([
			{ area: 'GM0637', period: 2024, value: 72.5 },
			{ area: 'NL01', period: 2024, value: null, missing: 'unknown' }
		]);
		expect(lines[0]!.difference).toBe(-1.5);
		expect(lines[1]!.difference).toBe(-1.9);
		expect(lines[1]!.series.map(({ area, points }) => [area, points.length])).toEqual([
			['BU06370001', 1],
			['GM0637', 1]
		]);
	});

	it('puts tables of different years on one line and never compares counts', () => {
		const lines = profileLines(
			indicatorOf(residents),
			'WK063700',
			['GM0637'],
			[
				reading('WK063700', 2020, 14500, {
					indicator: 'inwoners',
					breakdown: 'totaal',
					status: 'definitive',
					table: '84799ned'
				}),
				reading('WK063700', 2024, 16000, {
					indicator: 'inwoners',
					breakdown: 'totaal',
					status: 'provisional',
					table: '85984ned',
					boundaries: 2024
				}),
				reading('GM0637', 2020, 125265, { indicator: 'inwoners', breakdown: 'totaal', table: '84799ned' })
			]
		);
		expect(lines).toHaveLength(1);
		expect(lines[0]!.own).toEqual({ area: 'WK063700', period: 2024, value: 16000, provisional: true });
		expect(lines[0]!.wholes[0]!.missing).toBe('unknown');
		expect(lines[0]).not.toHaveProperty('difference');
		expect(lines[0]!.series.map(({ area }) => area)).toEqual(['WK063700']);
	});

	it('says that the latest figure is hidden, and gives the last one that is known', () => {
		const [line, ...others] = profileLines(
			indicatorOf(health),
			'BU17830155',
			['GM1783'],
			[reading('BU17830155', 2016, 70), reading('BU17830155', 2020, null), reading('GM1783', 2020, 78)]
		);
		expect(others).toEqual([]);
		expect(line!.own).toMatchObject({ period: 2020, value: null, missing: 'suppressed' });
		expect(line!.known).toEqual({ area: 'BU17830155', period: 2016, value: 70 });
		expect(line).not.toHaveProperty('difference');
	});

	it('gives nothing for an area without rows', () => {
		expect(
			profileLines(indicatorOf(health), 'BU17830151', ['GM1783'], [reading('GM1783', 2020, 78)])
		).toEqual([]);
	});
});

describe('differences', () => {
	it('are told with their unit and direction', () => {
		expect(tellDifference(2.1, 'procent')).toBe('2,1 procentpunt hoger');
		expect(tellDifference(-12, 'per-1000')).toBe('12 per 1.000 lager');
		expect(tellDifference(0, 'procent')).toBe('gelijk');
		expect(tellDifference(toTenths(46.3 - 46.34), 'procent')).toBe('gelijk');
	});

	it('have no noise of binary fractions', () => expect(toTenths(46.3 - 44.2)).toBe(2.1));

	it('the largest ones may be below zero; none is found where all are equal', () => {
		const lines = [{ difference: 2 }, { difference: -3.5 }, {}, { difference: 3.5 }];
		expect(largestDifferences(lines)).toEqual([lines[1], lines[3]]);
		expect(largestDifferences([{ difference: 0 }, {}])).toEqual([]);
	});
});

describe('standsOut', () => {
	const wijken = ['WK01', 'WK02', 'WK03', 'WK04', 'WK05'];
	const values = (indicator: string, all: number[]) => [
		reading('GM', 2020, 50, { indicator }),
		...all.map((value, i) => reading(wijken[i]!, 2020, value, { indicator }))
	];
	const rate = (id: string) => ({ ...indicatorOf(health), id });

	it('orders by standard deviations, not by points', () => {
		const { higher, lower } = standsOut(
			[rate('wide'), rate('narrow'), rate('near'), rate('low')],
			'WK05',
			'GM',
			wijken,
			[
				...values('wide', [30, 40, 50, 60, 70]),
				...values('narrow', [50, 50, 50, 50, 55]),
				...values('near', [30, 40, 60, 70, 51]),
				...values('low', [50, 51, 52, 53, 44])
			]
		);
		expect(higher.map(({ indicator }) => indicator)).toEqual(['narrow', 'wide']);
		expect(higher[1]!.score).toBeCloseTo(20 / Math.sqrt(250), 6);
		expect(lower.map(({ indicator, difference }) => [indicator, difference])).toEqual([['low', -6]]);
	});

	it('gives at most as many as asked, and nothing where the spread rests on few areas', () => {
		const readings = ['a', 'b'].flatMap((id) => values(id, [50, 50, 50, 50, 60]));
		expect(standsOut([rate('a'), rate('b')], 'WK05', 'GM', wijken, readings, 1).higher).toHaveLength(1);
		expect(standsOut([rate('a')], 'WK05', 'GM', wijken.slice(1), readings).higher).toEqual([]);
	});
});
