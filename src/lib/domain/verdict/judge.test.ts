import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../schema/goal.ts';
import { ruleCases } from './cases.ts';
import type { GoalFacts, Measurement, TargetFacts } from './facts.ts';
import { judgeGoal, judgeTarget, tellVerdicts, versionsOn } from './judge.ts';
import { knownFrom } from './period.ts';
import { statuses, statusNames, type Status } from './status.ts';

const measured = (period: string, value: number, more: Partial<Measurement> = {}): Measurement => ({
	period,
	table: 't',
	value,
	lower: null,
	upper: null,
	n: null,
	...knownFrom(period, undefined),
	...more
});

const target = (own: Partial<TargetFacts>): TargetFacts => ({
	id: 't',
	title: 'T',
	wanted: 'not-risen',
	unit: 'procent',
	baseline: { period: '2016', values: [measured('2016', 40)] },
	series: [],
	breaks: [],
	reports: [],
	notes: [],
	...own
});

const goal = (targets: TargetFacts[], own: Partial<GoalFacts> = {}): GoalFacts => ({
	id: 'g',
	hasIndicator: true,
	targets,
	...own
});

describe('the table of cases', () => {
	it.each(ruleCases)('$given', ({ facts, asOf, status, rule }) => {
		const verdict = judgeGoal(facts, asOf);
		expect({ status: verdict.status, rule: verdict.rule }).toEqual({ status, rule });
		expect(verdict.sentence).toMatch(/^[A-Z].*\.$/);
		expect(verdict.sentence).not.toMatch(/undefined|NaN|\d{4}-\d{2}-\d{2}/);
	});

	it('has an example of every status', () => {
		expect(new Set(ruleCases.map(({ status }) => status))).toEqual(new Set(statuses));
	});
});

describe('versions of a promise', () => {
	const versions = [
		target({ since: '2016-01-01', wanted: 'not-risen' }),
		target({ since: '2020-01-01', wanted: 'falls' })
	];

	it('judges a day by the version that held then', () => {
		expect(versionsOn(versions, '2018-01-01').map(({ wanted }) => wanted)).toEqual(['not-risen']);
		expect(versionsOn(versions, '2020-01-01').map(({ wanted }) => wanted)).toEqual(['falls']);
		expect(versionsOn(versions, '2015-12-31')).toEqual([]);
	});

	it('says until when the last version held, once it was withdrawn', () => {
		const withdrawn = [versions[0]!, target({ since: '2018-01-01', until: '2020-01-01', wanted: 'falls' })];
		expect(judgeGoal(goal(withdrawn), '2021-01-01')).toMatchObject({
			status: 'no-target',
			sentence: 'Deze afspraak gold tot 1 januari 2020.'
		});
	});

	it('gives no verdict of before the first version', () => {
		expect(judgeGoal(goal(versions), '2015-01-01').status).toBe('not-started');
	});
});

describe('a revised figure', () => {
	const revised = target({
		series: [
			measured('2016', 40),
			measured('2016', 41, { table: 'new', known: '2024-12-31' }),
			measured('2020', 40.5),
			measured('2020', 40.6, { table: 'new', known: '2024-12-31' })
		],
		baseline: { period: '2016', values: [] }
	});

	it('counts from the day that it was known; before that the first figure counts', () => {
		expect(judgeTarget(revised, '2022-01-01').sentence).toContain('40,5%, in 2016 40,0%');
		expect(judgeTarget(revised, '2025-01-01').sentence).toContain('40,6%, in 2016 41,0%');
	});

	it('is not compared with one of another table', () => {
		const mixed = target({ ...revised, series: revised.series.slice(0, 1).concat(revised.series.slice(3)) });
		expect(judgeTarget(mixed, '2025-01-01').status).toBe('not-comparable');
	});
});

describe('what is said', () => {
	const facts = goal([target({ deadline: '2023-01-01', series: [measured('2020', 40.9)] })]);

	it('names both figures, the difference, and that the margin is unknown', () => {
		const { sentence, targets } = judgeGoal(facts, '2024-01-01');
		expect(sentence).toContain(
			'In 2020 was het 40,9%, in 2016 40,0%: 0,9 procentpunt hoger (marge onbekend). Afgesproken is: niet stijgen.'
		);
		expect(sentence).toContain('vóór de afgesproken datum, 1 januari 2023');
		const [{ verdict }] = targets as [(typeof targets)[number]];
		expect(verdict.remarks.join(' ')).toContain('marge van de cijfers is onbekend');
		expect(verdict.remarks.join(' ')).toContain('Niemand sprak af welk verschil');
		expect(verdict.remarks.join(' ')).toContain('telt mee vanaf het einde van die periode');
	});

	it('counts goals by status and never averages', () => {
		const names = { one: 'doel', more: 'doelen' };
		expect(
			tellVerdicts([{ status: 'reached' }, { status: 'missed' }, { status: 'no-indicator' }], names)
		).toBe(
			'Van de 3 doelen: 1 bereikt en 1 niet bereikt. Over 1 is geen oordeel mogelijk: 1 zonder indicator.'
		);
		expect(tellVerdicts([{ status: 'no-target' }, { status: 'no-target' }], names)).toBe(
			'Over geen van de 2 doelen is een oordeel mogelijk: 2 zonder streefwaarde.'
		);
		expect(tellVerdicts([{ status: 'reached' }], names)).toBe('Eén doel: bereikt.');
	});
});

