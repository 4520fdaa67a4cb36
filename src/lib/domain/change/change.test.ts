import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../schema/indicator.ts';
import type { TidyRow } from '../../schema/tidy.ts';
import { compareTables, isSame } from './compare.ts';
import { reasonsToAccept, summary, tellChange } from './tell.ts';

const row = (area: string, period: number, value: number | null, own: Partial<TidyRow> = {}): TidyRow => ({
	indicator: 'roken',
	area,
	period: String(period),
	breakdown: '18+',
	value,
	lower: null,
	upper: null,
	n: null,
	status: value === null ? 'suppressed' : 'estimate',
	...own
});
const percent = (): Unit => 'procent';
const areas = Array.from({ length: 10 }, (_, i) => `WK00000${i}`);
/** Ten areas in three years; each year a little lower, and not everywhere the same. */
const table = areas.flatMap((area, i) =>
	[2016, 2020, 2022].map((period, j) => row(area, period, 20 + i - j - ((i * (j + 1)) % 5) / 5))
);
const compare = (before: readonly TidyRow[], now: readonly TidyRow[]) => compareTables(before, now, percent);
const changed = (index: number, value: number | null) =>
	table.map((each, i) => (i === index ? row(each.area, Number(each.period), value) : each));

describe('two versions of a table', () => {
	it('are the same in any order', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (shuffled) => {
				const change = compare(table, shuffled);
				expect(isSame(change)).toBe(true);
				expect(reasonsToAccept(change)).toEqual([]);
				expect(summary(change)).toBe('Er verandert niets.');
			})
		);
	});

	it('differ by new years and areas, which need no consent', () => {
		const change = compare(table.slice(0, 27), [...table, row('WK000000', 2024, 17)]);
		expect(change.areas.added).toEqual(['WK000009']);
		expect(change.periods.added).toEqual(['2024']);
		expect(reasonsToAccept(change)).toEqual([]);
	});

	it('need consent where something is gone', () => {
		const change = compare(table, table.slice(3));
		expect(change.areas.gone).toEqual(['WK000000']);
		expect(change.gone).toEqual([]);
		expect(reasonsToAccept(change)).toEqual(['Er verdwijnt 1 gebied: WK000000.']);
		expect(reasonsToAccept(compare(table, table.slice(1)))[0]).toContain('Er verdwijnt 1 cijfer');
	});

	it('need consent where a figure is gone, not where one came', () => {
		expect(reasonsToAccept(compare(table, changed(4, null)))).toEqual(['1 cijfer wordt leeg.']);
		expect(reasonsToAccept(compare(changed(4, null), table))).toEqual([]);
	});

	it('need consent where a revision is large, or where there are many', () => {
		const small = compare(table, changed(4, table[4]!.value! + 0.1));
		expect(small.revised).toHaveLength(1);
		expect(reasonsToAccept(small)).toEqual([]);
		expect(reasonsToAccept(compare(table, changed(4, 90)))).toEqual([
			'1 cijfer verschilt veel meer dan gewoon is in deze reeks.'
		]);
		const many = compare(
			table,
			table.map((each) => ({ ...each, value: each.value! + 0.1 }))
		);
		expect(reasonsToAccept(many)[0]).toContain('meer dan 1 op de 20');
	});
});

describe('a figure that is far from what was to be expected', () => {
	const next = (odd: number) => [
		...table,
		...areas.map((area, i) => row(area, 2024, i === 5 ? odd : 17 + i - ((i * 4) % 5) / 5))
	];

	it('is held against how other areas changed', () => {
		expect(compare(table, next(60)).outliers.map(({ row: { area } }) => area)).toEqual(['WK000005']);
		expect(compare(table, next(22)).outliers).toEqual([]);
	});

	it('is held against its own history where that is long enough', () => {
		const history = [2012, 2013, 2014, 2015, 2016].map((year, i) => row('GM0637', year, 10 + (i % 2)));
		const change = compare(history, [...history, row('GM0637', 2017, 30)]);
		expect(change.outliers).toMatchObject([{ against: 'own', number: 5 }]);
	});
});

describe('the report', () => {
	it('says what must be accepted, and shows old and new with the difference', () => {
		const text = tellChange(compare(table, changed(4, 90)), 'Proef', percent);
		expect(text).toContain('# Wat er verandert: Proef');
		expect(text).toContain('**Dit gaat alleen door met `--accept`:**');
		expect(text).toMatch(/\| roken 18\+ WK000001 2020 \| 19,6 \| 90 \| 70,4 procentpunt \(groot\) \|/);
		expect(text).toBe(tellChange(compare(table, changed(4, 90)), 'Proef', percent));
	});
});
