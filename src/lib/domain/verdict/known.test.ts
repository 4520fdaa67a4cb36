import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsKnownOn, type TableRow } from './known.ts';

const row = (own: Partial<TableRow>): TableRow => ({
	indicator: 'eenzaamheid',
	breakdown: '65+',
	table: 'oud',
	boundaries: 2020,
	period: 2016,
	value: 40,
	...own
});
const shown = (rows: readonly TableRow[]) => rows.map(({ table, period }) => `${table} ${period}`);

describe('what was known of tables on a day', () => {
	const old = [row({ period: 2016 }), row({ period: 2020 })];
	const revised = [2016, 2020, 2024].map((period) => row({ table: 'nieuw', boundaries: 2024, period }));

	it('starts at the end of a period where nobody knows the day of publication', () => {
		expect(shown(rowsKnownOn(old, [], '2016-12-30'))).toEqual([]);
		expect(shown(rowsKnownOn(old, [], '2016-12-31'))).toEqual(['oud 2016']);
		expect(shown(rowsKnownOn(old, [], '2020-12-31'))).toEqual(['oud 2016', 'oud 2020']);
	});

	it('starts on the day of publication where it is known', () => {
		const sources = [{ id: 'oud', published: '2021-09-01' }];
		expect(rowsKnownOn(old, sources, '2021-08-31')).toEqual([]);
		expect(shown(rowsKnownOn(old, sources, '2021-09-01'))).toEqual(['oud 2016', 'oud 2020']);
	});

	it('takes a revision only from the end of the last period of its table', () => {
		const all = [...old, ...revised];
		expect(shown(rowsKnownOn(all, [], '2021-12-31'))).toEqual(['oud 2016', 'oud 2020']);
		expect(shown(rowsKnownOn(all, [], '2024-12-31'))).toEqual([...shown(old), ...shown(revised)]);
	});

	it('keeps back a missing figure of a later period than any figure of its table', () => {
		const missing = row({ table: 'nieuw', boundaries: 2024, period: 2026, value: null });
		const other = row({ period: 2026 });
		const known = rowsKnownOn([...old, ...revised, other, missing], [], '2025-01-01');
		expect(shown(known)).toEqual([...shown(old), ...shown(revised)]);
	});

	it('keeps back a revision of an area that the older table did not have, as of every other area', () => {
		const elsewhere = { ...revised[0]!, value: 41 };
		expect(shown(rowsKnownOn([...old, ...revised, elsewhere], [], '2022-01-01'))).toEqual(shown(old));
	});
});

it('never shows a figure before its period has ended, and never takes one back', () => {
	const rows = fc.array(
		fc.record({
			indicator: fc.constantFrom('a', 'b'),
			breakdown: fc.constantFrom('18+', '65+'),
			table: fc.constantFrom('oud', 'nieuw'),
			boundaries: fc.constantFrom(2020, 2024),
			period: fc.integer({ min: 2010, max: 2026 }),
			value: fc.option(fc.integer({ min: 0, max: 100 }))
		}),
		{ maxLength: 30 }
	);
	const day = fc
		.date({ min: new Date('2010-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	fc.assert(
		fc.property(rows, day, day, (all, a, b) => {
			const [early, late] = [a, b].toSorted() as [string, string];
			const [before, after] = [rowsKnownOn(all, [], early), rowsKnownOn(all, [], late)];
			for (const { period } of before) expect(`${period}-12-31` <= early).toBe(true);
			expect(before.every((each) => after.includes(each))).toBe(true);
			expect(rowsKnownOn(all, [], '2100-01-01')).toHaveLength(all.length);
		})
	);
});
