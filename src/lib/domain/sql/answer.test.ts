import { expect, test } from 'vitest';
import { toResult } from './answer.ts';

const one = (type: string, ...values: unknown[]) => {
	const { columns, rows } = toResult({
		columns: [{ name: 'x', type }],
		rows: values.map((value) => [value]),
		cut: false
	});
	return [columns[0]!.kind, ...rows.map(([cell]) => cell)];
};

test('each type of the engine becomes a cell, and what is missing stays missing', () => {
	expect(one('Int64', 3n, null, 0n)).toEqual(['number', 3, null, 0]);
	expect(one('Float64', 46.3, null)).toEqual(['number', 46.3, null]);
	expect(one('Bool', true, false, null)).toEqual(['boolean', true, false, null]);
	expect(one('Utf8', 'é', '', null)).toEqual(['text', 'é', '', null]);
	expect(one('Date32<DAY>', Date.UTC(2026, 10, 23))).toEqual(['day', '2026-11-23']);
	expect(one('Timestamp<MICROSECOND>', Date.UTC(2026, 10, 23, 9, 5))).toEqual([
		'text',
		'2026-11-23 09:05:00'
	]);
	expect(one('List<Int64>', [1n, 2n])).toEqual(['text', '[1,2]']);
});

test('whole numbers keep how large their type is', () => {
	const types = ['Int8', 'Uint16', 'Int32', 'Uint32', 'Int64', 'Float64', 'Decimal[38e0]', 'Utf8'];
	const { columns } = toResult({
		columns: types.map((type) => ({ name: type, type })),
		rows: [],
		cut: false
	});
	expect(columns.map(({ bits }) => bits)).toEqual([32, 32, 32, 64, 64, undefined, undefined, undefined]);
});

test('times and lengths of time are told as what they are, and so is a day without end', () => {
	expect(one('Time64<MICROSECOND>', 36_672_500_000n, 0n, null)).toEqual([
		'text',
		'10:11:12.5',
		'00:00:00',
		null
	]);
	const length = (months: number, days: number, micros: bigint) => ({ months, days, micros });
	expect(
		one('Interval<MONTH_DAY_NANO>', length(14, 1, 14_706_500_000n), length(0, -3, 0n), length(0, 0, 0n), null)
	).toEqual(['text', '1 jaar 2 maanden 1 dag 04:05:06.5', '-3 dagen', '0 dagen', null]);
	expect(one('Date32<DAY>', 185542587100800000, 0)).toEqual(['text', 'oneindig', '1970-01-01']);
	expect(one('Timestamp<MICROSECOND>', new Date(Date.UTC(2026, 10, 23)))).toEqual([
		'text',
		'2026-11-23 00:00:00'
	]);
	expect(one('Timestamp<MILLISECOND>', Date.UTC(2026, 10, 23) + 5)).toEqual([
		'text',
		'2026-11-23 00:00:00.005'
	]);
});

test('a whole number that would be rounded is kept as a text, with all of its column', () => {
	expect(one('Int64', 9007199254740993n, 1n)).toEqual(['text', '9007199254740993', '1']);
});

test('what is no number stays among the numbers of its column, and is told as what it is elsewhere', () => {
	const found = [NaN, Infinity, -Infinity, 1, null];
	expect(one('Float64', ...found)).toEqual(['number', ...found]);
	expect(one('List<Float64>', [NaN, -Infinity])).toEqual(['text', '["geen getal","-oneindig"]']);
});

test('a day before the era is told as one, and a length of time in a list too', () => {
	expect(one('Date32<DAY>', -63517824000000)).toEqual(['text', '0044-03-15 v.Chr.']);
	expect(one('List<Interval<MONTH_DAY_NANO>>', [{ months: 0, days: 1, micros: 0n }])).toEqual([
		'text',
		'["1 dag"]'
	]);
});
