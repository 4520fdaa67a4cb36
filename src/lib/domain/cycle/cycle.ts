import type { Goal, Target } from '../../schema/goal.ts';
import type { MonitorData } from '../../schema/model.ts';
import type { Agreement, Milestone } from '../../schema/monitor.ts';
import { isAction } from '../action/action.ts';
import { documentKnownOn, heldOn } from '../report.ts';
import { inOrder } from '../milestones.ts';
import { contributorsOf } from '../tree.ts';
import { versionsOn } from '../verdict/judge.ts';
import { periodStart, type Published } from '../verdict/period.ts';

/** What a cycle is made of: the registers of a monitor, and the days on which its documents came out. */
export interface CycleSource extends Pick<MonitorData, 'goals' | 'links' | 'agreements' | 'milestones'> {
	/** The documents, as the monitor dates them. */
	sources: Published;
}

/** A promise that got another version, or was withdrawn. */
export interface TargetChange {
	date: string;
	title: string;
	kind: 'changed' | 'withdrawn';
}

/** Plan, do and act of one goal on a day; how it stands, the check, is its verdict. */
export interface CycleFacts {
	plan: { targets: Target[]; actions: Goal[] };
	done: { results: Goal[]; money: Goal[]; agreements: Agreement[] };
	act: {
		pressure: Goal['pressure'];
		changes: TargetChange[];
		decisions: Milestone[];
	};
}

/** Changes of what was promised up to a day: every later version of a promise, and every promise that was withdrawn. */
export function targetChanges(targets: readonly Target[], asOf: string): TargetChange[] {
	const changed = targets
		.filter(({ id, since }) => targets.some((other) => other.id === id && other.since < since))
		.map(({ title, since: date }) => ({ date, title, kind: 'changed' as const }));
	const withdrawn = targets.flatMap(({ title, until }) =>
		until ? [{ date: until, title, kind: 'withdrawn' as const }] : []
	);
	return [...changed, ...withdrawn]
		.filter(({ date }) => date <= asOf)
		.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * What was agreed, done and adjusted for a goal, as it was known on a day. A document that nobody can
 * date is taken as known.
 */
export function cycleOf(source: CycleSource, goal: Goal, asOf: string): CycleFacts {
	const { goals, links, agreements, milestones, sources } = source;
	const below = contributorsOf(goal.id, links);
	const under = goals.filter((each) => below.has(each.id) && heldOn(each, sources, asOf));
	const concerns = (ids: readonly string[]) => ids.some((id) => id === goal.id || below.has(id));
	const begun = (period: string | undefined) => period === undefined || periodStart(period) <= asOf;
	const isOut = (document: string) => documentKnownOn(document, sources, asOf);
	return {
		plan: { targets: versionsOn(goal.targets, asOf), actions: under.filter(isAction) },
		done: {
			results: under.filter(({ kind }) => kind === 'result'),
			money: [goal, ...under].filter(({ money }) => money !== undefined && begun(money.period)),
			agreements: agreements.filter(
				(each) => concerns(each.goals) && begun(each.from) && isOut(each.source.document)
			)
		},
		act: {
			pressure: goal.pressure && isOut(goal.pressure.source.document) ? goal.pressure : undefined,
			changes: targetChanges(goal.targets, asOf),
			decisions: inOrder(milestones).filter(
				(each) => each.decision && begun(each.date) && heldOn(each, sources, asOf) && concerns(each.goals)
			)
		}
	};
}
