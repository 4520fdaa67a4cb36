import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../schema/goal.ts';
import { ruleCases } from './cases.ts';
import type { GoalFacts, Measurement, TargetFacts } from './facts.ts';
import { judgeGoal, judgeTarget, tellVerdicts, versionsOn } from './judge.ts';
import { knownFrom, periodEnd } from './period.ts';
import { ruleTexts } from './rule-texts.ts';
import { pathValue } from './rules.ts';
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

describe('the order of the questions', () => {
	const none = { noIndicator: 'Geen cijfer.' };
	const broken = { breaks: [{ period: '2018', why: 'Anders gemeten.' }], series: [measured('2020', 39)] };

	it('is the one in which the page about the method tells them', () => {
		expect(Object.keys(ruleTexts).slice(0, 5)).toEqual([
			'started@1',
			'indicator@1',
			'target@1',
			'comparable@1',
			'measured@1'
		]);
	});

	it.each([
		['started@1', goal([target({ ...none, ...broken })], { since: { date: '2030-01-01' } })],
		['started@1', goal([], { hasIndicator: false, since: { date: '2030-01-01' } })],
		['indicator@1', goal([], { hasIndicator: false })],
		['indicator@1', goal([target({ ...none, ...broken })])],
		['target@1', goal([])],
		['comparable@1', goal([target(broken)])],
		['measured@1', goal([target({ ...broken, series: [] })])],
		['not-risen@1', goal([target({ ...broken, breaks: [] })])]
	])('gives %s where more than one would say no', (rule, facts) => {
		expect(judgeGoal(facts, '2024-01-01').rule).toBe(rule);
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

	it('says why a margin leaves it open: chance, or too close to the smallest difference that counts', () => {
		const wide = (value: number, smallest?: number) =>
			judgeTarget(
				target({
					baseline: { period: '2016', values: [measured('2016', 40, { lower: 38, upper: 42 })] },
					series: [measured('2020', value, { lower: value - 1, upper: value + 1 })],
					smallestDifference: smallest
				}),
				'2022-01-01'
			);
		expect(wide(41)).toMatchObject({ status: 'too-uncertain' });
		expect(wide(41).sentence).toContain('Dat verschil is niet groter dan de marge; het kan toeval zijn.');
		// A difference of 3 with a margin of 2.2: more than chance, but maybe not more than 2.
		expect(wide(43, 2)).toMatchObject({ status: 'too-uncertain' });
		expect(wide(43, 2).sentence).toContain(
			'Door de marge is niet te zeggen of het meer dan 2 procentpunt is gestegen.'
		);
		expect(wide(43, 2).sentence).not.toContain('toeval');
		expect(wide(40).sentence).toContain('Door de marge is niet te zeggen of het is gestegen.');
	});

	it('says of more promises together that margins are unknown and that any difference counts', () => {
		const own = { series: [measured('2020', 40.9)] };
		const { sentence, rule } = judgeGoal(
			goal([
				target({ ...own, id: 'a', title: 'A' }),
				target({ ...own, id: 'b', title: 'B', wanted: 'rises' })
			]),
			'2022-01-01'
		);
		expect(rule).toBe('every-target@1');
		expect(sentence).toContain('A: niet op koers (40,9% in 2020, 40,0% in 2016, marge onbekend).');
		expect(sentence).toMatch(/telt elk verschil\.$/);
		const decided = judgeGoal(
			goal([
				target({ ...own, id: 'a', smallestDifference: 1 }),
				target({ ...own, id: 'b', smallestDifference: 1 })
			]),
			'2022-01-01'
		);
		expect(decided.sentence).not.toContain('telt elk verschil');
		expect(decided.sentence).toContain('Voor beide afspraken geldt: op koers.');
	});

	it('never tells a deadline of its own as agreed', () => {
		const ends = (own: Partial<TargetFacts>, asOf: string) =>
			judgeTarget(target({ deadline: '2020-12-31', deadlineOrigin: 'derived', ...own }), asOf).sentence;
		const told = [
			ends({ series: [measured('2020', 41)] }, '2022-01-01'),
			ends({ series: [measured('2018', 41)] }, '2022-01-01'),
			ends({ series: [measured('2018', 41)] }, '2020-01-01'),
			ends({}, '2022-01-01'),
			ends({ wanted: 'done-by' }, '2022-01-01')
		];
		expect(told[0]).toContain('Deze site rekent met 31 december 2020 als einddatum');
		for (const sentence of told) {
			expect(sentence).toMatch(/deze site rekent/i);
			expect(sentence).not.toMatch(/afgesproken datum|De afspraak loopt/);
		}
		expect(ends({ deadlineOrigin: 'source', series: [measured('2020', 41)] }, '2022-01-01')).toContain(
			'De afgesproken datum was 31 december 2020; de meting van 2020 telt als de eerste van die datum of later.'
		);
	});

	it('says what was promised where it was not measured again', () => {
		expect(judgeTarget(target({}), '2022-01-01').sentence).toContain('Afgesproken is: niet stijgen.');
		const yards = target({
			wanted: 'at-least',
			value: 20,
			unit: 'aantal',
			noun: { one: 'schoolplein', more: 'schoolpleinen' },
			baseline: { period: '2017', values: [measured('2017', 1)] }
		});
		expect(judgeTarget(yards, '2022-01-01').sentence).toContain(
			'Het uitgangspunt was 1 schoolplein in 2017. Afgesproken is: ten minste 20 schoolpleinen.'
		);
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

	it('holds a measurement of any day against the straight line of that day', () => {
		const at = (days: number) =>
			new Date(Date.UTC(2016, 11, 31) + days * 86_400_000).toISOString().slice(0, 10);
		const whole = 2922;
		const path = (from: number, to: number, days: number) =>
			pathValue(from, to, { baseline: at(0), measured: at(days), deadline: at(whole) });
		const day = fc.integer({ min: 0, max: whole - 200 });
		fc.assert(
			fc.property(value, value, day, day, fc.integer({ min: 1, max: 200 }), (from, to, one, other, step) => {
				expect(path(from, to, 0)).toBeCloseTo(from, 9);
				expect(path(from, to, whole)).toBeCloseTo(to, 9);
				const slope = (days: number) => path(from, to, days + step) - path(from, to, days);
				expect(slope(one)).toBeCloseTo(slope(other), 9);
			})
		);
		fc.assert(
			fc.property(fc.integer({ min: 2017, max: 2023 }), fc.constantFrom(0.2, -0.2), (year, off) => {
				const share = (Date.parse(periodEnd(`${year}`)) - Date.parse(at(0))) / 86_400_000 / whole;
				const { status } = judgeTarget(
					target({
						wanted: 'at-least',
						value: 20,
						deadline: at(whole),
						baseline: { period: '2016', values: [measured('2016', 10)] },
						series: [measured(`${year}`, 10 + 10 * share + off)]
					}),
					'2024-06-01'
				);
				expect(status).toBe(off > 0 ? 'on-track' : 'off-track');
			})
		);
	});

	it('takes a margin that ends on the bound as enough, whatever noise decimals leave', () => {
		const own = {
			start: 0,
			bound: 0.3,
			wanted: 'at-most' as const,
			sureness: { half: 0.2 },
			deadline: undefined
		};
		expect(0.1 + 0.2).toBeGreaterThan(0.3);
		expect(judge(own, 0.1)).toBe('reached');
		expect(judge(own, 0.2)).toBe('too-uncertain');
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
