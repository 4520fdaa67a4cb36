import { describe, expect, test } from 'vitest';
import { loadSolver } from '#scripts/disclosure/solver.ts';
import type { Area } from '../../schema/area.ts';
import { indicator, type Indicator } from '../../schema/indicator.ts';
import type { TableObservation } from '../../schema/model.ts';
import { protect, type Protection } from './protect.ts';
import type { Input } from './collect.ts';

const bounds = await loadSolver();

const define = (id: string, rest: object): Indicator =>
	indicator.parse({
		...{ id, title: id, phrase: id, definition: id, direction: 'none', population: id, theme: 'test' },
		...{ tables: {}, breakdowns: ['totaal'], levels: ['buurt'], method: id },
		...rest
	});
const indicators = [
	define('hulp', { unit: 'aantal' }),
	define('hulp-nul', { unit: 'aantal', disclosure: { hideZero: true } }),
	define('hulp-tien', { unit: 'aantal', disclosure: { threshold: 10 } }),
	define('mensen', { unit: 'aantal' }),
	define('deel', { unit: 'procent', denominator: 'mensen', disclosure: { numerator: 'hulp' } }),
	define('los-deel', { unit: 'procent', denominator: 'mensen' }),
	define('mannen', { unit: 'aantal' }),
	define('vrouwen', { unit: 'aantal' }),
	define('samen', { unit: 'aantal', disclosure: { parts: ['mannen', 'vrouwen'] } }),
	define('bedrag', { unit: 'euro' })
];

const area = (code: string, level: Area['level'], parent: string, boundaries = 2020): Area => ({
	...{ code, level, parent, name: code, boundaries }
});
const areas = [
	area('GM0001', 'gemeente', ''),
	area('WK000101', 'wijk', 'GM0001'),
	area('WK000102', 'wijk', 'GM0001'),
	...['01', '02', '03'].map((own) => area(`BU000101${own}`, 'buurt', 'WK000101')),
	...['01', '02', '03'].map((own) => area(`BU000102${own}`, 'buurt', 'WK000102'))
];

type Named = Partial<Omit<TableObservation, 'value' | 'area'>>;
const row = (place: string, value: number | null, named: Named = {}): TableObservation => ({
	...{ table: 'eigen', indicator: 'hulp', period: '2025', breakdown: 'totaal', area: place, value },
	...{ lower: null, upper: null, n: null, status: value === null ? 'unknown' : 'definitive' },
	...named
});

const run = (observations: TableObservation[], rest: Partial<Input> = {}): Protection =>
	protect(
		{
			...{ observations, indicators, own: new Set(['eigen']), known: [], exceptions: new Set() },
			boundaries: new Map([['eigen', 2020]]),
			...rest
		},
		areas,
		bounds
	);

/** Which figures are hidden, each with its value: the area, and the indicator and group where they are not usual. */
const hiddenIn = (observations: TableObservation[], rest?: Partial<Input>): string[] => {
	const { observations: published, exposed } = run(observations, rest);
	expect(exposed).toEqual([]);
	return observations.flatMap((each, i) =>
		published[i]!.value === each.value
			? []
			: [`${each.indicator} ${each.area} ${each.breakdown}: ${each.value}`]
	);
};

const wijk = (counts: readonly number[], named?: Named) => [
	row(
		'WK000101',
		counts.reduce((sum, each) => sum + each, 0),
		named
	),
	...counts.map((value, i) => row(`BU000101${['01', '02', '03'][i]!}`, value, named))
];

