import { reportsUntil, stateOn } from '#lib/domain/action/action.ts';
import { tellKinds, tellStates } from '#lib/domain/action/tell.ts';
import { cycleOf, type CycleSource } from '#lib/domain/cycle/cycle.ts';
import type { Cycle, NamedGoal } from '#lib/domain/cycle/view.ts';
import { formatDeadline } from '#lib/domain/goal-names.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import { moneyIds } from '#lib/domain/money.ts';
import { notesAbout } from '#lib/domain/notes.ts';
import { toFigure, type ProfileFigure } from '#lib/domain/profile.ts';
import { measuredSeries } from '#lib/domain/verdict/gather.ts';
import { knownOn } from '#lib/domain/verdict/judge.ts';
import { deadlineWords } from '#lib/domain/verdict/words.ts';
import type { Goal, GoalIndicator } from '#lib/schema/goal.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { documentTitles, pickFigures, sourcesOf } from './documents.ts';
import { pagesOf } from './indicator-page.ts';
import { findIndicator, model } from './model.ts';
import { readingsOf } from './readings.ts';
import { verdictsOf } from './verdicts.ts';

const sourceOf = (data: MonitorData): CycleSource => ({ ...data, sources: sourcesOf(data) });

/** The last figure of the gemeente that was known on a day, for one indicator of a goal. */
async function latest({ monitor }: MonitorData, { indicator: id, breakdown }: GoalIndicator, asOf: string) {
	const indicator = findIndicator(id);
	const own = breakdown ?? indicator.breakdowns[0]!;
	const all = (await readingsOf(monitor.municipality)).filter(
		(each) => each.indicator === id && each.breakdown === own && each.area === monitor.municipality
	);
	const rows = all.map((each) => ({ ...each, n: null }));
	const { series } = measuredSeries({ rows, indicators: model.indicators, sources: model.sources }, id, own);
	const last = knownOn(series, asOf).at(-1);
	const reading = all.find(({ period, table }) => String(period) === last?.period && table === last.table);
	const figure: ProfileFigure | undefined = reading && toFigure(reading, all);
	return {
		id,
		title: indicator.title,
		unit: indicator.unit,
		breakdown: own,
		group: groupLabel(own, indicator.breakdowns),
		hasPage: (await pagesOf(monitor.municipality))(id),
		figure
	};
}

const named = ({ id, level, code, title }: Goal): NamedGoal => ({ id, level, code, title });

/** How many actions a column names; the page with the actions has them all. */
const most = 6;

/** Plan, do, check and act of one goal, as it was on a day: what the four columns show. */
export async function loadCycle(data: MonitorData, goal: Goal, asOf = model.asOf): Promise<Cycle> {
	const source = sourceOf(data);
	const { plan, done, act } = cycleOf(source, goal, asOf);
	const verdict = (await verdictsOf(data, asOf)).get(goal.id)!;
	const indicators = [];
	for (const each of goal.indicators) indicators.push(await latest(data, each, asOf));
	const work = [...plan.actions, ...done.results];
	const reported = work.filter((each) => reportsUntil(each, asOf, source.sources).length > 0);
	return {
		goal: goal.id,
		asOf,
		plan: {
			targets: plan.targets.map((target) => ({
				id: target.id,
				title: target.title,
				due: deadlineWords(target),
				since: target.since
			})),
			deadline: goal.deadline && formatDeadline(goal.deadline),
			kinds: tellKinds(plan.actions),
			actions: plan.actions.slice(0, most).map(named),
			more: Math.max(0, plan.actions.length - most)
		},
		done: {
			kinds: tellKinds(work),
			told: tellStates(work, asOf, source.sources),
			reported: reported
				.filter((each) => stateOn(each, asOf, source.sources) !== 'planned')
				.slice(0, most)
				.map((each) => ({ ...named(each), state: stateOn(each, asOf, source.sources) })),
			money: done.money.map((each) => ({ ...named(each), money: each.money! })),
			agreements: done.agreements.map(({ id, partner, task, amounts, term }) => ({
				id,
				partner,
				task,
				term,
				amounts
			}))
		},
		check: {
			verdict,
			noIndicator: goal.noIndicator,
			indicators
		},
		act: {
			notes: notesAbout(data.notes, asOf, (about) => about.goal === goal.id),
			pressure: act.pressure,
			changes: act.changes,
			decisions: act.decisions.map(({ date, title, source }) => ({ date, title, source }))
		},
		documents: documentTitles(data),
		figures: pickFigures(data, [
			...done.money.flatMap(({ money }) => moneyIds(money!)),
			...done.agreements.flatMap(({ amounts }) => amounts)
		])
	};
}
