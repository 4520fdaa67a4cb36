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
	['jaar', 12.5, '12,5'],
	['jaarbudget', 250000, '250.000']
])('%s %d', (name, cell, shown) => {
	expect(formatCell(cell, { name, kind: 'number' })).toBe(shown);
});
