import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, bijstand, holdings, inwoners, make, share } from '#lib/domain/ask/ask.fixture.ts';
import { write } from '#lib/domain/ask/write.ts';
import { literal } from '#lib/domain/sql/write.ts';
import { splitStatements } from '#lib/domain/sql/split.ts';
import type { Ask } from '#lib/schema/ask.ts';
import { tables } from '#scripts/database/tables.ts';

type Row = Record<string, string | number | null>;
let database: DuckDBConnection;

const wijken = ['WK000101', 'WK000102', 'WK000103'];
beforeAll(async () => {
	database = await (await DuckDBInstance.create(':memory:')).connect();
	for (const sql of tables) await database.run(sql);
	const area = (code: string, level: string, boundaries: number) =>
		`(${[code, boundaries, level, code, code, false, level === 'wijk' ? 'GM0001' : null, level === 'land' ? null : 'GM0001'].map((each) => (typeof each === 'string' ? literal(each) : String(each))).join(', ')})`;
	const all = [2020, 2024].flatMap((year) => [
		area('NL01', 'land', year),
		area('GM0001', 'gemeente', year),
		...wijken.map((code) => area(code, 'wijk', year))
	]);
	await database.run(`insert into area values ${all.join(', ')}`);
});
afterAll(() => database.closeSync());

interface Figure {
	area: string;
	boundaries: number;
	period: number;
	value: number | null;
}
const value = fc.option(
	fc.oneof(
		fc.constant(0),
		fc.integer({ min: 0, max: 1000 }).map((each) => each / 10)
	),
	{ freq: 3 }
);

/** Figures of some areas and years, on one or on both boundaries, of which some are missing. */
const figures = fc.uniqueArray(
	fc.record({
		area: fc.constantFrom(...wijken, 'GM0001', 'NL01'),
		boundaries: fc.constantFrom(2020, 2024),
		period: fc.constantFrom(2016, 2020),
		value
	}),
	{ maxLength: 20, selector: ({ area, boundaries, period }) => `${area} ${boundaries} ${period}` }
);

async function fill(parts: Record<string, readonly Figure[]>): Promise<void> {
	await database.run('delete from observation');
	const rows = Object.entries(parts).flatMap(([key, own]) => {
		const [indicator, breakdown] = key.split(' ');
		return own.map(
			({ area, boundaries, period, value: figure }) =>
				`('t${boundaries}', ${literal(indicator!)}, ${literal(area)}, ${boundaries}, ${period}, ${literal(breakdown!)}, ${figure}, '${figure === null ? 'suppressed' : 'definitive'}')`
		);
	});
	if (rows.length > 0)
		await database.run(
			`insert into observation ("table", indicator, area, boundaries, period, breakdown, value, status) values ${rows.join(', ')}`
		);
}
const answer = async (ask: Ask): Promise<Row[]> =>
	(await database.runAndReadAll(write(ask, holdings).sql)).getRowObjectsJS() as Row[];

const at = (own: readonly Figure[], area: unknown, period: unknown) =>
	own.filter((each) => each.area === area && each.period === period);

test('a value comes of values only: where one side is missing, so is the outcome, with a reason', async () => {
	await fc.assert(
		fc.asyncProperty(figures, async (own) => {
			await fill({ 'eenzaam 18+': own });
			for (const each of [make.before!, make.index!, make.gemeente!, make.land!])
				for (const row of await answer(asked({ make: each }))) {
					const outcome = row.verschil ?? row.verhouding ?? row.index ?? null;
					expect(outcome === null).toBe(row.waarom_leeg !== null);
					const other =
						each.kind === 'index' || (each.kind === 'compare' && each.with === 'period')
							? at(own, row.code, 2016)
							: at(own, each.kind === 'compare' && each.with === 'land' ? 'NL01' : 'GM0001', row.jaar);
					const pairs = at(own, row.code, row.jaar).flatMap((left) =>
						other
							.filter(({ boundaries }) => boundaries === left.boundaries)
							.map((right) => [left, right] as const)
					);
					const best = pairs.toSorted(([a], [b]) => b.boundaries - a.boundaries)[0];
					const divides = each.kind === 'index' || (each.kind === 'compare' && each.form === 'ratio');
					const isKnown =
						best !== undefined &&
						best[0].value !== null &&
						best[1].value !== null &&
						!(divides && best[1].value === 0);
					expect(outcome !== null).toBe(isKnown);
					if (isKnown && each.kind === 'index' && row.jaar === 2016) expect(outcome).toBe(100);
				}
		}),
		{ numRuns: 25 }
	);
}, 120_000);

test('a difference turned round has the other sign', async () => {
	await fc.assert(
		fc.asyncProperty(figures, figures, async (some, others) => {
			await fill({ 'eenzaam 18+': some, 'eenzaam 65+': others });
			const there = await answer(asked({ subjects: [share(), share('65+')], make: make.both! }));
			const back = await answer(asked({ subjects: [share('65+'), share()], make: make.both! }));
			for (const row of there) {
				const other = back.find(({ code, jaar }) => code === row.code && jaar === row.jaar);
				if (row.verschil !== null) expect(other?.verschil).toBe(0 - Number(row.verschil));
				else expect(other?.verschil ?? null).toBeNull();
			}
		}),
		{ numRuns: 25 }
	);
}, 120_000);