describe('counts', () => {
	test('a small one is hidden, and the smallest one beside it', () => {
		expect(hiddenIn(wijk([3, 20, 8]))).toEqual(['hulp BU00010101 totaal: 3', 'hulp BU00010103 totaal: 8']);
	});

	test('one alone is hidden where no total gives it away', () => {
		expect(hiddenIn(wijk([3, 20, 8]).slice(1))).toEqual(['hulp BU00010101 totaal: 3']);
	});

	test('two small ones whose sum says too much need a third', () => {
		expect(hiddenIn(wijk([1, 1, 8]))).toEqual([
			'hulp BU00010101 totaal: 1',
			'hulp BU00010102 totaal: 1',
			'hulp BU00010103 totaal: 8'
		]);
	});

	test('5 and 0 are shown, and neither is hidden beside nothing', () => {
		expect(hiddenIn(wijk([5, 0, 8]))).toEqual([]);
	});

	test('where 0 is a secret it is hidden like any small count', () => {
		expect(hiddenIn(wijk([5, 0, 8], { indicator: 'hulp-nul' }))).toEqual([
			'hulp-nul BU00010101 totaal: 5',
			'hulp-nul BU00010102 totaal: 0'
		]);
	});

	test('an indicator has its own threshold', () => {
		expect(hiddenIn(wijk([7, 20, 12], { indicator: 'hulp-tien' }))).toEqual([
			'hulp-tien BU00010101 totaal: 7',
			'hulp-tien BU00010103 totaal: 12'
		]);
	});

	test('a total follows where nothing else is left', () => {
		expect(hiddenIn(wijk([3, 0, 0]))).toEqual(['hulp WK000101 totaal: 3', 'hulp BU00010101 totaal: 3']);
	});

	test('the gemeente keeps its total: another wijk and a buurt of it are hidden', () => {
		const rows = [
			row('GM0001', 63),
			...wijk([3, 0, 0]),
			row('WK000102', 60),
			...[10, 20, 30].map((value, i) => row(`BU000102${['01', '02', '03'][i]!}`, value))
		];
		expect(hiddenIn(rows)).toEqual([
			'hulp WK000101 totaal: 3',
			'hulp BU00010101 totaal: 3',
			'hulp WK000102 totaal: 60',
			'hulp BU00010201 totaal: 10'
		]);
	});

	test('a wijk without a row is what is left, and small itself', () => {
		expect(hiddenIn([row('GM0001', 23), row('WK000101', 20)])).toEqual(['hulp WK000101 totaal: 20']);
	});

	test('people without an address do not hide a buurt', () => {
		const [total, ...buurten] = wijk([3, 20, 8]);
		expect(hiddenIn([{ ...total!, value: 33 }, ...buurten])).toHaveLength(2);
	});

	test('who is not 65 is a small count of its own', () => {
		const rows = [row('BU00010101', 30), row('BU00010101', 28, { breakdown: '65+' })];
		expect(hiddenIn(rows)).toEqual(['hulp BU00010101 65+: 28']);
	});

	test('a part is worked out from the whole and the other part', () => {
		const rows = [
			row('BU00010101', 2, { indicator: 'mannen' }),
			row('BU00010101', 9, { indicator: 'vrouwen' }),
			row('BU00010101', 11, { indicator: 'samen' })
		];
		expect(hiddenIn(rows)).toEqual(['mannen BU00010101 totaal: 2', 'vrouwen BU00010101 totaal: 9']);
	});

	test('what is hidden at its source stays so, and is not given away', () => {
		const [total, first, ...rest] = wijk([3, 20, 8]);
		const rows = [total!, { ...first!, value: null, status: 'suppressed' as const }, ...rest];
		expect(hiddenIn(rows)).toEqual(['hulp BU00010103 totaal: 8']);
		expect(run(rows).counts).toEqual({ cells: 4, missing: 1, primary: 0, secondary: 1 });
	});

	test('amounts are no counts', () => {
		expect(hiddenIn(wijk([3, 20, 8], { indicator: 'bedrag' }))).toEqual([]);
	});

	test('nothing is left of a hidden figure', () => {
		const [first] = run([row('BU00010101', 3)]).observations;
		expect(first).toEqual({ ...row('BU00010101', null), status: 'suppressed' });
	});

	test('tables of others stay as they are', () => {
		const rows = wijk([3, 20, 8], { table: 'open' });
		expect(run(rows, { boundaries: new Map([['open', 2020]]) }).observations).toEqual(rows);
	});
});

