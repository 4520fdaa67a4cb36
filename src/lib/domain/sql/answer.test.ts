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

test('a whole number that would be rounded is kept as a text, with all of its column', () => {
	expect(one('Int64', 9007199254740993n, 1n)).toEqual(['text', '9007199254740993', '1']);
});

test('what is no number is missing, never a number', () => {
	expect(one('Float64', NaN, Infinity, 1)).toEqual(['number', null, null, 1]);
});
