import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { write } from '#lib/domain/ask/write.ts';
import { objection } from '#lib/domain/ask/objection.ts';
import { findRoles } from '#lib/domain/look/roles.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Ask, Subject } from '#lib/schema/ask.ts';
import { loadHoldings } from '#lib/server/askable.ts';
import { model } from '#lib/server/model.ts';
import { startNative } from './engines.ts';

/** A figure as the database holds it, on its own boundaries or converted to others. */
interface Figure {
	indicator: string;
	breakdown: string;
	area: string;
	boundaries: number;
	period: number;
	value: number | null;
}
interface Place {
	code: string;
	boundaries: number;
	level: string;
	municipality: string | null;
	name: string;
}
type Row = Record<string, string | number | null>;

const holdings = await loadHoldings();
let native: DuckDBConnection;
let figures: Figure[];
let converted: Figure[];
let places: Place[];

const rowsOf = async <T>(sql: string): Promise<T[]> =>
	(await native.runAndReadAll(sql)).getRowObjectsJS() as T[];
beforeAll(async () => {
	native = await startNative();
	figures = await rowsOf('select * from observation');
	converted = await rowsOf('select * from converted');
	places = await rowsOf('select * from area');
});
afterAll(() => native.closeSync());

const indicator = (id: string, breakdown: '18+' | '65+' | 'totaal', of?: string): Subject => ({
	kind: 'indicator',
	indicator: id,
	breakdown,
	...(of && { per: { of, scale: 1000 as const } })
});
const plain: Ask = {
	version: 1,
	subjects: [indicator('eenzaamheid', '18+')],
	level: 'wijk',
	within: ['GM0637', 'GM1783', 'GM1969'],
	only: [],
	together: 'no',
	periods: [],
	make: { kind: 'figures', pivot: 'none' }
};
async function answer(change: Partial<Ask>): Promise<Row[]> {
	const ask = { ...plain, ...change };
	expect(objection(ask, holdings)).toBeUndefined();
	return rowsOf(write(ask, holdings).sql);
}

const of = (id: string, breakdown: string, all: readonly Figure[] = figures) =>
	all.filter((each) => each.indicator === id && each.breakdown === breakdown);
const isOn = (level: string) => {
	const keys = new Set(
		places.filter((each) => each.level === level).map(({ code, boundaries }) => `${code} ${boundaries}`)
	);
	return ({ area, boundaries }: Figure) => keys.has(`${area} ${boundaries}`);
};
const newest = (own: readonly Figure[]): Figure | undefined =>
	own.toSorted((a, b) => b.boundaries - a.boundaries)[0];
const tenth = (value: number) => Math.round(value * 10) / 10;
const near = (found: unknown, expected: number | null, digits = 1) => {
	if (expected === null) expect(found).toBeNull();
	else expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
};

