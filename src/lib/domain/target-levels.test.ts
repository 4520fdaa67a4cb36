import { describe, expect, it } from 'vitest';
import type { Target } from '../schema/goal.ts';
import { targetLevels } from './target-levels.ts';

const target = (change: Partial<Target>): Target => ({
	id: 't',
	indicator: 'overgewicht',
	title: 'Overgewicht stijgt niet',
	wanted: 'not-risen',
	decidedBy: 'de raad',
	since: '2021-05-31',
	source: { document: '003', place: 'bijlage 4' },
	...change
});
const own = {
	area: 'GM1969',
	points: [2012, 2016, 2020].map((period, i) => ({
		area: 'GM1969',
		table: 't',
		boundaries: 2020,
		period,
		value: [49, 51.8, 52.7][i]!,
		status: 'estimate' as const
	}))
};
const figures = new Map([
	['wk-057', { value: '51.8', unit: 'procent' as const, area: 'Westerkwartier', breakdown: '' }],
	['wk-044', { value: '45', unit: 'procent' as const, area: 'Marum', breakdown: '' }],
	['wk-045', { value: '43', unit: 'procent' as const, area: 'Grootegast', breakdown: '' }],
	['wk-046', { value: '40', unit: 'procent' as const, area: 'Zuidhorn', breakdown: '' }],
	['wk-051', { value: '44', unit: 'procent' as const, area: 'Westerkwartier', breakdown: 'klas 2 en 4 vo' }],
	['wk-061', { value: '36', unit: 'aantal' as const, area: 'Westerkwartier', breakdown: '' }]
]);
const context = {
	indicator: 'overgewicht',
	breakdown: '18+' as const,
	usual: '18+' as const,
	unit: 'procent' as const,
	area: 'Westerkwartier',
	own,
	figures
};

