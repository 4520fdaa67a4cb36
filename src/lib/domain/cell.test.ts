import { expect, test } from 'vitest';
import { formatCell } from './cell.ts';

test.each<[name: string, cell: number, shown: string]>([
	['jaar', 2020, '2020'],
	['Peiljaar', 2020, '2020'],
	['peil_jaar', 2020, '2020'],
	['year', 2020, '2020'],
	['grenzen', 2024, '2024'],
	['buurtcode', 6370101, '6370101'],
	['Wijk', 63701, '63701'],
	['gemeentenummer', 1783, '1783'],
	['inwoners', 2020, '2.020'],
	['bezoeken per jaar', 2020, '2.020'],
	['aantal buurten', 6370, '6.370'],
	['wijkbudget', 6370101, '6.370.101'],
	['from_boundaries', 2020, '2020'],
	['van_jaar', 2020, '2020'],
	['jaar_van_begin', 2020, '2020'],
	['deel', 1.2e-7, '1,2E-7'],
	['deel', -1e-9, '-1E-9'],
	['deel', 0.0000049, '4,9E-6'],
	['deel', 0.1234567, '0,123457'],
	['deel', -0, '0'],
	['deel', 1e300, '1E300'],
	['deel', NaN, 'geen getal'],
	['jaar', -Infinity, '-oneindig'],
	['jaar', 12.5, '12,5'],
	['jaarbudget', 250000, '250.000']
])('%s %d', (name, cell, shown) => {
	expect(formatCell(cell, { name, kind: 'number' })).toBe(shown);
});
