import { describe, expect, test } from 'vitest';
import type { GoalFacts, Measurement, TargetFacts } from '../verdict/facts.ts';
import { compareDays, newestStart, onlyStep, type ReleaseStep } from './compare-days.ts';
import { eventsBetween, promisesBetween, turnedBetween, turnGroups, verdictOn } from './verdicts.ts';

const measurement = (period: string, value: number, change: Partial<Measurement> = {}): Measurement => ({
	period,
	table: 't2020',
	value,
	lower: null,
	upper: null,
	n: null,
	known: `${period}-12-31`,
	published: false,
	...change
});
const series = [measurement('2016', 40), measurement('2020', 38)];
const target = (change: Partial<TargetFacts> = {}): TargetFacts => ({
	id: 'minder-2021',
	title: 'In 2021 is het minder',
	wanted: 'falls',
	unit: 'procent',
	deadline: '2021-01-01',
	notes: [],
	since: '2017-06-01',
	baseline: { period: '2016', values: [] },
	series,
	breaks: [],
	reports: [],
	...change
});
const facts = (change: Partial<GoalFacts> = {}): GoalFacts => ({
	id: 'minder',
	hasIndicator: true,
	targets: [target()],
	...change
});
const goals = [{ title: 'Minder', facts: facts() }];

describe('verdicts between two days', () => {
	test('tell from what to what, with both reasons and what happened', () => {
		const [turn, ...more] = turnedBetween([facts()], '2018-01-01', '2022-01-01');
		expect(more).toEqual([]);
		expect(turn).toMatchObject({
			id: 'minder',
			before: { status: 'no-new-measurement' },
			now: { status: 'reached' }
		});
		expect(turn!.now.sentence).toMatch(/38,0%.*40,0%/);
		expect(turn!.why).toEqual([
			'Vanaf 31 december 2020 telt het cijfer over 2020 mee: 38,0%.',
			'De afgesproken datum was 1 januari 2021.'
		]);
	});

	test('that are the same on both days are no news, and no day differs from itself', () => {
		expect(turnedBetween([facts()], '2021-01-01', '2026-01-01')).toEqual([]);
		for (const day of ['2016-01-01', '2018-01-01', '2022-01-01'])
			expect(turnedBetween([facts()], day, day)).toEqual([]);
	});

	test('looking back turns them round', () => {
		const [there] = turnedBetween([facts()], '2018-01-01', '2022-01-01');
		const [back] = turnedBetween([facts()], '2022-01-01', '2018-01-01');
		expect([back!.before, back!.now]).toEqual([there!.now, there!.before]);
	});

	test('on the day of a release are those that were published', () => {
		const published = {
			'2018-01-01': { minder: { status: 'missed' as const, rule: 'falls@1' as const, sentence: 'Toen.' } }
		};
		expect(verdictOn(facts(), '2018-01-01', published).sentence).toBe('Toen.');
		expect(verdictOn(facts(), '2018-01-02', published).status).toBe('no-new-measurement');
		const [turn] = turnedBetween([facts()], '2018-01-01', '2022-01-01', published);
		expect(turn!.before.status).toBe('missed');
	});

	test('are grouped by what turned into what, judged ones first', () => {
		const other = facts({ id: 'niet-gemeten', targets: [target({ series: series.slice(0, 1) })] });
		const turns = turnedBetween([other, facts(), facts({ id: 'ook' })], '2017-01-01', '2022-01-01');
		expect(turnGroups(turns).map(({ key, turns: own }) => [key, own.map(({ id }) => id)])).toEqual([
			['not-started reached', ['minder', 'ook']],
			['not-started no-new-measurement', ['niet-gemeten']]
		]);
	});
});

describe('what happened to a goal', () => {
	test('has promises, withdrawals, reports and revised figures, in the order of time and each once', () => {
		const revised = measurement('2020', 39, { table: 't2024', known: '2024-12-31' });
		const reports = [
			{
				date: '2019-04-01',
				state: 'running' as const,
				text: 'Bezig.',
				source: { document: '001', place: 'bladzijde 1' },
				known: '2019-06-01',
				published: true
			}
		];
		const targets = [
			target({ series: [...series, revised], reports, until: '2025-01-01' }),
			target({ id: 'ook', series: [...series, revised], reports, since: undefined, deadline: undefined })
		];
		expect(
			eventsBetween(facts({ since: { date: '2017-01-01' }, targets }), '2016-12-31', '2026-01-01')
		).toEqual([
			'Vanaf 1 januari 2017 geldt dit.',
			'Vanaf 1 juni 2017 geldt de afspraak: In 2021 is het minder.',
			'Vanaf 1 juni 2019 telt de melding mee. Stand op 1 april 2019, volgens het stuk van 1 juni 2019: bezig.',
			'Vanaf 31 december 2020 telt het cijfer over 2020 mee: 38,0%.',
			'De afgesproken datum was 1 januari 2021.',
			'Vanaf 31 december 2024 telt het herziene cijfer over 2020 mee: 39,0%.',
			'Op 1 januari 2025 is de afspraak ingetrokken: In 2021 is het minder.'
		]);
	});

	test('on the first day is left out, on the last is not', () => {
		expect(eventsBetween(facts(), '2021-01-01', '2022-01-01')).toEqual([]);
		expect(eventsBetween(facts(), '2020-12-31', '2021-01-01')).toHaveLength(1);
	});
});

