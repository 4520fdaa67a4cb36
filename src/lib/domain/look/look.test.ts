import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Column, Result } from '../result.ts';
import { latest, pairsOf, picturesOf, toMarks } from './marks.ts';
import { findRoles } from './roles.ts';
import { tellLatest, tellMarks, tellNameless, tellPairs } from './tell.ts';

const answer = (head: string, ...rows: Cell[][]): Result => ({
	columns: head.split(' ').map((each): Column => {
		const [name, kind = 'number'] = each.split(':');
		return { name: name!, kind: kind as Column['kind'] };
	}),
	rows,
	cut: false
});
const trend = answer(
	'code:text wijk:text jaar procent status:text',
	['WK178301', 'Naaldwijk', 2016, 40.5, 'estimate'],
	['WK178301', 'Naaldwijk', 2020, 42, 'estimate'],
	['WK178302', 'Monster', 2016, 38, 'estimate'],
	['WK178302', 'Monster', 2020, null, 'suppressed']
);
const names = (result: Result, view = {}) =>
	Object.fromEntries(
		Object.entries(findRoles(result, view)).flatMap(([role, i]) =>
			i === undefined ? [] : [[role, result.columns[i as number]!.name]]
		)
	);

describe('roles', () => {
	test('are found by kind, name and content', () => {
		expect(names(trend)).toEqual({
			area: 'code',
			label: 'wijk',
			period: 'jaar',
			value: 'procent',
			status: 'status'
		});
	});

	test('a count that looks like a year is a value where another column has the years', () => {
		expect(names(answer('jaar mensen', [2016, 1999], [2020, 2005]))).toEqual({
			period: 'jaar',
			value: 'mensen'
		});
	});

	test('what tells rows of one area and year apart is a series', () => {
		const both = answer(
			'area:text period breakdown:text value',
			['GM1783', 2020, '18+', 40],
			['GM1783', 2020, '65+', 45]
		);
		expect(names(both)).toMatchObject({ area: 'area', series: 'breakdown' });
		expect(toMarks(both, findRoles(both)).map(({ key }) => key)).toEqual(['GM1783 18+', 'GM1783 65+']);
	});

	test('rows that only their year tells apart are one line; with a year twice they are not', () => {
		const means = answer('jaar gemiddelde', [2012, 36.6], [2016, 41], [2020, null]);
		const marks = toMarks(means, findRoles(means));
		expect(new Set(marks.map(({ key, label }) => `${key}, ${label}`))).toEqual(
			new Set(['gemiddelde, gemiddelde'])
		);
		expect(picturesOf(marks, () => false)).toEqual(['line']);
		const twice = answer('jaar gemiddelde', [2012, 36.6], [2012, 41]);
		expect(toMarks(twice, findRoles(twice)).map(({ label }) => label)).toEqual(['regel 1', 'regel 2']);
	});

	test('a text that varies over time is no series where areas and years tell the rows apart', () => {
		const told = answer(
			'code:text jaar procent oordeel:text',
			['WK178301', 2016, 40, 'gunstig'],
			['WK178301', 2020, 42, 'ongunstig'],
			['WK178302', 2016, 38, 'gunstig']
		);
		expect(names(told)).toEqual({ area: 'code', period: 'jaar', value: 'procent' });
		expect(names(told, { series: 'oordeel' })).toMatchObject({ series: 'oordeel' });
	});

	test('of more texts that one is the series that tells all rows apart', () => {
		const both = answer(
			'code:text jaar procent oordeel:text groep:text',
			['WK178301', 2016, 40, 'gunstig', '18+'],
			['WK178301', 2016, 42, 'gunstig', '65+'],
			['WK178301', 2020, 42, 'ongunstig', '18+']
		);
		expect(names(both)).toMatchObject({ series: 'groep' });
		expect(names(both, { series: '' })).not.toHaveProperty('series');
	});

	test('a reader can say that no column is it, and that is not guessed again', () => {
		const without = names(trend, { area: '', period: '', other: '' });
		expect(without).toEqual({ label: 'wijk', value: 'procent', status: 'status' });
		expect(names(trend, { value: '' })).toMatchObject({ value: 'procent' });
	});

	test('a reader may say otherwise, and a name that is not there is passed over', () => {
		const two = answer('naam:text a b', ['x', 1, 2]);
		expect(names(two, { value: 'b' })).toMatchObject({ value: 'b', other: 'a' });
		expect(names(two, { value: 'c' })).toMatchObject({ value: 'a', other: 'b' });
		expect(names(two, { value: 'naam' })).toMatchObject({ value: 'a' });
	});
});