describe('percentages', () => {
	const share = (place: string, value: number, rest: Named = {}) =>
		row(place, value, { indicator: 'deel', ...rest });
	const people = (place: string, value: number) => row(place, value, { indicator: 'mensen' });

	test('take the threshold of the count that they are a part of', () => {
		const rows = [people('BU00010101', 60), row('BU00010101', 3), share('BU00010101', 5)];
		expect(hiddenIn(rows)).toEqual(['hulp BU00010101 totaal: 3', 'deel BU00010101 totaal: 5']);
	});

	test('are hidden with the rest that they leave', () => {
		const rows = [people('BU00010101', 60), row('BU00010101', 58), share('BU00010101', 96.7)];
		expect(hiddenIn(rows)).toEqual(['hulp BU00010101 totaal: 58', 'deel BU00010101 totaal: 96.7']);
	});

	test('need a whole that is large enough and known', () => {
		expect(hiddenIn([people('BU00010101', 9), share('BU00010101', 0)])).toEqual([
			'deel BU00010101 totaal: 0'
		]);
		expect(hiddenIn([share('BU00010101', 50)])).toEqual(['deel BU00010101 totaal: 50']);
		expect(hiddenIn([people('BU00010101', 60), share('BU00010101', 50)])).toEqual([]);
	});

	test('need enough people who answered', () => {
		const asked = (n: number) => [people('BU00010101', 600), share('BU00010101', 50, { n })];
		expect(hiddenIn(asked(9))).toEqual(['deel BU00010101 totaal: 50']);
		expect(hiddenIn(asked(20))).toEqual([]);
	});

	test('without counts of their part are worked out from each other', () => {
		const loose = (place: string, value: number) => row(place, value, { indicator: 'los-deel' });
		const rows = [
			...[people('WK000101', 300), people('BU00010101', 60), people('BU00010102', 140)],
			...[people('BU00010103', 100), loose('WK000101', 17.7)],
			...[loose('BU00010101', 5), loose('BU00010102', 20), loose('BU00010103', 22)]
		];
		expect(hiddenIn(rows)).toEqual(['los-deel BU00010101 totaal: 5', 'los-deel BU00010103 totaal: 22']);
	});
});

describe('what can be read already', () => {
	const key = { indicator: 'hulp', period: '2025', breakdown: 'totaal', boundaries: 2020 } as const;
	const from = 'de uitgave van 2025-06-01';

	test('is not hidden: something else is', () => {
		const known = [{ ...key, area: 'BU00010103', value: 8, from }];
		expect(hiddenIn(wijk([3, 20, 8]), { known })).toEqual([
			'hulp BU00010101 totaal: 3',
			'hulp BU00010102 totaal: 20'
		]);
	});

	test('a total that is published no more is still known', () => {
		const known = [{ ...key, area: 'WK000101', value: 31, from }];
		expect(hiddenIn(wijk([3, 20, 8]).slice(1), { known })).toEqual([
			'hulp BU00010101 totaal: 3',
			'hulp BU00010103 totaal: 8'
		]);
	});

	test('gives a count away that cannot be kept secret then', () => {
		const known = wijk([3, 20, 8])
			.filter((each) => each.area !== 'BU00010101')
			.map((each) => ({ ...key, area: each.area, value: each.value!, from }));
		const { exposed } = run(wijk([3, 20, 8]), { known });
		expect(exposed.map(({ variable, interval, from: by }) => [variable.id, interval, by])).toEqual([
			['hulp BU00010101 2025 totaal', { low: 3, high: 3 }, [from]]
		]);
	});

	test('of a small count itself is the same', () => {
		const known = [{ ...key, area: 'BU00010101', value: 3, from }];
		expect(run([row('BU00010101', 3)], { known }).exposed).toHaveLength(1);
	});

	test('but another value was another figure', () => {
		const known = [{ ...key, area: 'BU00010103', value: 9, from }];
		expect(hiddenIn(wijk([3, 20, 8]), { known })).toContain('hulp BU00010103 totaal: 8');
	});

	test('a declared exception is shown', () => {
		const exceptions = new Set(['hulp BU00010101 2025 totaal']);
		expect(hiddenIn(wijk([3, 20, 8]), { exceptions })).toEqual([]);
	});
});