describe('properties', () => {
	const changes: Wanted[] = ['not-risen', 'not-fallen', 'rises', 'falls'];
	const wanted = fc.constantFrom<Wanted>(...changes, 'at-least', 'at-most');
	const value = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
	/** How a source tells how sure it is: not at all, by bounds around the value, or by the number of people asked. */
	const sureness = fc.oneof(
		fc.constant({}),
		fc.integer({ min: 1, max: 80 }).map((tenths) => ({ half: tenths / 10 })),
		fc.integer({ min: 5, max: 5000 }).map((n) => ({ n }))
	);
	const point = (period: string, middle: number, { half, n }: { half?: number; n?: number }) =>
		measured(period, middle, {
			...(half === undefined ? {} : { lower: middle - half, upper: middle + half }),
			n: n ?? null
		});
	/** Before the deadline, at it, or without one. */
	const deadline = fc.constantFrom(undefined, '2021-01-01', '2030-01-01');
	const setting = fc.record({ wanted, start: value, bound: value, sureness, deadline });
	type Setting = typeof setting extends fc.Arbitrary<infer T> ? T : never;
	const judge = (
		{ wanted: asked, start, bound, sureness: sure, deadline: end }: Setting,
		now: number,
		smallest = 0
	) =>
		judgeTarget(
			target({
				wanted: asked,
				value: asked.startsWith('at-') ? bound : undefined,
				deadline: end,
				smallestDifference: smallest,
				baseline: { period: '2016', values: [point('2016', start, sure)] },
				series: [point('2020', now, sure)]
			}),
			'2022-01-01'
		).status;

	/** From worse to better; fails on a status that cannot come out of a measurement. */
	function goodness(status: Status): number {
		const order: Status[][] = [['off-track', 'missed'], ['too-uncertain'], ['on-track'], ['reached']];
		const place = order.findIndex((same) => same.includes(status));
		if (place < 0) throw new Error(`"${status}" is no judgement of a measurement`);
		return place;
	}

	it('is monotone in the value: more of what is wanted is never a worse verdict', () => {
		fc.assert(
			fc.property(setting, value, value, fc.constantFrom(0, 0.5, 3), (own, a, b, smallest) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				const up = ['rises', 'not-fallen', 'at-least'].includes(own.wanted);
				const [worse, better] = up ? [low, high] : [high, low];
				expect(goodness(judge(own, better, smallest))).toBeGreaterThanOrEqual(
					goodness(judge(own, worse, smallest))
				);
			}),
			{ numRuns: 500 }
		);
	});

	it('is final from the deadline on, and only then', () => {
		fc.assert(
			fc.property(setting, value, (own, now) => {
				const status = judge(own, now);
				const allowed: Status[] =
					own.deadline === '2021-01-01'
						? ['reached', 'missed', 'too-uncertain']
						: own.deadline === undefined
							? ['reached', 'on-track', 'off-track', 'too-uncertain']
							: ['on-track', 'off-track', 'too-uncertain'];
				expect(allowed).toContain(status);
			})
		);
	});

	it('is symmetric in direction: mirrored figures and a mirrored promise give the same verdict', () => {
		const mirrored: Partial<Record<Wanted, Wanted>> = {
			rises: 'falls',
			falls: 'rises',
			'not-risen': 'not-fallen',
			'not-fallen': 'not-risen',
			'at-least': 'at-most',
			'at-most': 'at-least'
		};
		/** In tenths, so that mirroring a decimal is exact. */
		const other = (number: number) => (1000 - Math.round(number * 10)) / 10;
		fc.assert(
			fc.property(setting, value, fc.constantFrom(0, 0.5, 3), (own, now, smallest) => {
				const { wanted: asked, start, bound } = own;
				const opposite = { ...own, wanted: mirrored[asked]!, start: other(start), bound: other(bound) };
				expect(judge(opposite, other(now), smallest)).toBe(judge(own, now, smallest));
			}),
			{ numRuns: 500 }
		);
	});

	it('never judges without a measurement after the start that was known on the day', () => {
		const period = fc.integer({ min: 2005, max: 2030 }).map(String);
		fc.assert(
			fc.property(
				fc.constantFrom<Wanted>(...changes, 'at-least', 'at-most'),
				fc.array(fc.record({ period, value }), { maxLength: 6 }),
				fc.integer({ min: 2000, max: 2035 }),
				(wanted, points, year) => {
					const asOf = `${year}-06-30`;
					const own = target({
						wanted,
						...(wanted.startsWith('at-') ? { value: 50 } : {}),
						deadline: '2023-01-01',
						series: points
							.map((point) => measured(point.period, point.value))
							.toSorted((a, b) => (a.period < b.period ? -1 : 1))
					});
					const known = points.some((point) => Number(point.period) > 2016 && Number(point.period) < year);
					const { status } = judgeTarget(own, asOf);
					expect(statusNames[status].judged || status === 'too-uncertain').toBe(known);
				}
			)
		);
	});

	it('says the same twice', () => {
		for (const { facts, asOf } of ruleCases) expect(judgeGoal(facts, asOf)).toEqual(judgeGoal(facts, asOf));
	});
});