describe('pairs', () => {
	const both = answer(
		'code:text jaar ziek inkomen',
		['WK178301', 2016, 10, 1],
		['WK178302', 2016, 20, 2],
		['WK178303', 2016, 30, 3],
		['WK178303', 2020, 35, 4],
		['WK178302', 2020, 25, null],
		['WK178301', 2024, 5, null]
	);
	const marks = toMarks(both, findRoles(both));

	test('are of the latest year that has both values, and the sentence says which', () => {
		expect(pairsOf(marks).map(({ area, period }) => [area, period])).toEqual([['WK178303', 2020]]);
		expect(tellPairs(pairsOf(marks), marks, 'Ziek', 'inkomen')).toBe(
			'Ziek: 1 gebied in 2020. De waarde is 35 in 2020. Naar rechts staat inkomen, ook van 2020. Van 1 regel ontbreekt een van de twee cijfers; die staat er niet in. Andere jaren staan er niet in: 2016 en 2024.'
		);
		expect(pairsOf(marks.filter(({ period }) => period === 2016))).toHaveLength(3);
		expect(pairsOf([])).toEqual([]);
	});
});

describe('the second of two figures', () => {
	const sentence = (...periods: number[]) => {
		const rows = periods.map((year, i) => [`WK17830${i}`, 2020, 10 + i, 5 + i, year]);
		const both = answer('code:text jaar eenzaam arm jaar_arm', ...rows);
		const roles = findRoles(both);
		expect(both.columns[roles.other!]?.name).toBe('arm');
		const marks = toMarks(both, roles);
		return tellPairs(pairsOf(marks), marks, 'Eenzaam', 'arm');
	};

	test('is of its own year where the answer has that, and a year is no figure', () => {
		expect(sentence(2024, 2024, 2024)).toContain('Naar rechts staat arm, van 2024.');
		expect(sentence(2020, 2020, 2020)).toContain('Naar rechts staat arm, ook van 2020.');
		expect(sentence(2020, 2024, 2024)).toContain('Naar rechts staat arm, van verschillende jaren.');
	});

	test('changes place with the first, and takes its year along', () => {
		const both = answer(
			'code:text jaar eenzaam arm jaar_arm',
			['WK178301', 2020, 10, 5, 2016],
			['WK178302', 2020, 11, 6, 2016],
			['WK178303', 2020, 12, 7, 2016]
		);
		for (const view of [{ value: 'arm' }, { value: 'arm', other: 'arm' }]) {
			const marks = toMarks(both, findRoles(both, view));
			const told = tellPairs(pairsOf(marks), marks, 'Arm', 'eenzaam');
			expect(told).toMatch(/^Arm: 3 gebieden in 2016\..* Naar rechts staat eenzaam, van 2020\.$/);
			expect(tellLatest(latest(marks), marks, 'Arm')).toMatch(/^Arm: 3 gebieden in 2016\./);
		}
	});

	test('has no year where nobody knows what another column of years is of', () => {
		const other = answer(
			'code:text jaar eenzaam arm jaar_publicatie',
			['WK178301', 2020, 10, 5, 2021],
			['WK178302', 2020, 11, 6, 2021],
			['WK178303', 2020, 12, 7, 2021]
		);
		const marks = toMarks(other, findRoles(other));
		expect(tellPairs(pairsOf(marks), marks, 'Eenzaam', 'arm')).toMatch(/Naar rechts staat arm\.$/);
	});

	test('is found after a join, by the same end or where it stands', () => {
		const roles = (head: string) =>
			findRoles(answer(head, ['WK178301', 2020, 1, 2016, 2], ['WK178302', 2020, 3, 2016, 4]));
		expect(roles('code:text jaar waarde jaar_2 waarde_2')).toMatchObject({
			period: 1,
			other: 4,
			otherPeriod: 3
		});
		expect(roles('code:text jaar eenzaam jaar_x arm')).toMatchObject({ period: 1, other: 4, otherPeriod: 3 });
	});

	test('a column of years alone is nothing to set a figure against', () => {
		const joined = answer(
			'code:text jaar waarde jaar_2',
			['WK178301', 2020, 1, 2016],
			['WK178302', 2020, 2, 2020]
		);
		expect(findRoles(joined).other).toBeUndefined();
	});
});

describe('reasons in a column `status`', () => {
	test('of the reader count where they stand at what is missing, and empty ones say nothing', () => {
		const own = answer(
			'naam:text getal status:text',
			['a', 1, ''],
			['b', null, 'verborgen'],
			['c', null, 'stuk']
		);
		expect(findRoles(own)).toMatchObject({ status: 2 });
		const marks = toMarks(own, findRoles(own));
		expect(marks.map(({ reason }) => reason?.meaning)).toEqual([
			undefined,
			'verborgen: het gaat over te weinig mensen',
			'stuk'
		]);
	});

	test('of a project that stands beside its figures are no reasons', () => {
		const project = answer('naam:text getal status:text', ['a', 1, 'bezig'], ['b', null, 'klaar']);
		expect(findRoles(project).status).toBeUndefined();
	});
});

