import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../schema/tracker.ts';
import { eventsIn } from './events.ts';
import { textOf } from './sentence.fixture.ts';

const event = (id: string, date: string, indicators: string[] = []): TimelineEvent => ({
	id,
	date,
	label: id,
	text: 'Tekst.',
	indicators,
	url: 'https://example.org/'
});
const health = new Set(['50090ned']);
const events = [
	event('corona', '2020-03-12/2022-03-23'),
	event('taken', '2015-01-01'),
	event('fusie', '2019-01-01', ['eenzaamheid']),
	event('later', '2023-01-01')
];

describe('events in a chart', () => {
	it('stand between the measurements of the years that they lie between', () => {
		const [taken, fusie, corona, ...more] = eventsIn(events, 'eenzaamheid', [2012, 2016, 2020], health);
		expect(more).toEqual([]);
		expect(taken).toMatchObject({ mark: 'a', from: 2014.5, to: 2014.5 });
		expect(fusie).toMatchObject({ mark: 'b', from: 2018.5 });
		expect(corona!.from).toBeGreaterThan(2019.5);
		expect(corona!.from).toBeLessThan(2020);
	});

	it('share a mark where they fall on one day', () => {
		const same = [event('een', '2019-01-01'), event('twee', '2019-01-01')];
		const [one, ...more] = eventsIn(same, 'eenzaamheid', [2016, 2020], health);
		expect(more).toEqual([]);
		expect(textOf(one!.told)).toBe('a: een (1 januari 2019). Tekst. twee (1 januari 2019). Tekst.');
	});

	it('end with the chart, and are told with their date', () => {
		const [, corona] = eventsIn(events, 'overgewicht', [2012, 2016, 2020], health);
		expect(corona!.to).toBe(2020);
		expect(textOf(corona!.told)).toBe('b: corona (12 maart 2020 tot en met 23 maart 2022). Tekst.');
	});

	it('are none where a chart has one year, or none', () => {
		expect(eventsIn(events, 'eenzaamheid', [2020], health)).toEqual([]);
		expect(eventsIn(events, 'eenzaamheid', [], health)).toEqual([]);
	});

	it('are told with figures of the tables that they are about, and not with others', () => {
		const survey = { ...event('vragenlijst', '2020-09-01'), tables: ['50090ned'] };
		expect(eventsIn([survey], 'bijstand', [2012, 2024], new Set(['84799ned']))).toEqual([]);
		expect(eventsIn([survey], 'eenzaamheid', [2012, 2024], health)).toHaveLength(1);
	});
});