describe('figures', () => {
	test.each([
		['eenzaamheid', '18+', 'wijk'],
		['ervaren-gezondheid', '18+', 'buurt'],
		['ervaren-gezondheid', '18+', 'gemeente'],
		['bijstand', 'totaal', 'wijk'],
		['jeugdzorg', 'totaal', 'wijk'],
		['roken', '65+', 'buurt']
	] as const)('%s %s per %s are those of the newest boundaries', async (id, breakdown, level) => {
		const rows = await answer({ subjects: [indicator(id, breakdown)], level });
		const own = of(id, breakdown).filter(isOn(level));
		const keys = new Set(own.map(({ area, period }) => `${area} ${period}`));
		expect(rows.map(({ code, jaar }) => `${code} ${jaar}`).toSorted()).toEqual([...keys].toSorted());
		for (const row of rows) {
			const expected = newest(own.filter(({ area, period }) => area === row.code && period === row.jaar))!;
			near(row.procent ?? row.aantal ?? null, expected.value);
			expect(row.grenzen).toBe(expected.boundaries);
			expect(row.waarom_leeg === null).toBe(expected.value !== null);
		}
	});

	test('missing ones say why, in a pivot too', async () => {
		const rows = await answer({ subjects: [indicator('jeugdzorg', 'totaal')] });
		const gone = rows.filter(({ procent }) => procent === null);
		expect(gone.length).toBeGreaterThan(0);
		expect(new Set(gone.map(({ waarom_leeg }) => waarom_leeg))).toEqual(new Set(['verborgen']));
		const wide = await answer({
			subjects: [indicator('jeugdzorg', 'totaal')],
			make: { kind: 'figures', pivot: 'period' }
		});
		expect(wide.filter((row) => row['2024'] === null)).toHaveLength(gone.length);
		for (const { code, jaar } of gone)
			expect(wide.find((row) => row.code === code)!.waarom_leeg).toContain(`${jaar}: verborgen`);
	});

	test.each(['period', 'area', 'subject'] as const)(
		'each empty cell of a pivot by %s says why',
		async (pivot) => {
			const subjects = [indicator('jeugdzorg', 'totaal'), indicator('bijstand', 'totaal', 'inwoners')];
			const rows = await answer({ subjects });
			const wide = await answer({ subjects, make: { kind: 'figures', pivot } });
			const about = ['onderwerp', 'code', 'gebied', 'gemeente', 'jaar', 'waarom_leeg', 'opmerking'];
			const empty = wide.map((row) =>
				Object.keys(row).filter((name) => !about.includes(name) && row[name] === null)
			);
			expect(empty.flat().length).toBeGreaterThan(0);
			for (const [i, names] of empty.entries()) {
				const why = wide[i]!.waarom_leeg;
				if (names.length === 0) expect(why).toBeNull();
				else
					expect(
						String(why)
							.split('; ')
							.map((each) => each.split(/: (?=[^:]*$)/)[0])
					).toEqual(names);
			}
			if (pivot !== 'period') return;
			// The same reasons as in the list, and none where there is no row.
			for (const { onderwerp, code, gebied, jaar, waarom_leeg } of rows)
				if (waarom_leeg !== null) {
					const row = wide.find(
						(each) => each.onderwerp === onderwerp && each.code === code && each.gebied === gebied
					);
					expect(row!.waarom_leeg).toContain(`${jaar}: ${waarom_leeg}`);
				}
		}
	);

	test('remarks of a pivot name the column that they are about', async () => {
		const [row] = await answer({ periods: [2016, 2020], make: { kind: 'figures', pivot: 'period' } });
		expect(row!.opmerking).toBe('2016: schatting; 2020: schatting');
	});

	test('a pivot holds the same figures as the list', async () => {
		const rows = await answer({});
		const wide = await answer({ make: { kind: 'figures', pivot: 'period' } });
		for (const { code, jaar, procent } of rows)
			expect(wide.find((row) => row.code === code)![String(jaar)]).toBe(procent);
		const byArea = await answer({ within: ['GM0637'], make: { kind: 'figures', pivot: 'area' } });
		for (const { jaar, gebied, procent } of await answer({ within: ['GM0637'] }))
			expect(byArea.find((row) => row.jaar === jaar)![String(gebied)]).toBe(procent);
	});
});

