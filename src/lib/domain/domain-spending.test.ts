import { describe, expect, it } from 'vitest';
import { domainSeriesId, domainYears } from './domain-spending.ts';
import type { Spending } from './expenditure.ts';

const row = (year: number, taakveld: string, value: number, report: Spending['report'] = 'jaarrekening') => ({
	municipality: 'GM0001',
	year,
	report,
	taakveld,
	title: taakveld,
	value,
	population: 10_000
});
const youth = { taakvelden: ['6.72', '6.73'] };

describe('what was spent on a domain', () => {
	it('adds up its taakvelden and divides by the inhabitants of the year', () => {
		const rows = [row(2022, '6.72', 5000), row(2023, '6.72', 3000), row(2023, '6.73', 2500.5)];
		expect(domainYears(youth, rows)).toEqual([
			{ year: 2022, value: 500 },
			{ year: 2023, value: 550 }
		]);
	});

	it('leaves out budgets, other taakvelden and years without accounts', () => {
		const rows = [row(2024, '6.72', 1000), row(2024, '6.1', 9000), row(2025, '6.72', 7000, 'begroting')];
		expect(domainYears(youth, rows)).toEqual([{ year: 2024, value: 100 }]);
	});

	it('is unknown, not zero, in a year that has none of its taakvelden', () => {
		const rows = [row(2023, '6.1', 9000), row(2024, '6.72', 1000)];
		expect(domainYears(youth, rows)[0]).toEqual({ year: 2023, value: null, missing: 'unknown' });
	});

	it('has a name that says what was added up', () => {
		expect(domainSeriesId(youth, 'jaarrekening')).toBe('iv3-6.72+6.73-jaarrekening-per-inwoner');
	});
});
