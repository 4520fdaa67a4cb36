import { describe, expect, it } from 'vitest';
import { textOf } from '../domain/sentence.fixture.ts';
import type { Reading } from '../domain/series.ts';
import { makeView, type ViewOptions } from './indicator-view.ts';

const reading = (
	area: string,
	period: number,
	value: number | null,
	change: Partial<Reading> = {}
): Reading => ({
	area,
	period,
	value,
	table: '50090ned',
	boundaries: 2020,
	status: value === null ? 'suppressed' : 'estimate',
	...change
});
const newer = { table: '50150ned', boundaries: 2024 };
const view = (readings: Reading[], change: Partial<ViewOptions> = {}) =>
	makeView({
		indicator: { unit: 'procent', phrase: 'van de inwoners is eenzaam' },
		breakdown: '18+',
		wholes: [{ code: 'GM1', label: 'Ergens' }],
		parts: ['A', 'B', 'C'].map((label) => ({ code: label, label })),
		names: { one: 'wijk', more: 'wijken' },
		readings,
		...change
	});

describe('makeView', () => {
	it('draws a trend over several years and ranks the last one, with what is hidden left out', () => {
		const { plot, dots, ranking, multiples, latest } = view([
			...['A', 'B', 'C'].flatMap((area, i) => [
				reading(area, 2016, 30 + i),
				reading(area, 2020, area === 'B' ? null : 40 + i)
			])
		]);
		expect(plot?.lines.map(({ area }) => area)).toEqual(['A', 'B', 'C']);
		expect(dots).toBeUndefined();
		expect(latest).toBe(2020);
		expect(ranking.map(({ code, value }) => [code, value])).toEqual([
			['C', 42],
			['A', 40]
		]);
		expect(multiples?.charts.map(({ code }) => code)).toEqual(['C', 'A', 'B']);
	});

	it('draws dots where there is one year only', () => {
		const { plot, dots } = view([reading('A', 2024, 10), reading('B', 2024, 30)]);
		expect(plot).toBeUndefined();
		expect(dots?.rows.map(({ code, x }) => [code, x > 0])).toEqual([
			['B', true],
			['A', true]
		]);
	});

	it('draws the newest table, keeps both in the table, and names what is mixed', () => {
		const { plot, rows, cautions } = view([
			reading('GM1', 2016, 80),
			reading('GM1', 2020, 81),
			reading('GM1', 2016, 80.4, newer),
			reading('GM1', 2020, 81.1, newer),
			reading('A', 2016, 79),
			reading('A', 2020, 80)
		]);
		expect(plot?.lines.find(({ area }) => area === 'GM1')?.dots.map(({ value }) => value)).toEqual([
			80.4, 81.1
		]);
		expect(rows.filter(({ code }) => code === 'GM1').map(({ table }) => table)).toEqual([
			'50090ned',
			'50150ned'
		]);
		expect(cautions[0]).toContain('uit dezelfde tabel (50090NED en 50150NED)');
	});

	it('puts tables that never share a year in one row, with a break between them', () => {
		const { plot, rows, cautions } = view([
			reading('A', 2020, 79),
			reading('A', 2024, 80, newer),
			reading('B', 2024, 70, newer)
		]);
		expect(
			rows.filter(({ code }) => code === 'A').map(({ cells }) => cells.map(({ value }) => value))
		).toEqual([[79, 80]]);
		expect(plot?.breaks).toHaveLength(1);
		expect(plot?.lines.find(({ area }) => area === 'A')?.guides).toEqual([]);
		expect(cautions.filter((each) => each.includes('tabel'))).toEqual([]);
	});

	it('says why a cell is empty: hidden by the source, or not there at all', () => {
		const { rows } = view([reading('A', 2016, 30), reading('A', 2020, null), reading('B', 2016, 31)]);
		const cells = Object.fromEntries(
			rows.map(({ code, cells }) => [code, cells.map(({ missing }) => missing)])
		);
		expect(cells).toEqual({ A: [undefined, 'suppressed'], B: [undefined, 'unknown'] });
	});

	it('says that a table does not go as far as another, with the years of each', () => {
		const { rows, spans } = view([
			reading('A', 2020, 30),
			reading('A', 2020, 31, newer),
			reading('A', 2024, null, newer),
			reading('B', 2020, 32)
		]);
		expect(rows.map(({ code, table, cells }) => [code, table, cells.map(({ missing }) => missing)])).toEqual([
			['A', '50090ned', [undefined, 'not-applicable']],
			['A', '50150ned', [undefined, 'suppressed']],
			['B', '50090ned', [undefined, 'not-applicable']]
		]);
		expect(spans).toEqual([
			{ table: '50090ned', periods: [2020] },
			{ table: '50150ned', periods: [2020, 2024] }
		]);
		expect(view([reading('A', 2020, 30), reading('B', 2016, 32)]).spans).toEqual([]);
	});

	it('tells a wijk and its buurt of one name apart, in rows, sentence and small charts alike', () => {
		const { rows, sentence, multiples, ranking, wholes } = view(
			[2016, 2020].flatMap((year) => [
				reading('WK196900', year, 30),
				reading('BU19690000', year, 40),
				reading('BU19690001', year, 20)
			]),
			{
				wholes: [{ code: 'WK196900', label: 'Grootegast' }],
				parts: [
					{ code: 'BU19690000', label: 'Grootegast' },
					{ code: 'BU19690001', label: 'Doezum' }
				],
				names: { one: 'buurt', more: 'buurten' }
			}
		);
		expect(rows.map(({ label }) => label)).toEqual(['Grootegast (wijk)', 'Grootegast (buurt)', 'Doezum']);
		expect(wholes[0]!.label).toBe('Grootegast (wijk)');
		expect(ranking[0]!.label).toBe('Grootegast (buurt)');
		expect(multiples!.reference!.label).toBe('Grootegast (wijk)');
		const text = textOf(sentence);
		expect(text).toContain('Grootegast (wijk), 2020: 30,0%');
		expect(text).toContain('Het hoogst was het in 2020 in Grootegast (buurt) (40,0%)');
	});
});