describe('comparisons', () => {
	test('of shares in two years are on the same boundaries', async () => {
		const rows = await answer({ make: { kind: 'compare', with: 'period', base: 2012, form: 'difference' } });
		const own = of('eenzaamheid', '18+').filter(isOn('wijk'));
		expect(rows).toHaveLength(2 * 37);
		for (const row of rows) {
			const at = (period: unknown) =>
				own.find((each) => each.area === row.code && each.period === period)!.value!;
			near(row.verschil, at(row.jaar) - at(2012));
		}
	});

	test('of counts in two years use what was converted, and else there is no difference', async () => {
		const rows = await answer({
			subjects: [indicator('bijstand', 'totaal')],
			periods: [2024],
			make: { kind: 'compare', with: 'period', base: 2020, form: 'difference' }
		});
		expect(rows).toHaveLength(37);
		for (const row of rows) {
			const now = of('bijstand', 'totaal').find((each) => each.area === row.code && each.period === 2024)!;
			const then = of('bijstand', 'totaal', converted).find(
				(each) => each.area === row.code && each.period === 2020 && each.boundaries === 2024
			);
			near(
				row.verschil,
				(then?.value ?? null) === null || now.value === null ? null : now.value - then!.value!,
				0
			);
			if (!then) expect(row.waarom_leeg).toContain('geen cijfer op dezelfde grenzen');
		}
		expect(rows.some(({ verschil }) => verschil === null)).toBe(true);
		expect(rows.some(({ verschil }) => verschil !== null)).toBe(true);
	});

	test.each(['gemeente', 'land'] as const)('with the %s', async (whole) => {
		const rows = await answer({ periods: [2020], make: { kind: 'compare', with: whole, form: 'ratio' } });
		const own = of('eenzaamheid', '18+').filter(({ period }) => period === 2020);
		expect(rows).toHaveLength(37);
		for (const row of rows) {
			const other = whole === 'land' ? 'NL01' : `GM${String(row.code).slice(2, 6)}`;
			const at = (area: unknown) => own.find((each) => each.area === area)!.value!;
			near(row.verhouding, at(row.code) / at(other), 2);
		}
	});

	test('of a share of two tables with the country are within one table', async () => {
		const rows = await answer({
			subjects: [indicator('ervaren-gezondheid', '18+')],
			level: 'gemeente',
			make: { kind: 'compare', with: 'land', form: 'difference' }
		});
		const own = of('ervaren-gezondheid', '18+');
		const at = (area: unknown, period: unknown, boundaries: number) =>
			own.find((each) => each.area === area && each.period === period && each.boundaries === boundaries)
				?.value;
		for (const { code, jaar, verschil } of rows) {
			const country = at('NL01', jaar, 2020);
			near(verschil, (country ?? null) === null ? null : at(code, jaar, 2020)! - country!);
		}
	});

	test('of two groups, one way round, are the other way round with another sign', async () => {
		const make = { kind: 'compare', with: 'subject', form: 'difference' } as const;
		const both = [indicator('roken', '18+'), indicator('roken', '65+')];
		const there = await answer({ subjects: both, make });
		const back = await answer({ subjects: both.toReversed(), make });
		for (const row of there) {
			const other = back.find(({ code, jaar }) => code === row.code && jaar === row.jaar)!;
			expect(other.verschil).toBe(row.verschil === null ? null : 0 - Number(row.verschil));
		}
	});

	test('an index is 100 in its year', async () => {
		const rows = await answer({ make: { kind: 'index', base: 2016 } });
		const own = of('eenzaamheid', '18+');
		for (const { code, jaar, index } of rows) {
			const at = (period: unknown) =>
				own.find((each) => each.area === code && each.period === period)!.value!;
			near(index, (100 * at(jaar)) / at(2016));
			if (jaar === 2016) expect(index).toBe(100);
		}
	});
});

test('a count per 1,000 is divided by the residents of the same year and boundaries', async () => {
	const rows = await answer({ subjects: [indicator('bijstand', 'totaal', 'inwoners')] });
	for (const { code, jaar, grenzen, per_1000 } of rows) {
		const at = (id: string) =>
			of(id, 'totaal').find(
				(each) => each.area === code && each.period === jaar && each.boundaries === grenzen
			)?.value;
		const [part, whole] = [at('bijstand'), at('inwoners')];
		near(per_1000, (part ?? null) === null || (whole ?? 0) < 100 ? null : (1000 * part!) / whole!);
	}
});

test('ranks leave out what is missing, and the same figures share a rank', async () => {
	const rows = await answer({
		subjects: [indicator('wmo-clienten', 'totaal')],
		make: { kind: 'rank', first: 'high' }
	});
	const values = rows.flatMap(({ per_1000 }) => per_1000 ?? []) as number[];
	expect(values.length).toBeLessThan(rows.length);
	for (const { per_1000, rang, van } of rows) {
		expect(van).toBe(values.length);
		expect(rang).toBe(
			per_1000 === null ? null : 1 + values.filter((value) => value > Number(per_1000)).length
		);
	}
});

