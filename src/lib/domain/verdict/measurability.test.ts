import { describe, expect, it } from 'vitest';
import type { Goal } from '../../schema/goal.ts';
import type { GoalVerdict } from './judge.ts';
import { measurable, missingParts, shareOf } from './measurability.ts';

interface Promised {
	wanted?: string;
	noIndicator?: string;
	status?: string;
	reports?: { state: string; known: string }[];
}

const judged = (...promises: Promised[]): GoalVerdict =>
	({
		targets: promises.map(({ status = 'off-track', ...own }, i) => ({
			target: { title: `Afspraak ${i + 1}`, wanted: 'falls', reports: [], ...own },
			verdict: { status, asOf: '2026-01-01' }
		}))
	}) as never;
const goal = (indicators: number, kind: Goal['kind'] = 'goal'): Pick<Goal, 'indicators' | 'kind'> => ({
	kind,
	indicators: Array.from({ length: indicators }, () => ({
		indicator: 'roken',
		fit: 'indirect' as const,
		why: ''
	}))
});
const none = { noIndicator: 'Niemand telt het.', status: 'no-indicator' };
const missing = (...of: Parameters<typeof measurable>) => missingParts(measurable(...of));

describe('whether there is a figure', () => {
	it('is decided by the promises where there are any, and an open figure beside them is not taken for one', () => {
		expect(measurable(goal(1), judged(none, none))).toMatchObject({ indicator: false, isBeside: true });
		expect(measurable(goal(1), judged(none, {}))).toMatchObject({ indicator: true, isBeside: false });
		expect(measurable(goal(0), judged({}))).toMatchObject({ indicator: true, isBeside: false });
		expect(measurable(goal(0), judged(none))).toMatchObject({ indicator: false, isBeside: false });
	});

	it('is decided by the goal where nothing was promised of a figure', () => {
		expect(measurable(goal(1), judged())).toMatchObject({ indicator: true, isBeside: false });
		expect(measurable(goal(1), judged({ wanted: 'done-by' }))).toMatchObject({ indicator: true });
		expect(measurable(goal(0), judged())).toMatchObject({ indicator: false, isBeside: false });
	});

	it('holds before the promise has begun as well', () => {
		expect(measurable(goal(1), judged({ ...none, status: 'not-started' })).indicator).toBe(false);
	});

	it('names each promise without one, with its reason', () => {
		expect(measurable(goal(1), judged({}, none)).unmeasured).toEqual([
			{ title: 'Afspraak 2', why: 'Niemand telt het.' }
		]);
	});
});

describe('what is missing', () => {
	it('is nothing where each promise was measured again', () => {
		expect(missing(goal(1), judged({}))).toEqual([]);
	});

	it('tells apart no figure, one that measures no promise, and one for some of them', () => {
		const measurement = 'een meting of melding na het begin';
		expect(missing(goal(0), judged(none))).toEqual(['een cijfer', measurement]);
		expect(missing(goal(1), judged(none))).toEqual(['een cijfer dat de afspraak meet', measurement]);
		expect(missing(goal(1), judged({}, none, none))).toEqual(['een cijfer voor 2 van de 3 afspraken']);
	});

	it('is a promise where there is none, and for work no figure', () => {
		expect(missing(goal(1), judged())).toEqual(['een afspraak', 'een meting of melding na het begin']);
		const reported = { wanted: 'done-by', status: 'no-new-measurement' };
		const said = (state: string, known: string) => judged({ ...reported, reports: [{ state, known }] });
		expect(missing(goal(0, 'action'), said('running', '2025-01-01'))).toEqual([]);
		expect(missing(goal(0, 'action'), said('planned', '2025-01-01'))).toHaveLength(1);
		expect(missing(goal(0, 'action'), said('running', '2027-01-01'))).toHaveLength(1);
	});
});

it('what was reported without a promise counts as reported, has no promise, and misses nothing', () => {
	const told = judged({
		wanted: 'done-by',
		status: 'reached',
		reports: [{ state: 'done', known: '2025-01-01' }]
	});
	told.targets[0]!.target.reportedOnly = true;
	expect(measurable(goal(0, 'result'), told)).toMatchObject({ target: false, measurement: true });
	expect(missing(goal(0, 'result'), told)).toEqual([]);
});

it('a group is counted', () => {
	const all = [
		measurable(goal(1), judged(none)),
		measurable(goal(1), judged({})),
		measurable(goal(1), judged())
	];
	expect(shareOf(all)).toEqual({ goals: 3, indicator: 2, target: 2, measurement: 1 });
});
