import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownFigure } from '#lib/domain/disclosure/cells.ts';
import { protect } from '#lib/domain/disclosure/protect.ts';
import { isSmall, ruleOf } from '#lib/domain/disclosure/rule.ts';
import type { Interval } from '#lib/domain/disclosure/system.ts';
import type { Area } from '#lib/schema/area.ts';
import { indicator, type Indicator } from '#lib/schema/indicator.ts';
import type { TableObservation } from '#lib/schema/model.ts';
import type { Breakdown } from '#lib/schema/observation.ts';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { attacker, nameOf, type Published } from './attacker.fixture.ts';
import { loadSolver } from './solver.ts';

const bounds = await loadSolver();

const define = (id: string, rest: object): Indicator =>
	indicator.parse({
		...{ id, title: id, phrase: id, definition: id, direction: 'none', population: id, theme: 'test' },
		...{ tables: {}, breakdowns: ['totaal'], levels: ['buurt'], method: id },
		...rest
	});
const people = define('mensen', { unit: 'aantal' });
const cases = define('gevallen', { unit: 'aantal' });
const share = define('deel', {
	unit: 'procent',
	denominator: 'mensen',
	disclosure: { numerator: 'gevallen' }
});
const indicators = [people, cases, share];
const rule = ruleOf(cases);
const shares = [{ share: 'deel', numerator: 'gevallen', denominator: 'mensen', decimals: 1 }];

function row(area: string, value: number, named: Partial<TableObservation> = {}): TableObservation {
	const usual = { table: 'eigen', indicator: 'gevallen', period: '2025', breakdown: 'totaal' } as const;
	return { ...usual, area, value, lower: null, upper: null, n: null, status: 'definitive', ...named };
}

/** The counts of buurten with those of the wijken and the gemeente above them. */
function addedUp(
	areas: readonly Area[],
	countOf: (buurt: string) => number,
	named?: Partial<TableObservation>
) {
	const buurten = areas.filter(({ level }) => level === 'buurt');
	return areas.map(({ code }) => {
		const below = buurten.filter((each) =>
			[each.code, each.parent, `GM${each.code.slice(2, 6)}`].includes(code)
		);
		return row(
			code,
			below.reduce((sum, each) => sum + countOf(each.code), 0),
			named
		);
	});
}

const sharesOf = (counts: readonly TableObservation[], wholes: readonly TableObservation[]) =>
	counts.flatMap(({ area, value }) => {
		const whole = wholes.find((each) => each.area === area)?.value;
		return whole ? [row(area, Math.round((value! / whole) * 1000) / 10, { indicator: 'deel' })] : [];
	});

const publish = (
	observations: TableObservation[],
	areas: readonly Area[],
	earlier: TableObservation[] = []
) =>
	protect(
		{
			observations,
			indicators,
			own: new Set(['eigen']),
			boundaries: new Map([
				['eigen', 2020],
				['open', 2020]
			]),
			known: [
				...observations
					.filter(({ table }) => table === 'open')
					.map((each): KnownFigure => ({ ...each, value: each.value!, boundaries: 2020, from: 'open' })),
				...earlier.flatMap((each): KnownFigure[] =>
					each.value === null ? [] : [{ ...each, value: each.value, boundaries: 2020, from: 'eerder' }]
				)
			],
			exceptions: new Set()
		},
		areas,
		bounds
	);

/** The published figures when only the threshold hides something. */
const thresholdOnly = (rows: readonly TableObservation[]) =>
	rows.map((each) =>
		each.table === 'eigen' && each.indicator !== 'deel' && isSmall(each.value!, rule)
			? { ...each, value: null }
			: each
	);

/** The published figures when nothing is shown but that a count is 0. */
const zerosOnly = (rows: readonly TableObservation[]) =>
	rows
		.filter(({ indicator: id }) => id !== 'deel')
		.map((each) => (each.table === 'eigen' && each.value !== 0 ? { ...each, value: null } : each));

interface Found {
	name: string;
	value: number;
	interval: Interval;
}

/**
 * Small counts of which the attacker learns more than that they are small, and other hidden ones that it computes; one by
 * one, for who needs no more than the first.
 */
