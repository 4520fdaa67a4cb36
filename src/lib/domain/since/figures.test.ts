import { describe, expect, test } from 'vitest';
import type { Source } from '../../schema/source.ts';
import { measuredSeries } from '../verdict/gather.ts';
import { figureChanges, knownBetween, type PlacedFigure } from './figures.ts';

const figure = (change: Partial<PlacedFigure>): PlacedFigure => ({
	indicator: 'gezondheid',
	breakdown: '18+',
	table: 't2020',
	boundaries: 2020,
	period: 2020,
	area: 'GM0001',
	name: 'Ergens',
	value: 70,
	...change
});
const later = (change: Partial<PlacedFigure>) => figure({ table: 't2024', boundaries: 2024, ...change });
const source = (id: string, published?: string): Source => ({
	id,
	kind: 'table',
	title: id,
	publisher: 'CBS',
	licence: 'CC BY 4.0',
	published
});

const figures = [
	figure({ period: 2016, value: 68 }),
	figure({}),
	figure({ area: 'BU00010001', name: 'Noord', value: 60 }),
	figure({ area: 'BU00010002', name: 'Zuid', value: 61 }),
	figure({ area: 'BU00010003', name: 'Oost', value: 62 }),
	figure({ area: 'BU00010004', name: 'West', value: 63 }),
	later({ value: 70.4 }),
	later({ area: 'BU00010001', name: 'Noord', value: 60 }),
	later({ area: 'BU00010002', name: 'Zuid', value: 63.5 }),
	// The code of another area now, and one that is hidden now.
	later({ area: 'BU00010003', name: 'Nieuw-Oost', value: 50 }),
	later({ area: 'BU00010004', name: 'West', value: null }),
	later({ period: 2024, value: 72 })
];

describe('what became known of the figures of a gemeente', () => {
	test('a first figure counts from the end of its period, a revision from the end of its table', () => {
		const changes = figureChanges(figures, []);
		expect(changes.map(({ kind, period, table, from, day }) => [kind, period, table, from, day])).toEqual([
			['new', 2016, 't2020', undefined, '2016-12-31'],
			['new', 2020, 't2020', undefined, '2020-12-31'],
			['revised', 2020, 't2024', 't2020', '2024-12-31'],
			['new', 2024, 't2024', undefined, '2024-12-31']
		]);
	});

	test('with a day of publication all figures of a table count from that day', () => {
		const days = figureChanges(figures, [source('t2024', '2025-03-01')]).map(({ day }) => day);
		expect(days).toEqual(['2016-12-31', '2020-12-31', '2025-03-01', '2025-03-01']);
	});

	test('counts in how many areas a figure was revised, and names the largest difference', () => {
		const revised = figureChanges(figures, []).find(({ kind }) => kind === 'revised')!;
		expect(revised.whole).toEqual({ before: 70, now: 70.4 });
		expect(revised.levels).toEqual([
			{
				level: 'buurt',
				before: 3,
				now: 3,
				compared: 2,
				changed: 1,
				largest: { area: 'BU00010002', before: 61, now: 63.5 }
			}
		]);
	});

	test('a period without any figure is no news', () => {
		expect(figureChanges([figure({ value: null })], [])).toEqual([]);
	});

	test('counts from the same days as verdicts do', () => {
		const own = figures.filter(({ area }) => area === 'GM0001');
		const rows = own.map((each) => ({ ...each, lower: null, upper: null, n: null }));
		const { series } = measuredSeries({ rows, sources: [], indicators: [] }, 'gezondheid', '18+');
		expect(
			figureChanges(own, [])
				.map(({ period, table, day }) => `${period} ${table} ${day}`)
				.toSorted()
		).toEqual(series.map(({ period, table, known }) => `${period} ${table} ${known}`).toSorted());
	});
});

test('between two days counts what became known after the first, the last day included', () => {
	const periods = (from: string, to: string) =>
		knownBetween(figureChanges(figures, []), from, to).map(({ period }) => period);
	expect(periods('2016-12-31', '2020-12-31')).toEqual([2020]);
	expect(periods('2016-12-30', '2020-12-30')).toEqual([2016]);
	expect(periods('2020-12-31', '2020-12-31')).toEqual([]);
});