describe('marks', () => {
	const marks = toMarks(trend, findRoles(trend));

	test('a missing value has its reason, and is no zero', () => {
		expect(marks[3]).toMatchObject({
			value: null,
			missing: 'suppressed',
			label: 'Monster',
			area: 'WK178302'
		});
		expect(marks.some(({ value }) => value === 0)).toBe(false);
	});

	test('pictures are offered only where they say something', () => {
		const mapped = (code: string) => code.startsWith('WK');
		expect(picturesOf(marks, mapped)).toEqual(['line', 'bars', 'multiples', 'map']);
		expect(
			picturesOf(
				marks.filter(({ period }) => period === 2016),
				mapped
			)
		).toEqual(['bars', 'map']);
		expect(picturesOf([], mapped)).toEqual([]);
		expect(picturesOf([...marks, ...marks], mapped)).toEqual([]);
	});

	test('the latest year is the last with a value', () => {
		expect(latest(marks).map(({ row }) => row)).toEqual([1, 3]);
	});

	test('the sentence names what is highest and lowest, and how many are missing', () => {
		expect(tellMarks(marks, 'Procent')).toBe(
			'Procent: 2 reeksen van 2016 tot en met 2020. De enige waarde in 2020 is die van Naaldwijk: 42. Van 1 regel is er geen waarde.'
		);
		expect(tellMarks([], 'Procent')).toBe('Er zijn geen waarden om te tekenen.');
	});

	test('what is no area counts as a value only where it has one', () => {
		const columns = [
			{ name: 'wat', kind: 'text' as const },
			{ name: 'getal', kind: 'number' as const }
		];
		const rows = [
			['a', 1],
			['b', null],
			['c', 3]
		];
		const few = { columns, rows, cut: false };
		expect(tellMarks(toMarks(few, findRoles(few)), 'Getal')).toMatch(
			/^Getal: 2 waarden\. .*Van 1 regel is er/
		);
	});

	test('of a picture of one year the sentence says that year, and which are not in it', () => {
		expect(tellLatest(latest(marks), marks, 'Procent')).toBe(
			'Procent: 2 gebieden in 2020. De enige waarde in 2020 is die van Naaldwijk: 42. Van 1 regel is er geen waarde. Andere jaren staan er niet in: 2016.'
		);
		expect(tellLatest(latest(marks), latest(marks), 'Procent')).not.toContain('Andere jaren');
	});

	test('names without a place are told, or counted where they are many', () => {
		expect(tellNameless([])).toBe('');
		expect(tellNameless(['Noordhove', 'Rokkeveen'])).toBe(
			'Voor 2 namen was in het beeld geen plaats: Noordhove en Rokkeveen.'
		);
		expect(tellNameless(Array.from({ length: 30 }, (_, i) => `Wijk ${i}`))).toMatch(/^Voor 30 namen/);
	});

	test('without years to follow it counts areas, or values where there are none', () => {
		const one = [
			{ row: 0, key: 'WK063700', area: 'WK063700', label: 'Centrum', value: 2 },
			{ row: 1, key: 'WK063701', area: 'WK063701', label: 'Meerzicht', value: 3 }
		];
		expect(tellMarks(one, 'Verschil')).toMatch(/^Verschil: 2 gebieden\. Het hoogst is Meerzicht \(3\)/);
		const same = [...one, { ...one[1]!, row: 2, key: 'WK063702', area: 'WK063702', label: 'Noord' }];
		expect(tellMarks(same, 'Verschil')).toBe(
			'Verschil: 3 gebieden. Het hoogst zijn Meerzicht en Noord (3), het laagst Centrum (2).'
		);
		const many = ['a', 'b', 'c', 'd'].map((label, row) => ({
			row,
			key: label,
			area: label,
			label,
			value: 1
		}));
		expect(tellMarks(many, 'X')).toBe('X: 4 waarden. Alle waarden zijn 1.');
		expect(tellMarks([...many, { ...many[0]!, key: 'e', area: 'e', label: 'e', value: 0 }], 'X')).toBe(
			'X: 5 waarden. Het hoogst zijn 4 waarden (1), het laagst e (0).'
		);
		const named = one.map((mark) => ({ ...mark, key: mark.label, area: mark.label }));
		expect(tellMarks(named, 'Verschil')).toMatch(/^Verschil: 2 waarden\./);
		const groups = one.map((mark, i) => ({ ...mark, key: `WK063700 ${i}`, area: 'WK063700' }));
		expect(tellMarks(groups, 'Verschil')).toMatch(/^Verschil: 2 waarden\./);
	});

	test('any answer is read without failing, and no value comes out of nothing', () => {
		const cell = fc.oneof(fc.constant(null), fc.double({ noNaN: true }), fc.string(), fc.boolean());
		const kind = fc.constantFrom('text', 'number', 'boolean', 'day');
		fc.assert(
			fc.property(
				fc.array(fc.record({ name: fc.string(), kind }), { maxLength: 5 }),
				fc.gen(),
				(columns, gen) => {
					const rows = gen(
						fc.array,
						fc.array(cell, { minLength: columns.length, maxLength: columns.length })
					);
					const result = { columns, rows, cut: false } as Result;
					const roles = findRoles(result);
					for (const { row, value } of toMarks(result, roles))
						if (value !== null) expect(result.rows[row]![roles.value!]).toBe(value);
				}
			)
		);
	});
});
