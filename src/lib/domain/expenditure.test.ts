import { describe, expect, test } from 'vitest';
import type { Figure, Table } from '../schema/figure.ts';
import {
	addTotals,
	documentMatches,
	eras,
	lastComplete,
	overBudget,
	seriesId,
	tellWithout,
	yearTotals,
	type Report,
	type Spending
} from './expenditure.ts';

const spending = (
	year: number,
	report: Report,
	taakveld: string,
	value: number,
	title = taakveld
): Spending => ({
	municipality: 'GM1969',
	year,
	report,
	taakveld,
	title,
	value,
	population: 63329
});

/** Westerkwartier, budget 2020 as published, and its accounts as one amount. */
const budget2020 = [
	['6.1', 5275],
	['6.2', 1742],
	['6.3', 17968],
	['6.4', 5780],
	['6.5', 1290],
	['6.6', 1596],
	['6.71', 13378],
	['6.72', 17823],
	['6.81', 260],
	['6.82', 1759]
] as const;
const rows: Spending[] = [
	...budget2020.map(([taakveld, value]) => spending(2020, 'begroting', taakveld, value)),
	spending(2020, 'jaarrekening', '6.1', 87307),
	spending(2023, 'begroting', '6.73', 4513, 'Jeugdhulp met verblijf'),
	spending(2023, 'jaarrekening', '6.73', 4000, 'Jeugdhulp met verblijf'),
	spending(2025, 'begroting', '6.60', 3954),
	spending(2025, 'begroting', '6.91', 54),
	spending(2025, 'begroting', '6.21', 3321),
	spending(2026, 'begroting', '6.60', 3734),
	spending(2026, 'begroting', '6.21', 3463),
	{ ...spending(2020, 'begroting', '6.1', 999999), municipality: 'GM1783' }
];

describe('yearTotals', () => {
	const totals = yearTotals(rows, 'GM1969');

	test('tells which taakvelden of the same division a sum goes without, and none where there is no sum', () => {
		const told = totals.map((total) => [total.year, ...tellWithout(total)]);
		expect(told).toEqual([
			[2020, expect.stringMatching(/^In de jaarrekening van 2020 .* 6\.2 \(6\.2\), .* en 6\.82 \(6\.82\)\./)],
			[2023],
			[2025],
			[
				2026,
				'In de begroting van 2026 geeft de bron geen bedrag voor 6.91 (6.91). Dat zit dus niet in de som.'
			]
		]);
		expect(tellWithout(totals[0]!, ['begroting'])).toEqual([]);
	});

	test('adds every 6.x of one gemeente, in thousands of euro and per inhabitant in euro', () => {
		expect(totals[0]).toEqual({
			municipality: 'GM1969',
			year: 2020,
			population: 63329,
			total: { begroting: { value: 66871 }, jaarrekening: { value: 87307 } },
			perInhabitant: { begroting: { value: 1056 }, jaarrekening: { value: 1379 } },
			without: {
				begroting: [],
				jaarrekening: budget2020.slice(1).map(([taakveld]) => ({ taakveld, title: taakveld }))
			}
		});
	});

	test('accounts that are still to come are missing with their reason, never 0', () => {
		const last = totals.at(-1)!;
		expect(last.year).toBe(2026);
		expect(last.total.jaarrekening).toEqual({ value: null, missing: 'not-yet' });
		expect(last.perInhabitant.jaarrekening).toEqual({ value: null, missing: 'not-yet' });
	});

	test('accounts missing between others are unknown', () => {
		const gap = [...rows, spending(2022, 'begroting', '6.1', 5)];
		const total = yearTotals(gap, 'GM1969').find(({ year }) => year === 2022)!.total;
		expect(total.jaarrekening).toEqual({ value: null, missing: 'unknown' });
	});

	test('knows the last complete year, and how often more was spent than budgeted', () => {
		expect(lastComplete(totals)?.year).toBe(2023);
		expect(overBudget(totals)).toEqual({ years: 2, over: 1 });
		expect(lastComplete([])).toBeUndefined();
	});
});

