import { describe, expect, it } from 'vitest';
import { textOf } from './sentence.fixture.ts';
import { tellTrend } from './sentence.ts';
import type { Series } from './series.ts';

function series(
	area: string,
	values: Record<number, number | null>,
	tables: Record<number, string> = {}
): Series {
	return {
		area,
		points: Object.entries(values).map(([period, value]) => ({
			area,
			table: tables[Number(period)] ?? '50090ned',
			boundaries: 2020,
			period: Number(period),
			value,
			status: value === null ? 'suppressed' : 'estimate'
		}))
	};
}

const whole = { code: 'GM1', label: 'Ergens' };
const parts = ['Noord', 'Midden', 'Zuid'].map((label) => ({ code: label, label }));
const names = { one: 'wijk', more: 'wijken' };
const indicator = { unit: 'procent' as const, phrase: 'van de inwoners is eenzaam' };

describe('tellTrend', () => {
	it('tells the whole, the steps of the parts, and the extremes', () => {
		const all = [
			series('GM1', { 2016: 40, 2020: 41.5 }),
			series('Noord', { 2016: 40, 2020: 44 }),
			series('Midden', { 2016: 39, 2020: 38.5 }),
			series('Zuid', { 2016: 38, 2020: 40 })
		];
		expect(textOf(tellTrend({ indicator, whole, parts, names, series: all }))).toBe(
			'Ergens, 2020: 41,5% van de inwoners is eenzaam; in 2016 was dat 40,0%. In 2 van de 3 wijken was het cijfer in 2020 hoger dan in 2016, in 1 lager. ' +
				'Het hoogst was het in 2020 in Noord (44,0%), het laagst in Midden (38,5%).'
		);
	});

	it('names all that are highest or lowest together, and counts them where they are many', () => {
		const told = (...values: number[]) => {
			const many = values.map((_, i) => ({ code: `W${i + 1}`, label: `W${i + 1}` }));
			const all = values.map((value, i) => series(`W${i + 1}`, { 2020: value }));
			return textOf(tellTrend({ indicator, whole: undefined, parts: many, names, series: all }));
		};
		expect(told(53.8, 53.8, 38)).toBe(
			'In 2020 was het cijfer het hoogst in W1 en W2: 53,8% van de inwoners is eenzaam. Het laagst was het in W3: 38,0%.'
		);
		expect(told(50, 38, 38, 38, 38)).toContain('in W1: 50,0%');
		expect(told(50, 38, 38, 38, 38)).toContain('Het laagst was het in 4 wijken: 38,0%.');
		expect(told(38, 38, 38)).toBe('In 2020 was het cijfer in alle 3 wijken gelijk: 38,0%.');
		expect(told(38, 38)).toBe('In 2020 was het cijfer in beide wijken gelijk: 38,0%.');
	});

	it('says where a part stayed the same', () => {
		const all = parts.map(({ code }, i) => series(code, { 2016: 40, 2020: 40 + i }));
		expect(textOf(tellTrend({ indicator, whole: undefined, parts, names, series: all }))).toContain(
			'In 2 van de 3 wijken was het cijfer in 2020 hoger dan in 2016, in 1 gelijk. '
		);
	});

	it('says "alle" where every part went the same way', () => {
		const all = parts.map(({ code }, i) => series(code, { 2016: 40, 2020: 30 + i }));
		expect(textOf(tellTrend({ indicator, whole: undefined, parts, names, series: all }))).toContain(
			'In alle 3 wijken was het cijfer in 2020 lager dan in 2016. '
		);
	});

	it('tells no step between two tables, and none from a hidden figure', () => {
		const broken = parts.map(({ code }, i) => series(code, { 2020: 40, 2024: 41 + i }, { 2024: '85984ned' }));
		expect(textOf(tellTrend({ indicator, whole: undefined, parts, names, series: broken }))).not.toContain(
			'dan in'
		);
		const hidden = parts.map(({ code }, i) => series(code, { 2016: null, 2020: 41 + i }));
		expect(textOf(tellTrend({ indicator, whole: undefined, parts, names, series: hidden }))).not.toContain(
			'dan in'
		);
	});

	it('tells a rate in its own words where only the parts have figures', () => {
		const all = parts.map(({ code }, i) => series(code, { 2024: 30 + i }));
		const rate = { unit: 'per-1000' as const, phrase: 'van elke 1.000 inwoners kregen Wmo-ondersteuning' };
		expect(textOf(tellTrend({ indicator: rate, whole, parts, names, series: all }))).toBe(
			'In 2024 was het cijfer het hoogst in Zuid: 32 van elke 1.000 inwoners kregen Wmo-ondersteuning. Het laagst was het in Noord: 30.'
		);
	});

	it('ranks no counts as if areas were as large as each other, and says so', () => {
		const all = [
			series('GM1', { 2024: 900 }),
			...parts.map(({ code }, i) => series(code, { 2024: 300 + i }))
		];
		const counts = { unit: 'aantal' as const, phrase: 'mensen kregen bijstand' };
		expect(textOf(tellTrend({ indicator: counts, whole, parts, names, series: all }))).toBe(
			'Ergens, 2024: 900 mensen kregen bijstand. Het grootste aantal was er in 2024 in Zuid (302), ' +
				'het kleinste in Noord (300). Wijken verschillen in grootte: vergelijk aantallen met zorg.'
		);
	});

	it('tells what a reader compares with, each with its own year', () => {
		const all = [
			series('GM1', { 2020: 40 }),
			series('GM2', { 2016: 30, 2020: 31.2 }),
			series('GM3', { 2016: 45, 2020: null }),
			series('GM4', { 2020: null })
		];
		const compared = ['GM2', 'GM3', 'GM4'].map((code) => ({ code, label: code }));
		expect(textOf(tellTrend({ indicator, whole, compared, parts: [], names, series: all }))).toBe(
			'Ergens, 2020: 40,0% van de inwoners is eenzaam. Per wijk zijn er geen cijfers. ' +
				'Ter vergelijking: GM2 31,2% (2020) en GM3 45,0% (2016). Van de gemeente GM4 is er geen cijfer.'
		);
	});

	it('says so where the parts have no figure as new as the whole', () => {
		const all = [
			series('GM1', { 2020: 70, 2024: 76 }),
			...parts.map(({ code }, i) => series(code, { 2020: 60 + i }))
		];
		expect(textOf(tellTrend({ indicator, whole, parts, names, series: all }))).toBe(
			'Ergens, 2024: 76,0% van de inwoners is eenzaam; in 2020 was dat 70,0%. Per wijk zijn de nieuwste cijfers hier van 2020. ' +
				'Het hoogst was het in 2020 in Zuid (62,0%), het laagst in Noord (60,0%).'
		);
	});

	it('keeps the value, area, period and table of every figure', () => {
		const figures = tellTrend({
			indicator,
			whole,
			parts: [],
			names,
			series: [series('GM1', { 2020: 41.5 })]
		}).filter((part) => typeof part !== 'string');
		expect(figures).toEqual([{ text: '41,5%', value: 41.5, area: 'GM1', period: 2020, table: '50090ned' }]);
	});
});
