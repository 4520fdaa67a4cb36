import type { Goal, GoalKind, Progress } from '../../schema/goal.ts';
import { formatDay, formatPeriod } from '../format.ts';
import { formatDeadline } from '../goal-names.ts';
import type { Report } from '../verdict/facts.ts';
import { periodEnd, type Published } from '../verdict/period.ts';
import { isChosen } from '../verdict/words.ts';
import { reportsOf } from './report.ts';

/** Kinds of goals that are work to be done, in the order in which lists count them. */
export const actionKinds: readonly GoalKind[] = ['project', 'subproject', 'action', 'phase', 'pilot'];

/** Whether a goal is an action: work, or a way of working that was promised. */
export const isAction = ({ kind, level }: Pick<Goal, 'kind' | 'level'>): boolean =>
	actionKinds.includes(kind) || (kind === 'goal' && level === 'throughput');

type Dated = Pick<Goal, 'deadline' | 'period' | 'targets'>;

/** When something has to be done, and what says so. */
export interface Due {
	date: string;
	/** As a reader sees it: "op 1 januari 2022", "eind van 2018". */
	text: string;
	said: 'deadline' | 'target' | 'chosen' | 'period';
}

/** When an action has to be done: its deadline, else that of what was promised of it, else the end of its period. */
export function dueOf({ deadline, period, targets }: Dated): Due | undefined {
	if (deadline) return { date: deadline.date, text: formatDeadline(deadline), said: 'deadline' };
	const promise = targets.findLast((target) => target.deadline !== undefined);
	if (promise?.deadline) {
		const said = isChosen(promise) ? 'chosen' : 'target';
		return { date: promise.deadline, text: `op ${formatDay(promise.deadline)}`, said };
	}
	if (!period) return undefined;
	const end = periodEnd(period);
	const last = period.split('/').at(-1)!;
	const text = last === end ? formatDay(end) : `eind van ${formatPeriod(last)}`;
	return { date: end, text, said: 'period' };
}

type Reported = Pick<Goal, 'progress'>;

/** What anybody could know on a day of what was reported of a goal. */
export const reportsUntil = (goal: Reported, asOf: string, sources: Published): Report[] =>
	reportsOf(goal, sources).filter(({ known }) => known <= asOf);

/** How it was when last heard of; `unreported` where nothing was ever said. */
export type ActionState = Progress['state'] | 'unreported';

export const actionStates: readonly ActionState[] = [
	'done',
	'running',
	'planned',
	'delayed',
	'stopped',
	'unreported'
];

/** How an action stood on a day, by its last report. */
export const stateOn = (goal: Reported, asOf: string, sources: Published): ActionState =>
	reportsUntil(goal, asOf, sources).at(-1)?.state ?? 'unreported';

/**
 * Whether the day has passed without a word after it: `never` where nothing was ever reported, `since` where the last
 * report is older than the day. What was reported as done or stopped asks for no more reports.
 */
export function silentAfterDue(
	goal: Dated & Reported,
	asOf: string,
	sources: Published
): 'never' | 'since' | undefined {
	const due = dueOf(goal);
	if (!due || due.date > asOf) return undefined;
	const last = reportsUntil(goal, asOf, sources).at(-1);
	if (!last) return 'never';
	if (last.state === 'done' || last.state === 'stopped') return undefined;
	return last.date < due.date ? 'since' : undefined;
}