test('ranks run from 1 over what is known, and follow the figures', async () => {
	await fc.assert(
		fc.asyncProperty(figures, fc.constantFrom('high' as const, 'low' as const), async (own, first) => {
			await fill({ 'eenzaam 18+': own });
			const rows = await answer(asked({ make: { kind: 'rank', first } }));
			for (const { jaar, procent, rang, van } of rows) {
				const known = rows.filter((row) => row.jaar === jaar && row.procent !== null);
				const ahead = known.filter((row) =>
					first === 'high' ? Number(row.procent) > Number(procent) : Number(row.procent) < Number(procent)
				);
				expect(van).toBe(known.length);
				expect(rang).toBe(procent === null ? null : ahead.length + 1);
			}
		}),
		{ numRuns: 25 }
	);
}, 120_000);

test('a sum is there when every part is, and a rate when its whole is known and large enough', async () => {
	await fc.assert(
		fc.asyncProperty(figures, figures, async (counts, people) => {
			const whole = people.map((each) => ({
				...each,
				value: each.value === null ? null : Math.round(each.value * 10)
			}));
			await fill({ 'bijstand totaal': counts, 'inwoners totaal': whole });
			for (const { jaar, aantal } of await answer(asked({ subjects: [inwoners], together: 'gemeente' }))) {
				const complete = [2024, 2020]
					.map((year) =>
						wijken.map(
							(code) => at(whole, code, jaar).find(({ boundaries }) => boundaries === year)?.value ?? null
						)
					)
					.find((values) => !values.includes(null));
				expect(aantal).toBe(complete ? complete.reduce<number>((sum, each) => sum + each!, 0) : null);
			}
			for (const { code, jaar, grenzen, per_1000: rate, waarom_leeg: why } of await answer(
				asked({ subjects: [bijstand(1000)] })
			)) {
				const part = at(counts, code, jaar).find(({ boundaries }) => boundaries === grenzen)!;
				const known = whole
					.filter((each) => each.area === code && each.boundaries === grenzen && each.value !== null)
					.toSorted((a, b) => Math.abs(a.period - Number(jaar)) - Math.abs(b.period - Number(jaar)))[0];
				const isThere = part.value !== null && known !== undefined && known.value! >= 100;
				expect(rate !== null).toBe(isThere);
				expect(why === null).toBe(isThere);
				if (isThere) expect(Number(rate)).toBeCloseTo((1000 * part.value!) / known.value!, 0);
			}
		}),
		{ numRuns: 25 }
	);
}, 120_000);

test('no text gets out of its place, whatever stands in it', async () => {
	await fill({
		'eenzaam 18+': [{ area: 'WK000101', boundaries: 2020, period: 2020, value: 5 }],
		'eenzaam 65+': []
	});
	const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((each) => each.replaceAll(/\0/g, ''));
	const hostile = [
		"'; drop table area; --",
		'"; drop table area; --',
		'*/ select 1; /*',
		'\n; select 1',
		'\r; select 1',
		'\u2028; select 1',
		'$1',
		'-- x'
	];
	await fc.assert(
		fc.asyncProperty(fc.oneof(text, fc.constantFrom(...hostile)), async (strange) => {
			const named = {
				...holdings,
				indicators: holdings.indicators.map((each) => ({ ...each, title: `${strange} ${each.title}` })),
				gemeenten: [{ code: 'GM0001', name: strange }],
				parts: {
					GM0001: {
						wijk: [
							{ code: 'WK000101', name: strange },
							{ code: strange, name: `${strange}!` }
						],
						buurt: []
					}
				}
			};
			const two = [share(), share('65+')];
			for (const each of [
				asked({ only: ['WK000101', strange] }),
				asked({ only: ['WK000101', strange], together: 'one' }),
				asked({ within: ['GM0001', strange], together: 'one' }),
				asked({ make: { kind: 'figures', pivot: 'area' } }),
				asked({ subjects: two, make: { kind: 'figures', pivot: 'subject' } }),
				asked({ subjects: two, make: make.both! }),
				asked({ subjects: [bijstand(1000)], together: 'gemeente' }),
				asked({ subjects: [{ kind: 'indicator', indicator: strange, breakdown: '18+' }] }),
				asked({
					subjects: [{ kind: 'spending', of: strange, report: 'begroting', perInhabitant: true }],
					level: 'gemeente'
				})
			]) {
				const { sql } = write(each, named);
				expect(splitStatements(sql)).toHaveLength(1);
				await database.runAndReadAll(sql);
			}
			const [row] = await answer(asked());
			expect(row!.procent).toBe(5);
		}),
		{ numRuns: 40 }
	);
}, 120_000);
