import type { Goal } from '../../schema/goal.ts';
import { workKinds } from './gather.ts';
import type { GoalVerdict, TargetVerdict } from './judge.ts';
import type { Status } from './status.ts';

/** What a goal has of the three things that a verdict needs. */
export interface Measurable {
	indicator: boolean;
	target: boolean;
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
	return {
		indicator:
			goal.indicators.length > 0 ||
			targets.some(({ target, verdict }) => target.wanted !== 'done-by' && verdict.status !== 'no-indicator'),
		target: targets.length > 0,
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
export function missingParts({ indicator, target, measurement, isWork }: Measurable): string[] {
	return [
		...(indicator || isWork ? [] : ['een cijfer']),
		...(target ? [] : ['een afspraak']),
		...(measurement ? [] : ['een meting of melding na het begin'])
	];
}
