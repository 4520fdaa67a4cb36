import { describe, expect, test } from 'vitest';
import type { Cell, Result } from '../result.ts';
import { asked, holdings, inwoners, make, share } from './ask.fixture.ts';
import { shownBy } from './shown.ts';

function result(...rows: Record<string, Cell>[]): Result {
	const names = Object.keys(rows[0] ?? {});
	return {
		columns: names.map((name) => ({ name, kind: typeof rows[0]![name] === 'number' ? 'number' : 'text' })),
		rows: rows.map((row) => names.map((name) => row[name] ?? null)),
		cut: false
	};
}
const row = (gebied: string, jaar: number, procent: number | null, more: Record<string, Cell> = {}) => ({
	gebied,
	jaar,
	procent,
	grenzen: 2020,
	...more
});
const said = (...rows: Record<string, Cell>[]) => shownBy(asked(), result(...rows), holdings).join(' ');

describe('figures', () => {
	test('the highest and lowest of the latest year', () => {
		expect(said(row('Oost', 2016, 99), row('Oost', 2020, 40.5), row('West', 2020, 30))).toBe(
			'2020: Het hoogst: Oost (40,5%). Het laagst: West (30%).'
		);
	});

	test('what is missing is counted, and is not the lowest', () => {
		expect(said(row('Oost', 2020, 40), row('West', 2020, 30), row('Zuid', 2020, null))).toBe(
			'2020: Het hoogst: Oost (40%). Het laagst: West (30%). Van de 3 regels heeft er 1 geen cijfer; in de tabel staat waarom.'
		);
		expect(said(row('Oost', 2020, null))).toBe('Er is geen enkel cijfer; in de tabel staat waarom.');
		expect(said()).toBe('Er is geen enkele regel met deze keuzes.');
	});

	test('areas that share an end, one area, and all the same', () => {
		expect(said(row('Oost', 2020, 40), row('West', 2020, 40), row('Zuid', 2020, 1))).toContain(
			'Het hoogst: Oost en West (40%)'
		);
		expect(said(row('Oost', 2020, 40))).toContain('is het enige');
		expect(said(row('Oost', 2020, 40), row('West', 2020, 40))).toContain('Overal hetzelfde: 40%');
	});

	test('boundaries that differ within a year', () => {
		expect(said(row('Oost', 2020, 40), row('West', 2020, 30, { grenzen: 2024 }))).toContain('(2020, 2024)');
		expect(said(row('Oost', 2016, 40), row('Oost', 2020, 30, { grenzen: 2024 }))).not.toContain('grenzen');
	});

	test('no percent sign after people, and empty cells of a pivot', () => {
		const count = asked({ subjects: [inwoners] });
		expect(shownBy(count, result({ gebied: 'Oost', jaar: 2020, aantal: 1245 }), holdings).join()).toContain(
			'(1.245)'
		);
		const wide = asked({ make: { kind: 'figures', pivot: 'period' } });
		expect(
			shownBy(
				wide,
				result({ gebied: 'Oost', '2016': null, '2020': 3, waarom_leeg: '2016: verborgen', opmerking: null }),
				holdings
			)
		).toEqual(['1 vak is leeg: in de kolom waarom_leeg staat waarom.']);
	});
});

test('a difference counts what is higher and lower', () => {
	const text = shownBy(
		asked({ make: make.before }),
		result(
			{ gebied: 'Oost', jaar: 2020, verschil: 2.5 },
			{ gebied: 'West', jaar: 2020, verschil: -1 },
			{ gebied: 'Zuid', jaar: 2020, verschil: 0 },
			{ gebied: 'Noord', jaar: 2020, verschil: null }
		),
		holdings
	).join(' ');
	expect(text).toContain('Hoger: 1. Lager: 1. Gelijk: 1. Het hoogst: Oost (2,5). Het laagst: West (-1).');
	expect(text).toContain('heeft er 1 geen cijfer');
});

describe('a correlation', () => {
	const ask = asked({ subjects: [share(), share('65+')], make: make.correlation });
	const tell = (more: Record<string, Cell>) =>
		shownBy(ask, result({ jaar: 2020, gebieden: 12, waarom_leeg: null, ...more }), holdings).join(' ');

	test('comes with its number of areas and interval', () => {
		expect(tell({ samenhang: 0.8, van: 0.4, tot: 0.9 })).toContain(
			'over 12 gebieden is de samenhang 0,8. Het 95%-interval loopt van 0,4 tot 0,9.'
		);
		expect(tell({ samenhang: -0.8, van: -0.9, tot: -0.4 })).toContain('vaker lager');
	});

	test('that may be nothing says so, and one that is not there why', () => {
		expect(tell({ samenhang: 0.2, van: -0.2, tot: 0.5 })).toContain('dat er geen samenhang is');
		expect(tell({ samenhang: null, van: null, tot: null, waarom_leeg: 'minder dan 10 gebieden' })).toContain(
			'geen getal, want minder dan 10 gebieden'
		);
	});
});

test('a cloud counts the points that have both', () => {
	const ask = asked({ subjects: [share(), share('65+')], make: make.scatter });
	const [x, y] = ['Eenzaamheid, 18 jaar en ouder', 'Eenzaamheid, 65 jaar en ouder'];
	expect(
		shownBy(
			ask,
			result({ gebied: 'Oost', [x]: 1, [y]: 2 }, { gebied: 'West', [x]: 1, [y]: null }),
			holdings
		)[0]
	).toBe('1 punt heeft beide cijfers, van 2 regels.');
});