describe('areas taken together', () => {
	const own = model.monitors.flatMap(({ areas }) => areas?.areas ?? []);
	const nameAt = (code: string, boundaries: number) =>
		places.find((each) => each.code === code && each.boundaries === boundaries)?.name;

	test('own areas: a sum is that of all members, or there is none', async () => {
		const rows = await answer({ subjects: [indicator('inwoners', 'totaal')], level: 'own' });
		const all = [...of('inwoners', 'totaal'), ...of('inwoners', 'totaal', converted)];
		expect(rows.length).toBeGreaterThan(own.length);
		for (const { code, jaar, grenzen, aantal } of rows) {
			const { members, boundaries } = own.find((each) => each.code === code)!;
			const values = members.map((member) => {
				const isSame = nameAt(member, Number(grenzen)) === nameAt(member, boundaries);
				const found = all.find(
					(each) => each.area === member && each.period === jaar && each.boundaries === grenzen
				);
				return isSame ? (found?.value ?? null) : null;
			});
			near(aantal, values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0), 0);
		}
	});

	test('own areas: a share is weighted and marked as an approximation, and one member keeps its own', async () => {
		const rows = await answer({ level: 'own', periods: [2020] });
		const shares = of('eenzaamheid', '18+').filter(({ period }) => period === 2020);
		const people = of('inwoners', 'totaal').filter(({ period }) => period === 2020);
		for (const { code, procent, opmerking } of rows) {
			const { members } = own.find((each) => each.code === code)!;
			const at = (all: Figure[], area: string) => all.find((each) => each.area === area)?.value ?? NaN;
			const total = members.reduce((sum, member) => sum + at(people, member), 0);
			const mean = members.reduce((sum, member) => sum + at(shares, member) * at(people, member), 0) / total;
			if (procent !== null) near(procent, tenth(mean));
			expect(String(opmerking).includes('benadering')).toBe(members.length > 1);
		}
		expect(rows.filter(({ procent }) => procent !== null).length).toBeGreaterThan(5);
	});

	test('wijken of a gemeente: a hidden one leaves no sum', async () => {
		const subjects = [indicator('wmo-clienten-aantal', 'totaal')];
		const rows = await answer({ subjects, together: 'gemeente' });
		for (const { code, aantal } of rows) {
			const parts = of('wmo-clienten-aantal', 'totaal').filter(
				({ area }) => area.slice(2, 6) === String(code).slice(2)
			);
			const isWhole = parts.every(({ value }) => value !== null);
			near(aantal, isWhole ? parts.reduce((sum, { value }) => sum + value!, 0) : null, 0);
		}
		expect(rows.some(({ aantal }) => aantal === null)).toBe(true);
		expect(rows.some(({ aantal }) => aantal !== null)).toBe(true);
	});

	test('some wijken as one', async () => {
		const only = ['WK178301', 'WK178302'];
		const [row] = await answer({
			subjects: [indicator('bijstand', 'totaal', 'inwoners')],
			within: ['GM1783'],
			only,
			together: 'one',
			periods: [2024]
		});
		const sum = (id: string) =>
			of(id, 'totaal')
				.filter(({ area, period }) => only.includes(area) && period === 2024)
				.reduce((total, { value }) => total + value!, 0);
		near(row!.per_1000, (1000 * sum('bijstand')) / sum('inwoners'));
	});
});