function* findings(truth: readonly TableObservation[], published: Published): Generator<Found> {
	const attack = attacker(published, bounds);
	const innocent = attacker({ rows: zerosOnly(truth), areas: published.areas }, bounds);
	const values = new Map(truth.map((each) => [nameOf(each), each.value!]));
	for (const name of attack.hidden) {
		const value = values.get(name)!;
		for (const whole of [false, true]) {
			const interval = attack.workOut(name, whole);
			const { low, high } = interval;
			const floor = isSmall(value, rule) && low > 1 ? innocent.workOut(name, true).low : 1;
			const isFound = isSmall(value, rule) ? low > floor || high < rule.threshold - 1 : low === high;
			if (isFound) yield { name, value, interval };
		}
	}
}

const workedOut = (truth: readonly TableObservation[], published: Published): Found[] => [
	...findings(truth, published)
];

/** Small counts that are not hidden at all: in a table, or as what is left of a whole. */
function left(truth: readonly TableObservation[], published: readonly TableObservation[]): string[] {
	const wholes = new Map(
		truth.filter((each) => each.indicator === 'mensen').map((each) => [each.area, each.value!])
	);
	const shared = new Set(truth.filter((each) => each.indicator === 'deel').map(({ area }) => area));
	return published
		.filter(({ table, indicator: id }) => table === 'eigen' && id === 'gevallen')
		.filter(({ value, area, breakdown }) => {
			const rest = breakdown === 'totaal' && shared.has(area) ? wholes.get(area)! - value! : 0;
			return value !== null && (isSmall(value, rule) || isSmall(rest, rule));
		})
		.map(nameOf);
}

const { dataset } = check(load('data'));
const real = (dataset?.observations ?? []).filter(({ table }) => table === '84799ned');
const valueOf = (id: string, area: string): number =>
	real.find((each) => each.indicator === id && each.area === area)?.value ?? 0;

/** Real people on benefits per buurt, told in tens, as if the municipality had counted them itself. */
function realTable(gemeente: string) {
	const areas = (dataset?.model.areas ?? []).filter(
		({ code, boundaries }) => boundaries === 2020 && code.slice(2, 6) === gemeente.slice(2)
	);
	const counts = addedUp(areas, (buurt) => valueOf('bijstand', buurt) / 10);
	const wholes = addedUp(areas, (buurt) => valueOf('inwoners', buurt), {
		table: 'open',
		indicator: 'mensen'
	});
	return { areas, truth: [...counts, ...wholes, ...sharesOf(counts, wholes)] };
}

describe.each(['GM0637', 'GM1783', 'GM1969'])('real counts of %s', (gemeente) => {
	const { areas, truth } = realTable(gemeente);

	test('cannot be worked out once they are protected', () => {
		const { observations, counts, exposed } = publish(truth, areas);
		expect(exposed).toEqual([]);
		expect(left(truth, observations)).toEqual([]);
		expect(workedOut(truth, { rows: observations, areas, shares })).toEqual([]);
		expect(counts.primary).toBeGreaterThan(0);
		expect(observations.find(({ area }) => area === gemeente)?.value).not.toBeNull();
		const hidden = counts.primary + counts.secondary;
		console.log(
			`${gemeente}: ${counts.cells} cells, ${counts.primary} hidden by the threshold, ${counts.secondary} to ` +
				`protect them, ${Math.round((hidden / counts.cells) * 100)}% in all`
		);
	});

	test('can be worked out when only the threshold hides them, and when totals do not follow', () => {
		const rows = thresholdOnly(truth);
		const found = workedOut(truth, { rows, areas, shares });
		const counts = new Map(truth.map((each) => [nameOf(each), each.value]));
		const exact = found.filter(({ interval: { low, high } }) => low === high);
		expect(exact.length).toBeGreaterThan(0);
		for (const { name, interval } of exact) expect(interval.low).toBe(counts.get(name));
	});

	test('stay secret where a release had the gemeente and its wijken already', () => {
		const before = truth.filter(({ area, table }) => table === 'open' || !area.startsWith('BU'));
		const earlier = publish(before, areas).observations;
		const { observations, exposed } = publish(truth, areas, earlier);
		expect(exposed).toEqual([]);
		expect(left(truth, observations)).toEqual([]);
		expect(workedOut(truth, { rows: observations, areas, shares, earlier })).toEqual([]);
	});

	test('give the same answer twice', () => {
		expect(publish(truth, areas)).toEqual(publish(truth, areas));
	});
});