describe('eras', () => {
	const [first, second, third] = eras(rows, 'GM1969');

	test('breaks the series per taakveld in 2023 and 2025', () => {
		expect([first!.years, second!.years, third!.years]).toEqual([[2020], [2023], [2025, 2026]]);
		expect(first!.rows.map(({ taakveld }) => taakveld)).not.toContain('6.73');
	});

	test('orders codes as text and leaves out columns that do not exist yet', () => {
		expect(third!.rows.map(({ taakveld }) => taakveld)).toEqual(['6.21', '6.60', '6.91']);
		expect(third!.columns).toEqual([
			{ year: 2025, report: 'begroting' },
			{ year: 2026, report: 'begroting' }
		]);
		expect(third!.pending).toEqual([2025, 2026]);
		expect(second!.pending).toEqual([]);
	});

	test('gives each taakveld per inhabitant too, in tenths where it is less than a euro', () => {
		expect(second!.rows[0]!.perInhabitant).toEqual([{ value: 71 }, { value: 63 }]);
		expect(third!.rows.at(-1)!.perInhabitant[0]).toEqual({ value: 0.9 });
	});

	test('a taakveld that a year does not give is unknown, not 0', () => {
		expect(third!.rows.at(-1)!.cells).toEqual([{ value: 54 }, { value: null, missing: 'unknown' }]);
		expect(third!.rows.at(-1)!.perInhabitant[1]).toEqual({ value: null, missing: 'unknown' });
	});
});

describe('documentMatches', () => {
	const figure = (id: string, value: string, period = '2020'): Figure => ({
		id,
		document: '003',
		place: 'bijlage 2',
		subject: 'omvang',
		breakdown: '',
		area: 'Westerkwartier',
		period,
		value,
		unit: 'euro',
		remark: ''
	});
	const table: Table = {
		id: 'inkoop-in-programma-6',
		page: 'middelen',
		title: 'De inkoop',
		source: { document: '003', place: 'bijlage 2' },
		columns: ['Deel', 'Bedrag'],
		rows: ['wk-006', 'wk-007'].map((id) => ({ head: id, cells: [{ figure: id }] })),
		remarks: []
	};
	const totals = yearTotals(rows, 'GM1969');

	test('finds the accounts that equal the total of a document to the thousand', () => {
		const figures = { 'wk-006': figure('wk-006', '12367863'), 'wk-007': figure('wk-007', '74939137') };
		expect(documentMatches([table], figures, totals)).toEqual([
			{
				table: 'inkoop-in-programma-6',
				parts: [figures['wk-006'], figures['wk-007']],
				sum: 87307000,
				year: 2020,
				report: 'jaarrekening'
			}
		]);
	});

	test('finds nothing when a thousand differs, or another year is meant', () => {
		const off = { 'wk-006': figure('wk-006', '12368863'), 'wk-007': figure('wk-007', '74939137') };
		expect(documentMatches([table], off, totals)).toEqual([]);
		const other = {
			'wk-006': figure('wk-006', '12367863', '2019'),
			'wk-007': figure('wk-007', '74939137', '2019')
		};
		expect(documentMatches([table], other, totals)).toEqual([]);
	});
});

test('seriesId names the sum and the taakvelden', () => {
	expect(seriesId('jaarrekening')).toBe('iv3-6-jaarrekening');
	expect(seriesId('begroting', '6.71')).toBe('iv3-6.71-begroting');
});

describe('gemeenten added up', () => {
	const of = (value: number | null) => [
		{ year: 2018, total: { begroting: { value }, jaarrekening: { value: 2.1 } } }
	];

	test('gives each report its sum, without noise of decimals', () => {
		expect(addTotals([of(1.1), of(2.2)])).toEqual([
			{ year: 2018, total: { begroting: { value: 3.3 }, jaarrekening: { value: 4.2 } } }
		]);
	});

	test('is missing where one of them is', () => {
		expect(addTotals([of(1), of(null)])[0]!.total.begroting.value).toBeNull();
	});
});