describe('correlation', () => {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	function pearson(x: readonly number[], y: readonly number[]): number {
		const [mx, my] = [mean(x), mean(y)];
		const product = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
			a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0);
		return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
	}
	const ranks = (values: readonly number[]) =>
		values.map(
			(value) =>
				values.filter((other) => other < value).length +
				(values.filter((other) => other === value).length + 1) / 2
		);

	test.each(['spearman', 'pearson'] as const)('%s, with its number of areas and interval', async (method) => {
		const [row] = await answer({
			subjects: [indicator('eenzaamheid', '18+'), indicator('rondkomen', '18+')],
			periods: [2020],
			make: { kind: 'correlation', method }
		});
		const at = (id: string) =>
			new Map(
				of(id, '18+')
					.filter((each) => each.period === 2020 && isOn('wijk')(each))
					.map(({ area, value }) => [area, value!])
			);
		const [left, right] = [at('eenzaamheid'), at('rondkomen')];
		const x = [...left.values()];
		const y = [...left.keys()].map((area) => right.get(area)!);
		const r = method === 'pearson' ? pearson(x, y) : pearson(ranks(x), ranks(y));
		const n = x.length;
		const error = Math.sqrt((method === 'pearson' ? 1 : 1 + r ** 2 / 2) / (n - 3));
		expect(row!.gebieden).toBe(n);
		near(row!.samenhang, r, 2);
		near(row!.van, Math.tanh(Math.atanh(r) - 1.96 * error), 2);
		near(row!.tot, Math.tanh(Math.atanh(r) + 1.96 * error), 2);
	});

	test('of fewer than ten areas is no number', async () => {
		const [row] = await answer({
			subjects: [indicator('eenzaamheid', '18+'), indicator('rondkomen', '18+')],
			within: ['GM0637'],
			periods: [2020],
			make: { kind: 'correlation', method: 'spearman' }
		});
		expect(row).toMatchObject({
			gebieden: 9,
			samenhang: null,
			van: null,
			tot: null,
			waarom_leeg: 'minder dan 10 gebieden'
		});
	});
});

test('spending per inhabitant is the sum of its taakvelden, and no index crosses a new division', async () => {
	const domain: Subject = { kind: 'spending', of: 'jeugdhulp', report: 'jaarrekening', perInhabitant: true };
	const rows = await answer({ subjects: [domain], level: 'gemeente' });
	const all = await rowsOf<Row>("select * from expenditure where report = 'jaarrekening'");
	for (const { code, jaar, euro } of rows) {
		const own = all.filter(
			(each) =>
				each.municipality === code &&
				each.year === jaar &&
				['6.72', '6.73', '6.74', '6.82'].includes(String(each.taakveld))
		);
		near(
			euro,
			(own.reduce((sum, { value }) => sum + Number(value), 0) * 1000) / Number(own[0]!.population),
			0
		);
	}
	const one = await answer({
		subjects: [{ ...domain, of: '6.71' }],
		level: 'gemeente',
		make: { kind: 'index', base: 2020 }
	});
	for (const { jaar, index } of one) expect(index === null).toBe(Number(jaar) >= 2023);
});

test.each([
	['bars', { periods: [2020], make: { kind: 'rank', first: 'high' } }, 'procent'],
	['line', { within: ['GM1783'] }, 'procent'],
	['bars', { periods: [2020], make: { kind: 'compare', with: 'land', form: 'difference' } }, 'verschil'],
	[
		'scatter',
		{
			subjects: [indicator('eenzaamheid', '18+'), indicator('roken', '18+')],
			periods: [2020],
			make: { kind: 'scatter' }
		},
		'Eenzaamheid, 18 jaar en ouder'
	]
] satisfies [string, Partial<Ask>, string][])(
	'a picture (%s) names the areas',
	async (kind, change, value) => {
		const rows = await answer(change);
		const names = Object.keys(rows[0]!);
		const result: Result = {
			columns: names.map((name) => ({
				name,
				kind: rows.some((row) => typeof row[name] === 'number') ? 'number' : 'text'
			})),
			rows: rows.map((row) => names.map((name) => row[name] ?? null)),
			cut: false
		};
		const { view } = write({ ...plain, ...change }, holdings);
		const roles = findRoles(result, view);
		expect(view.kind).toBe(kind);
		expect([roles.area, roles.label, roles.period, roles.value].map((i) => names[i!])).toEqual([
			'code',
			'gebied',
			'jaar',
			value
		]);
		expect(roles.series).toBeUndefined();
	}
);