/** Random tables: few areas and small counts, for that is where secrets are hard to keep. */
const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const smallCount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 40 }));
const table = fc.record({
	sizes,
	counts: fc.array(fc.tuple(smallCount, smallCount, smallCount, smallCount), {
		minLength: 16,
		maxLength: 16
	}),
	withGroups: fc.boolean(),
	withShares: fc.boolean(),
	withWijken: fc.boolean(),
	withEarlier: fc.boolean()
});

function areasOf(wijken: readonly number[]): Area[] {
	const area = (code: string, level: Area['level'], parent: string): Area => ({
		...{ code, level, parent, name: code, boundaries: 2020 }
	});
	return [
		area('GM0001', 'gemeente', ''),
		...wijken.flatMap((buurten, i) => [
			area(`WK00010${i}`, 'wijk', 'GM0001'),
			...Array.from({ length: buurten }, (_, j) => area(`BU00010${i}0${j}`, 'buurt', `WK00010${i}`))
		])
	];
}

function randomTable({ sizes: wijken, counts, withGroups, withShares, withWijken }: TableOf): {
	areas: Area[];
	truth: TableObservation[];
} {
	const areas = areasOf(wijken);
	const buurten = areas.filter(({ level }) => level === 'buurt').map(({ code }) => code);
	const numbers = (buurt: string) => counts[buurten.indexOf(buurt)]!;
	const groups: [Breakdown, (buurt: string) => number][] = [
		['totaal', (buurt) => numbers(buurt)[0] + numbers(buurt)[1] + numbers(buurt)[2]],
		['18+', (buurt) => numbers(buurt)[0] + numbers(buurt)[1]],
		['65+', (buurt) => numbers(buurt)[0]]
	];
	const own = groups
		.slice(0, withGroups ? 3 : 1)
		.flatMap(([breakdown, countOf]) => addedUp(areas, countOf, { breakdown }));
	const total = groups[0]![1];
	// Open data never tell of fewer than five people.
	const wholeOf = (buurt: string) => Math.max(total(buurt) + numbers(buurt)[3], 5);
	const wholes = addedUp(areas, wholeOf, { table: 'open', indicator: 'mensen' });
	const all = [...own, ...wholes, ...(withShares ? sharesOf(own.slice(0, areas.length), wholes) : [])];
	return {
		areas,
		truth: all.filter(({ area, table: from }) => from === 'open' || withWijken || !area.startsWith('WK'))
	};
}
type TableOf = typeof table extends fc.Arbitrary<infer T> ? T : never;

test('random counts cannot be worked out, or the build is refused', { timeout: 300_000 }, () => {
	const told = { tables: 0, refused: 0, broken: 0, cells: 0, primary: 0, secondary: 0 };
	fc.assert(
		fc.property(table, (made) => {
			const { areas, truth } = randomTable(made);
			const before = truth.filter(({ area, table: from }) => from === 'open' || !area.startsWith('BU'));
			const earlier = made.withEarlier ? publish(before, areas).observations : [];
			const { observations, counts, exposed } = publish(truth, areas, earlier);
			told.tables++;
			if (exposed.length > 0) {
				// What was published before cannot be taken back; without it there is always a way.
				expect(made.withEarlier).toBe(true);
				told.refused++;
				return;
			}
			for (const key of ['cells', 'primary', 'secondary'] as const) told[key] += counts[key];
			expect(left(truth, observations)).toEqual([]);
			expect(workedOut(truth, { rows: observations, areas, shares, earlier })).toEqual([]);
			if (!findings(truth, { rows: thresholdOnly(truth), areas, shares }).next().done) told.broken++;
		}),
		{ numRuns: 40, seed: 20251123 }
	);
	const { tables, refused, broken, cells, primary, secondary } = told;
	console.log(
		`${tables} random tables, ${refused} refused, ${broken} broken with the threshold alone: of ${cells} cells ` +
			`${primary} hidden by the threshold, ${secondary} to protect them, ` +
			`${Math.round(((primary + secondary) / cells) * 100)}% in all`
	);
	expect(told.broken).toBeGreaterThan(told.tables / 3);
	expect(told.refused).toBeLessThan(told.tables / 10);
});