test('promises that are made, replaced and withdrawn are told as that', () => {
	const versions = [target(), target({ since: '2019-01-01', deadline: '2025-01-01' })];
	const told = (from: string, to: string, targets = versions) =>
		promisesBetween([{ title: 'Minder', facts: facts({ targets }) }], from, to).map(({ kind, lines }) => [
			kind,
			lines.length
		]);
	expect(told('2017-01-01', '2018-01-01')).toEqual([['added', 2]]);
	expect(told('2018-01-01', '2020-01-01')).toEqual([['changed', 1]]);
	expect(told('2018-01-01', '2020-01-01', [target({ until: '2019-01-01' })])).toEqual([['gone', 3]]);
	expect(told('2018-01-01', '2018-06-01')).toEqual([]);
});

describe('two days', () => {
	const figure = {
		kind: 'new' as const,
		indicator: 'gezondheid',
		breakdown: '18+' as const,
		period: 2020,
		table: 't2020',
		day: '2020-12-31',
		levels: []
	};
	const item = { id: 'a', kind: 'changed' as const, title: 'A', lines: [] };
	const step: ReleaseStep = {
		from: '2026-01-01',
		date: '2027-01-01',
		turned: 1,
		figures: [
			{ ...figure, day: '2027-01-01' },
			{ ...figure, kind: 'revised', day: '2027-01-01' },
			{ ...figure, kind: 'revised', from: 't2016', day: '2027-01-01' }
		],
		definitions: [item],
		goals: [],
		promises: [item],
		links: [item]
	};
	const history = { figures: [figure], steps: [step], published: {} };

	test('of two releases in a row compare what those hold', () => {
		const changes = compareDays(goals, history, '2026-01-01', '2027-01-01');
		expect(changes.figures).toBe(step.figures);
		expect(changes.definitions).toEqual([item]);
		expect(changes.promises).toEqual([item]);
	});

	const quiet: ReleaseStep = {
		...step,
		...{ from: '2027-01-01', date: '2027-02-01', turned: 0 },
		...{ figures: [], definitions: [], promises: [], links: [] }
	};

	test('of releases of which one changed something compare what that one changed', () => {
		const steps = [step, quiet, { ...quiet, from: '2027-02-01', date: '2027-03-01' }];
		expect(newestStart(steps)).toBe('2026-01-01');
		expect(onlyStep(steps, '2026-01-01', '2027-03-01')).toBe(step);
		expect(compareDays(goals, { ...history, steps }, '2026-01-01', '2027-03-01').figures).toBe(step.figures);
		expect(onlyStep(steps, '2027-01-01', '2027-03-01')).toBe(steps[2]);
		expect(onlyStep(steps, '2026-01-02', '2027-03-01')).toBeUndefined();
		expect(onlyStep(steps, '2026-01-01', '2027-03-02')).toBeUndefined();
		expect(onlyStep([step, { ...quiet, turned: 1 }], '2026-01-01', '2027-02-01')).toBeUndefined();
		expect([newestStart([quiet]), newestStart([])]).toEqual(['2027-01-01', undefined]);
	});

	test('of two releases tell of a verdict that turned which promise was written down, and of no other goal', () => {
		const [{ facts: own }] = goals as [(typeof goals)[number]];
		const verdict = { status: 'no-target' as const, rule: 'target@1' as const, sentence: 'Niets.' };
		const told = (goal: string) =>
			compareDays(
				goals,
				{
					...history,
					steps: [{ ...step, promises: [{ ...item, kind: 'added', goal, promise: 'Meer' }] }],
					published: { '2026-01-01': { [own.id]: verdict } }
				},
				'2026-01-01',
				'2027-01-01'
			).turned.find(({ id }) => id === own.id)!.why;
		expect(told(own.id)).toContain('Deze site nam een afspraak op die in de stukken staat: Meer.');
		expect(told('elders')).toEqual([]);
	});

	test('of any other days take the figures of today, and texts and corrections of the releases between', () => {
		const changes = compareDays(goals, history, '2018-01-01', '2028-01-01');
		expect(changes.figures.map(({ kind, day, from }) => [kind, day, from])).toEqual([
			['new', '2020-12-31', undefined],
			['revised', '2027-01-01', undefined]
		]);
		expect(changes.definitions.map(({ id }) => id)).toEqual(['2027-01-01 a']);
		expect(changes.promises).toEqual([]);
		expect(changes.turned).toHaveLength(1);
	});

	test('before there were releases have no texts to compare', () => {
		const changes = compareDays(goals, history, '2018-01-01', '2020-01-01');
		expect([changes.figures, changes.definitions, changes.links]).toEqual([[], [], []]);
	});
});
