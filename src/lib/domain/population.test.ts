import { expect, it } from 'vitest';
import type { ProfileReading } from './profile.ts';
import { isSmall, share, sumMembers } from './population.ts';

const count = (area: string, value: number | null, more: Partial<ProfileReading> = {}): ProfileReading => ({
	indicator: 'wmo-clienten-aantal',
	breakdown: 'totaal',
	area,
	period: 2024,
	value,
	status: value === null ? 'suppressed' : 'definitive',
	table: '85984ned',
	boundaries: 2024,
	...more
});
const figure = (value: number | null, period = 2024) => ({ area: 'WK063700', period, value });

it('adds up a count where every member has one', () => {
	expect(sumMembers(['WK063703', 'WK063704'], [count('WK063703', 815), count('WK063704', 310)])).toEqual({
		period: 2024,
		table: '85984ned',
		value: 1125,
		without: []
	});
});

it('adds up nothing where a member is hidden or not in the table', () => {
	const sum = sumMembers(
		['WK196907', 'WK196908', 'WK196909'],
		[count('WK196907', 20), count('WK196908', null), count('WK196909', 25, { period: 2020 })]
	);
	expect(sum!.value).toBeNull();
	expect(sum!.without).toEqual([
		{ area: 'WK196908', reason: 'suppressed' },
		{ area: 'WK196909', reason: 'unknown' }
	]);
});

it('adds up the newest table only, and says what is provisional', () => {
	const old = { period: 2020, table: '84799ned', boundaries: 2020 };
	const sum = sumMembers(
		['WK063703', 'WK063704'],
		[
			count('WK063703', 100, old),
			count('WK063704', 100, old),
			count('WK063703', 10),
			count('WK063704', 0, { status: 'provisional' })
		]
	);
	expect(sum).toEqual({ period: 2024, table: '85984ned', value: 10, provisional: true, without: [] });
	expect(sumMembers(['WK063709'], [count('WK063703', 10)])).toBeUndefined();
});

it('works out a share of one year, and none of a small or a missing whole', () => {
	expect(share(figure(3960), figure(20455))).toBe(19.4);
	expect(share(figure(0), figure(200))).toBe(0);
	expect(share(figure(20), figure(95))).toBeUndefined();
	expect(share(figure(20), figure(200, 2020))).toBeUndefined();
	expect(share(figure(null), figure(200))).toBeUndefined();
	expect(share(undefined, figure(200))).toBeUndefined();
});

it('calls an area small where few people live, not where nobody does or the number is not known', () => {
	expect([145, 995, 1000, 0, null].map((value) => isSmall(figure(value)))).toEqual([
		true,
		true,
		false,
		false,
		false
	]);
});
