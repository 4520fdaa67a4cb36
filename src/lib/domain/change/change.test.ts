import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TidyRow } from '../../schema/tidy.ts';
import { reasonsToAccept } from './accept.ts';
import { compareTables, isSame, type TableChange } from './compare.ts';
import { summary, tellChange } from './tell.ts';
import type { Names } from './words.ts';

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
const names: Names = {
	unitOf: () => 'procent',
	indicator: (id) => (id === 'roken' ? 'Roken' : undefined),
	area: (code) => (code === 'WK000001' ? 'Oost' : undefined)
};
const reasonsFor = (change: TableChange) => reasonsToAccept(change, names);
const areas = Array.from({ length: 10 }, (_, i) => `WK00000${i}`);
/** Ten areas in three years; each year a little lower, and not everywhere the same. */
const table = areas.flatMap((area, i) =>
	[2016, 2020, 2022].map((period, j) => row(area, period, 20 + i - j - ((i * (j + 1)) % 5) / 5))
);
const compare = (before: readonly TidyRow[], now: readonly TidyRow[]) =>
	compareTables(before, now, names.unitOf);
const changed = (index: number, value: number | null) =>
	table.map((each, i) => (i === index ? row(each.area, Number(each.period), value) : each));

describe('two versions of a table', () => {
	it('are the same in any order', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (shuffled) => {
				const change = compare(table, shuffled);
				expect(isSame(change)).toBe(true);
				expect(reasonsFor(change)).toEqual([]);
				expect(summary(change)).toBe('Er verandert niets.');
			})
		);
	});

	it('differ by new years and areas, which need no consent', () => {
		const change = compare(table.slice(0, 27), [...table, row('WK000000', 2024, 17)]);
		expect(change.areas.added).toEqual(['WK000009']);
		expect(change.periods.added).toEqual(['2024']);
		expect(reasonsFor(change)).toEqual([]);
	});

	it('need consent where something is gone', () => {
		const change = compare(table, table.slice(3));
		expect(change.areas.gone).toEqual(['WK000000']);
		expect(change.gone).toEqual([]);
		expect(reasonsFor(change)).toEqual(['Er verdwijnt 1 gebied: WK000000.']);
		expect(reasonsFor(compare(table, table.slice(1)))[0]).toContain('Er verdwijnt 1 cijfer');
	});

	it('need consent where a figure is gone, not where one came', () => {
		expect(reasonsFor(compare(table, changed(4, null)))).toEqual(['1 cijfer wordt leeg.']);
		expect(reasonsFor(compare(changed(4, null), table))).toEqual([]);
	});

	it('need consent where a revision is large, or where there are many', () => {
		const small = compare(table, changed(4, table[4]!.value! + 0.1));
		expect(small.revised).toHaveLength(1);
		expect(reasonsFor(small)).toEqual([]);
		expect(reasonsFor(compare(table, changed(4, 90)))).toEqual([
			'1 cijfer verschilt veel meer dan gewoon is in deze reeks.'
		]);
		const many = compare(
			table,
			table.map((each) => ({ ...each, value: each.value! + 0.1 }))
		);
		expect(reasonsFor(many)[0]).toContain('meer dan 1 op de 20');
	});
});

describe('a status', () => {
	const withStatus = (status: TidyRow['status'], indexes: readonly number[]) =>
		table.map((each, i) => (indexes.includes(i) ? { ...each, status } : each));

	it('is named, and needs consent where it becomes firmer', () => {
		const provisional = withStatus('provisional', [0, 1, 2]);
		const firmer = compare(provisional, withStatus('definitive', [0, 1, 2]));
		expect(summary(firmer)).toBe('Er verandert: 3 cijfers met een andere status.');
		expect(reasonsFor(firmer)).toEqual(['3 cijfers gaan van voorlopig naar definitief: Roken.']);
		expect(tellChange(firmer, 'Proef', names)).toContain(
			'| Roken (18+), WK000000, 2016 | voorlopig | definitief |'
		);
		expect(reasonsFor(compare(table, withStatus('definitive', [0])))).toEqual([
			'1 cijfer gaat van schatting naar definitief: Roken.'
		]);
		expect(reasonsFor(compare(withStatus('definitive', [0]), provisional.slice(0)))).toEqual([
			'2 cijfers gaan van schatting naar voorlopig: Roken.'
		]);
		const softer = compare(withStatus('definitive', [0]), withStatus('provisional', [0]));
		expect(summary(softer)).toBe('Er verandert: 1 cijfer met een andere status.');
		expect(reasonsFor(softer)).toEqual([]);
	});

	it('counts beside another value too', () => {
		const now = table.map((each, i) =>
			i === 0 ? { ...each, value: 20.1, status: 'definitive' as const } : each
		);
		expect(reasonsFor(compare(table, now))).toEqual(['1 cijfer gaat van schatting naar definitief: Roken.']);
	});

	it('needs consent where another reason is given why there is no figure', () => {
		const without = (status: TidyRow['status']) =>
			table.map((each, i) => (i < 2 ? { ...each, value: null, status } : each));
		const change = compare(without('unknown'), without('suppressed'));
		expect(summary(change)).toBe('Er verandert: 2 cijfers met een andere status.');
		expect(reasonsFor(change)).toEqual([
			'Bij 2 cijfers die ontbreken is de reden niet meer "onbekend" maar "verborgen": Roken.'
		]);
		expect(tellChange(change, 'Proef', names)).toContain('| onbekend | verborgen |');
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
	it('keeps groups apart, and counts them in plain Dutch', () => {
		const other = table.flatMap((each) => [
			each,
			{ ...each, breakdown: '65+' as const },
			{ ...each, breakdown: 'herkomst=europa-zonder-nederland;leeftijd=18-plus' as const }
		]);
		const change = compare(other, table);
		expect(reasonsFor(change)).toEqual([
			'Er verdwijnen 2 groepen: Roken (65+), Roken (herkomst: europa zonder nederland; leeftijd: 18 plus).'
		]);
		const gone = compare(table, table.slice(2));
		expect(reasonsFor(gone)).toEqual([
			'Er verdwijnen 2 cijfers: Roken (18+), WK000000, 2016; Roken (18+), WK000000, 2020.'
		]);
	});

	it('says why a figure that is lost is not there', () => {
		expect(tellChange(compare(table, changed(4, null)), 'Proef', names)).toContain('| 19,6 | verborgen |');
	});

	it('says what must be accepted, and shows old and new with the difference', () => {
		const text = tellChange(compare(table, changed(4, 90)), 'Proef', names);
		expect(text).toContain('# Wat er verandert: Proef');
		expect(text).toContain('**Dit gaat alleen door met `--accept`:**');
		expect(text).toMatch(
			/\| Roken \(18\+\), Oost \(WK000001\), 2020 \| 19,6 \| 90 \| 70,4 procentpunt \(groot\) \|/
		);
		expect(text).toBe(tellChange(compare(table, changed(4, 90)), 'Proef', names));
	});
});
