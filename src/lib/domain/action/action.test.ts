import { describe, expect, it } from 'vitest';
import type { Goal, Progress } from '../../schema/goal.ts';
import { dueOf, isAction, reportsUntil, silentAfterDue, stateOn } from './action.ts';

const report = (date: string, state: Progress['state']): Progress => ({
	date,
	state,
	text: 'Zo stond het.',
	source: { document: 'd', place: 'p' }
});
type Own = Pick<Goal, 'progress' | 'deadline' | 'period' | 'targets'>;
const action = (own: Partial<Own> = {}): Own => ({ progress: [], targets: [], ...own });

describe('what is an action', () => {
	it('is work, and a goal about the way of working', () => {
		expect(isAction({ kind: 'pilot', level: 'output' })).toBe(true);
		expect(isAction({ kind: 'goal', level: 'throughput' })).toBe(true);
	});

	it('is not a goal for people, a service or a result', () => {
		expect(isAction({ kind: 'goal', level: 'outcome' })).toBe(false);
		expect(isAction({ kind: 'service', level: 'output' })).toBe(false);
		expect(isAction({ kind: 'result', level: 'output' })).toBe(false);
	});
});

describe('when an action is due', () => {
	it('is its own deadline before the end of its period', () => {
		const own = action({ deadline: { kind: 'on', date: '2022-01-01' }, period: '2016/2020' });
		expect(dueOf(own)).toEqual({ date: '2022-01-01', text: 'op 1 januari 2022', said: 'deadline' });
	});

	it.each([
		['target', {}],
		['target', { deadlineOrigin: 'source' }],
		['chosen', { deadlineOrigin: 'derived' }]
	])('is that of its last promise, and says whose day that is: %s', (said, origin) => {
		const promises = [{ deadline: '2020-12-31', ...origin }, {}] as Goal['targets'];
		expect(dueOf(action({ period: '2016/2020', targets: promises }))).toEqual({
			...{ date: '2020-12-31', text: 'op 31 december 2020', said }
		});
	});

	it('is the end of its period, and says so', () => {
		expect(dueOf(action({ period: '2016/2020' }))).toEqual({
			date: '2020-12-31',
			text: 'eind van 2020',
			said: 'period'
		});
		expect(dueOf(action({ period: '2021-06-01/2022-02-28' }))?.text).toBe('28 februari 2022');
	});

	it('is unknown where the source gives no date', () => {
		expect(dueOf(action())).toBeUndefined();
	});
});

describe('how an action stood on a day', () => {
	const own = action({ progress: [report('2018-04-01', 'running'), report('2017-01-01', 'planned')] });

	it('is its last report of that day or before', () => {
		expect(stateOn(own, '2017-12-31', [])).toBe('planned');
		expect(stateOn(own, '2018-04-01', [])).toBe('running');
	});

	it('counts from the publication of its document', () => {
		const published = [{ id: 'd', published: '2018-06-01' }];
		expect(stateOn(own, '2018-04-01', published)).toBe('unreported');
		expect(stateOn(own, '2018-06-01', published)).toBe('running');
	});

	it('is unknown before the first one', () => {
		expect(stateOn(own, '2016-12-31', [])).toBe('unreported');
	});

	it('has its reports in the order of time', () => {
		expect(reportsUntil(own, '2020-01-01', []).map(({ date }) => date)).toEqual(['2017-01-01', '2018-04-01']);
	});
});

describe('silence after the day', () => {
	const due = { period: '2018' };

	it('is not there before that day', () => {
		expect(silentAfterDue(action(due), '2018-06-01', [])).toBeUndefined();
	});

	it('tells never from not since', () => {
		expect(silentAfterDue(action(due), '2019-06-01', [])).toBe('never');
		const once = action({ ...due, progress: [report('2018-04-26', 'planned')] });
		expect(silentAfterDue(once, '2019-06-01', [])).toBe('since');
	});

	it('is over with a report of after that day', () => {
		const told = action({ ...due, progress: [report('2019-02-01', 'running')] });
		expect(silentAfterDue(told, '2019-06-01', [])).toBeUndefined();
	});

	it.each(['done', 'stopped'] as const)('needs no report after one that says %s', (state) => {
		const own = action({ ...due, progress: [report('2018-04-26', state)] });
		expect(silentAfterDue(own, '2019-06-01', [])).toBeUndefined();
	});
});
