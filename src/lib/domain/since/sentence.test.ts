import { describe, expect, test } from 'vitest';
import type { FigureChange } from '../../schema/model.ts';
import {
	countFigures,
	isWithin,
	tellCounts,
	tellReach,
	tellRevised,
	tellWithin,
	usualStart
} from './sentence.ts';

test('what changed is told in numbers, and nothing as nothing', () => {
	expect(tellCounts({ verdicts: 1, fresh: 12, revised: 0, texts: 2 })).toBe(
		'1 ander oordeel, 12 nieuwe metingen en 2 andere afspraken, definities of verbindingen.'
	);
	expect(tellCounts({ verdicts: 0, fresh: 0, revised: 0, texts: 0 })).toBe('er is niets veranderd.');
	expect(countFigures([{ kind: 'new' }, { kind: 'gone' }, { kind: 'revised' }, { kind: 'new' }])).toEqual({
		fresh: 2,
		revised: 1
	});
});

describe('areas', () => {
	const wijk = { level: 'wijk' as const, before: 0, now: 1, compared: 0, changed: 0 };
	const buurt = { level: 'buurt' as const, before: 61, now: 62, compared: 60, changed: 44 };

	test('are counted per kind, those without a figure left out', () => {
		expect(tellReach([wijk, buurt], 'now')).toBe('1 wijk en 62 buurten');
		expect(tellReach([wijk, buurt], 'before')).toBe('61 buurten');
		expect(tellReach([], 'now')).toBe('');
	});

	test('that have a figure where the gemeente has none are told', () => {
		const change = (whole: FigureChange['whole'], levels = [wijk]) => ({ whole, levels }) as FigureChange;
		const [within, own] = [change(undefined), change({ before: null, now: 41.5 })];
		expect([within, own, change(undefined, [])].map((each) => isWithin(each, 'now'))).toEqual([
			true,
			false,
			false
		]);
		expect(tellWithin([within, own, within], 'Westland')).toBe(
			'2 van de 3 zijn er alleen voor wijken of buurten: voor Westland als geheel kwam er geen cijfer bij.'
		);
		expect(tellWithin([within], 'Westland')).toMatch(/^Ze zijn er alleen/);
		expect(tellWithin([own], 'Westland')).toBeUndefined();
	});

	test('whose figure was revised are told apart from those that came and went', () => {
		expect(tellRevised(buurt)).toBe('44 van de 60 buurten anders (en 2 nieuw en 1 zonder nieuw cijfer)');
		expect(tellRevised({ ...buurt, before: 60, now: 60 })).toBe('44 van de 60 buurten anders');
	});
});

describe('the usual start', () => {
	const starts = { asOf: '2026-11-23', reports: [], figures: [] };

	test('is a release, then the newest report, then the day before the newest figure', () => {
		const [reports, figures] = [
			['2018-04-26', '2021-12-31'],
			['2020-12-31', '2024-12-31']
		];
		expect(usualStart({ ...starts, release: '2025-01-01', reports, figures })).toBe('2025-01-01');
		expect(usualStart({ ...starts, reports, figures })).toBe('2021-12-31');
		expect(usualStart({ ...starts, figures })).toBe('2024-12-30');
		expect(usualStart(starts)).toBe('2026-11-22');
	});

	test('is always before the day on which the site stands', () => {
		const late = ['2027-01-01', '2026-11-23'];
		expect(usualStart({ ...starts, reports: late, figures: late })).toBe('2026-11-22');
	});
});