describe('targetLevels', () => {
	it('draws the figure that the source names as its baseline', () => {
		const targets = [target({ baseline: { date: '2016', figures: ['wk-057'] } })];
		expect(targetLevels(targets, context)).toEqual({
			levels: [{ value: 51.8, kind: 'baseline', label: 'uitgangspunt 2016: 51,8%', from: 2016, dues: [] }],
			notes: [{ titles: ['Overgewicht stijgt niet'], text: '' }]
		});
	});

	it('takes the measurement of the year where the source names no figure, and says so', () => {
		const { levels, notes } = targetLevels(
			[target({ baseline: { date: '2020-01-01', figures: [] } })],
			context
		);
		expect(levels).toEqual([
			{ value: 52.7, kind: 'baseline', label: 'meting 2020 als uitgangspunt: 52,7%', from: 2020, dues: [] }
		]);
		expect(notes[0]?.text).toContain('noemt geen cijfer');
	});

	it('draws figures of other areas apart, the lowest and the highest, and names them all', () => {
		const { levels, notes } = targetLevels(
			[target({ baseline: { date: '2016', figures: ['wk-044', 'wk-045', 'wk-046'] } })],
			context
		);
		expect(levels).toEqual([
			{ value: 40, kind: 'apart', label: 'raadsstuk, Zuidhorn: 40% (andere reeks)', from: 2016, dues: [] },
			{ value: 45, kind: 'apart', label: 'raadsstuk, Marum: 45% (andere reeks)', from: 2016, dues: [] }
		]);
		expect(notes[0]?.text).toContain('Marum 45%, Grootegast 43% en Zuidhorn 40%');
	});

	it('draws each of two figures of the area itself', () => {
		const figure = { value: '50', unit: 'procent' as const, area: 'Westerkwartier', breakdown: '' };
		const { levels } = targetLevels([target({ baseline: { date: '2016', figures: ['wk-057', 'x'] } })], {
			...context,
			figures: new Map([...figures, ['x', figure]])
		});
		expect(levels.map(({ kind, label }) => [kind, label])).toEqual([
			['baseline', 'uitgangspunt 2016: 51,8%'],
			['baseline', 'uitgangspunt 2016: 50%']
		]);
	});

	it('draws a series of the source itself apart, though it is of the same area', () => {
		const baseline = { date: '2016', figures: ['wk-057'], series: 'figures' as const };
		const { levels, notes } = targetLevels([target({ baseline })], context);
		expect(levels).toEqual([
			{
				value: 51.8,
				kind: 'apart',
				label: 'raadsstuk, Westerkwartier: 51,8% (andere reeks)',
				from: 2016,
				dues: []
			}
		]);
		expect(notes[0]?.text).toContain('Dat is een andere reeks');
	});

	it('draws no baseline of another unit or group, or from a year without a measurement, and says why', () => {
		for (const [baseline, why] of [
			[{ date: '2016', figures: ['wk-061'] }, 'andere eenheid'],
			[{ date: '2016', figures: ['wk-044', 'wk-051'] }, 'andere groep'],
			[{ date: '2018', figures: [] }, 'geen meting']
		] as const) {
			const { levels, notes } = targetLevels(
				[target({ baseline: { date: baseline.date, figures: [...baseline.figures] } })],
				context
			);
			expect(levels).toEqual([]);
			expect(notes[0]?.text).toContain(why);
		}
	});

	it('draws one rule for two targets with the same start', () => {
		const baseline = { date: '2016', figures: ['wk-057'] };
		const { levels, notes } = targetLevels(
			[target({ baseline }), target({ id: 'u', title: 'Hetzelfde, later', baseline })],
			context
		);
		expect(levels).toHaveLength(1);
		expect(notes).toEqual([{ titles: ['Overgewicht stijgt niet', 'Hetzelfde, later'], text: '' }]);
	});

	it.each([
		['not-risen', 'niet hoger dan 51,8%'],
		['not-fallen', 'niet lager dan 51,8%'],
		['rises', 'hoger dan 51,8%'],
		['falls', 'lager dan 51,8%']
	] as const)('marks on its day what a promise without a value asks: %s', (wanted, bound) => {
		const baseline = { date: '2016', figures: ['wk-057'] };
		const { levels } = targetLevels([target({ wanted, baseline, deadline: '2023-01-01' })], context);
		expect(levels[0]?.dues).toEqual([
			{ at: 2022.5, day: '1 januari 2023', text: `afgesproken op 1 januari 2023: ${bound}` }
		]);
	});

	it('draws what two promises start from once, with the day of each', () => {
		const own = { baseline: { date: '2016', figures: ['wk-057'] }, wanted: 'falls' as const };
		const { levels } = targetLevels(
			[target({ ...own, deadline: '2020-01-01' }), target({ ...own, deadline: '2023-01-01' })],
			context
		);
		expect(levels.map(({ label, dues }) => [label, dues.map(({ day }) => day)])).toEqual([
			['uitgangspunt 2016: 51,8%', ['1 januari 2020', '1 januari 2023']]
		]);
	});

	it('never tells a day as agreed that this site chose', () => {
		const baseline = { date: '2016', figures: ['wk-057'] };
		const { levels } = targetLevels(
			[
				target({
					baseline,
					deadline: '2023-01-01',
					deadlineOrigin: 'derived',
					deadlineNote: 'Zo lang liep het.'
				})
			],
			context
		);
		expect(levels[0]?.dues[0]?.text).toBe(
			'afgesproken: niet hoger dan 51,8%; deze site rekent met 1 januari 2023 als einddatum'
		);
	});

	it('names no value on the day where the start is of another series', () => {
		const baseline = { date: '2016', figures: ['wk-057'], series: 'figures' as const };
		const { levels } = targetLevels([target({ baseline, deadline: '2023-01-01' })], context);
		expect(levels[0]?.dues[0]?.text).toBe('afgesproken op 1 januari 2023: niet hoger dan het uitgangspunt');
	});

	it('draws what is to be reached with its date, and leaves out other indicators and groups', () => {
		const reached = target({ wanted: 'at-least', value: 20, deadline: '2023-01-01' });
		expect(targetLevels([reached], context).levels).toEqual([
			{
				value: 20,
				kind: 'target',
				label: 'afgesproken op 1 januari 2023: 20,0%',
				dues: [{ at: 2022.5, day: '1 januari 2023' }]
			}
		]);
		expect(
			targetLevels(
				[
					{ ...reached, breakdown: '65+' },
					{ ...reached, indicator: 'roken' }
				],
				context
			)
		).toEqual({ levels: [], notes: [] });
	});
});
