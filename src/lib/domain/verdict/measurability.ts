import type { Goal } from '../../schema/goal.ts';
import { workKinds } from './gather.ts';
import type { GoalVerdict, TargetVerdict } from './judge.ts';
import type { Status } from './status.ts';

/** A promise that no figure measures, with the reason. */
export interface Unmeasured {
	title: string;
	why: string;
}

/** What a goal has of the three things that a verdict needs. */
export interface Measurable {
	/** A figure for one of its promises, or where it has none to be measured, for the goal itself. */
	indicator: boolean;
	/** An open figure that is about the goal, and measures none of its promises. */
	isBeside: boolean;
	target: boolean;
	/** How many promises need a figure, and those of them that have none. */
	promises: number;
	unmeasured: Unmeasured[];
	/** A measurement or report of after the start of a promise, whatever can be said of it. */
	measurement: boolean;
	/** Work, of which a report is enough. */
	isWork: boolean;
}

const measuredAgain: readonly Status[] = [
	'reached',
	'on-track',
	'off-track',
	'missed',
	'too-uncertain',
	'not-comparable'
];

/** Whether a promise was measured or reported on, whatever came out of it; a plan is no report of what was done. */
const isMeasured = ({ target, verdict }: TargetVerdict): boolean =>
	measuredAgain.includes(verdict.status) ||
	(target.wanted === 'done-by' &&
		target.reports.some(({ state, known }) => state !== 'planned' && known <= verdict.asOf));

/** Which of the three a goal has on the day of its verdict. Work that has to be done needs no indicator of its own. */
export function measurable(goal: Pick<Goal, 'indicators' | 'kind'>, { targets }: GoalVerdict): Measurable {
	const promises = targets.filter(({ target }) => target.wanted !== 'done-by');
	const unmeasured = promises.flatMap(({ target: { title, noIndicator: why } }) =>
		why === undefined ? [] : [{ title, why }]
	);
	const open = goal.indicators.length > 0;
	const indicator = promises.length > 0 ? unmeasured.length < promises.length : open;
	return {
		indicator,
		isBeside: open && !indicator,
		target: targets.some(({ target }) => !target.reportedOnly),
		promises: promises.length,
		unmeasured,
		measurement: targets.some(isMeasured),
		isWork: workKinds.includes(goal.kind)
	};
}

export interface MeasurableShare {
	goals: number;
	indicator: number;
	target: number;
	measurement: number;
}

/** How many of a group of goals have each of the three. */
export function shareOf(group: readonly Measurable[]): MeasurableShare {
	const having = (part: 'indicator' | 'target' | 'measurement') => group.filter((each) => each[part]).length;
	return {
		goals: group.length,
		indicator: having('indicator'),
		target: having('target'),
		measurement: having('measurement')
	};
}

/** What is missing, as the end of "Hier ontbreekt". */
export function missingParts(has: Measurable): string[] {
	const { indicator, isBeside, target, promises, unmeasured, measurement, isWork } = has;
	const figure = indicator
		? `een cijfer voor ${unmeasured.length} van de ${promises} afspraken`
		: isBeside
			? 'een cijfer dat de afspraak meet'
			: 'een cijfer';
	return [
		...((indicator || isWork) && unmeasured.length === 0 ? [] : [figure]),
		// What was done without ever being promised misses nothing any more.
		...(target || (isWork && measurement) ? [] : ['een afspraak']),
		...(measurement ? [] : ['een meting of melding na het begin'])
	];
}
