import { describe, expect, it } from 'vitest';
import { goals as goalsSchema, links as linksSchema } from '../../schema/goal.ts';
import { agreements, milestones } from '../../schema/monitor.ts';
import { cycleOf, targetChanges, type CycleSource } from './cycle.ts';

const place = { document: 'd', place: 'p' };
const node = (id: string, level: string, kind: string, more = {}) => ({
	id,
	level,
	kind,
	title: id,
	source: place,
	noIndicator: 'Geen.',
	...more
});
const target = (since: string, more = {}) => ({
	id: 'minder',
	title: `Minder, sinds ${since}`,
	wanted: 'falls',
	decidedBy: 'gemeenteraad',
	since,
	source: place,
	...more
});
const goals = goalsSchema.parse([
	node('doel', 'outcome', 'goal', {
		targets: [target('2016-01-01'), target('2018-01-01')],
		pressure: { text: 'Het wordt drukker.', source: { document: 'later', place: 'p' } }
	}),
	node('ander', 'outcome', 'goal'),
	node('project', 'throughput', 'project'),
	node('actie', 'throughput', 'action'),
	node('klaar', 'output', 'result'),
	node('geld', 'input', 'means', { money: { period: '2017', budget: 'x' } }),
	node('geld-later', 'input', 'means', { money: { period: '2019', budget: 'y' } })
]);
const link = (from: string, to: string) => ({ from, to, origin: 'source', why: 'Zo staat het er.' });
const source: CycleSource = {
	goals,
	links: linksSchema.parse([
		link('project', 'doel'),
		link('actie', 'project'),
		link('klaar', 'doel'),
		link('geld', 'project'),
		link('geld-later', 'project'),
		link('project', 'ander')
	]),
	agreements: agreements.parse([
		{ id: 'nu', partner: 'A', task: 't', term: 'altijd', goals: ['actie'], source: place },
		{
			id: 'straks',
			partner: 'B',
			task: 't',
			term: 'later',
			from: '2019-01-01',
			goals: ['doel'],
			source: place
		},
		{ id: 'elders', partner: 'C', task: 't', term: 'altijd', goals: ['ander'], source: place }
	]),
	milestones: milestones.parse([
		{ date: '2018-02-01', title: 'De raad besluit', decision: true, source: place, goals: ['actie'] },
		{ date: '2017-02-01', title: 'Er begint iets', source: place, goals: ['doel'] }
	]),
	sources: [
		{ id: 'later', published: '2018-04-26' },
		{ id: 'brief', since: '2018-10-16' }
	]
};
const on = (day: string) => cycleOf(source, goals[0]!, day);

describe('plan to adjustment of a goal on a day', () => {
	it('plans what held on that day, with all work below it', () => {
		const { plan } = on('2017-06-01');
		expect(plan.targets.map(({ since }) => since)).toEqual(['2016-01-01']);
		expect(plan.actions.map(({ id }) => id)).toEqual(['project', 'actie']);
		expect(on('2018-06-01').plan.targets.map(({ since }) => since)).toEqual(['2018-01-01']);
	});

	it('has money and agreements only once they have begun', () => {
		expect(on('2018-06-01').done.money.map(({ id }) => id)).toEqual(['geld']);
		expect(on('2019-06-01').done.money.map(({ id }) => id)).toEqual(['geld', 'geld-later']);
		expect(on('2018-06-01').done.agreements.map(({ id }) => id)).toEqual(['nu']);
		expect(on('2019-06-01').done.agreements.map(({ id }) => id)).toEqual(['nu', 'straks']);
	});

	it('keeps results apart from actions', () => {
		expect(on('2018-06-01').done.results.map(({ id }) => id)).toEqual(['klaar']);
	});

	it('acts by decisions, never by whatever happened', () => {
		expect(on('2019-06-01').act.decisions.map(({ title }) => title)).toEqual(['De raad besluit']);
		expect(on('2018-01-01').act.decisions).toEqual([]);
	});

	it('knows nothing of a document before its day', () => {
		expect(on('2018-04-25').act.pressure).toBeUndefined();
		expect(on('2018-04-26').act.pressure?.text).toBe('Het wordt drukker.');
	});

	it('has no work, money, partner or decision from a document that has no date, before the day of that', () => {
		const letter = { document: 'brief', place: 'p' };
		const from = <T extends { source: object }>(all: readonly T[]) =>
			all.map((each) => ({ ...each, source: letter }));
		const own = {
			...source,
			goals: [goals[0]!, ...from(goals.slice(1))],
			agreements: from(source.agreements),
			milestones: from(source.milestones)
		};
		const { plan, done, act } = cycleOf(own, goals[0]!, '2018-10-15');
		expect([plan.actions, done.results, done.money, done.agreements, act.decisions]).toEqual([
			[],
			[],
			[],
			[],
			[]
		]);
		const known = cycleOf(own, goals[0]!, '2018-10-16');
		expect(known.plan.actions.map(({ id }) => id)).toEqual(['project', 'actie']);
		expect(known.done.money.map(({ id }) => id)).toEqual(['geld']);
		expect(known.act.decisions).toHaveLength(1);
	});

	it('is empty for a goal that nothing is said of', () => {
		const { plan, done, act } = cycleOf(source, goals[4]!, '2020-01-01');
		expect([plan.targets, plan.actions, done.money, done.agreements, act.changes]).toEqual(
			Array.from({ length: 5 }, () => [])
		);
	});
});

describe('changes of what was promised', () => {
	const [, second] = goals[0]!.targets;

	it('are later versions of one promise, up to the day', () => {
		expect(targetChanges(goals[0]!.targets, '2017-01-01')).toEqual([]);
		expect(targetChanges(goals[0]!.targets, '2018-01-01')).toEqual([
			{ date: '2018-01-01', title: second!.title, kind: 'changed' }
		]);
	});

	it('are promises that were withdrawn', () => {
		expect(targetChanges([{ ...second!, until: '2019-01-01' }], '2020-01-01')).toEqual([
			{ date: '2019-01-01', title: second!.title, kind: 'withdrawn' }
		]);
	});
});
