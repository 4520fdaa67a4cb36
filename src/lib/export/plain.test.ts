import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Result } from '../domain/result.ts';
import { plain } from './plain.ts';
import { anyResult } from '../../../tests/answers.ts';

const named = (...names: string[]): Result => ({
	columns: names.map((name) => ({ name, kind: 'text' })),
	rows: [],
	cut: false
});

test('a column without a name is called after its place, a second one of a name gets a number', () => {
	const { columns, remarks } = plain(named('a', '', 'a', 'A', 'a_2', ' \0'));
	expect(columns.map(({ name }) => name)).toEqual(['a', 'kolom_2', 'a_2', 'A_3', 'a_2_2', 'kolom_6']);
	expect(remarks).toEqual([
		'Kolommen zonder naam, of met een naam die al bestond, heten in het bestand: kolom_2, a_2, A_3, a_2_2, kolom_6.'
	]);
});

test('names that differ are left alone, and nothing is remarked', () => {
	expect(plain(named('a', 'b', '__proto__')).remarks).toEqual([]);
});

test('what is no finite number is missing, and is told; zero has no sign', () => {
	const { rows, remarks } = plain({
		columns: [{ name: 'a', kind: 'number' }],
		rows: [[Infinity], [-0], [NaN], [0.1]],
		cut: false
	});
	expect(rows).toEqual([[null], [0], [null], [0.1]]);
	expect(remarks).toEqual([
		'Uitkomsten die geen gewoon getal zijn, zoals van delen door nul, zijn in het bestand leeg: 2.'
	]);
});

test('names are never empty and never the same, whatever comes in', () => {
	fc.assert(
		fc.property(anyResult, (result) => {
			const names = plain(result).columns.map(({ name }) => name.toLowerCase());
			expect(new Set(names).size).toBe(result.columns.length);
			expect(names.every((name) => name.trim() !== '')).toBe(true);
		})
	);
});
