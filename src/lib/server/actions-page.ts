import { group } from 'd3';
import { actionKinds, dueOf, isAction, reportsUntil, silentAfterDue } from '#lib/domain/action/action.ts';
import { tellActions } from '#lib/domain/action/tell.ts';
import { rank } from '#lib/domain/tree.ts';
import type { GoalVerdict } from '#lib/domain/verdict/judge.ts';
import type { Goal } from '#lib/schema/goal.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { documentTitles, sourcesOf } from './documents.ts';
import { findMonitor, model } from './model.ts';
import { verdictsOf } from './verdicts.ts';

/** How many goals an action names that it contributes to; its own page has them all. */
const most = 4;

function servedBy({ goals, links }: MonitorData, id: string) {
	const ends = new Set(links.filter(({ from }) => from === id).map(({ to }) => to));
	const served = goals
		.filter((goal) => ends.has(goal.id))
		.toSorted((a, b) => rank(a.level) - rank(b.level))
		.map(({ id: own, level, code, title }) => ({ id: own, level, code, title }));
	return { goals: served.slice(0, most), more: Math.max(0, served.length - most) };
}

const describe = (data: MonitorData, goal: Goal, verdict: GoalVerdict) => ({
	id: goal.id,
	kind: goal.kind,
	code: goal.code,
	title: goal.title,
	owner: goal.owner,
	due: dueOf(goal),
	silent: silentAfterDue(goal, model.asOf, sourcesOf(data)),
	reports: reportsUntil(goal, model.asOf, sourcesOf(data)),
	verdict: { status: verdict.status, rule: verdict.rule },
	serves: servedBy(data, goal.id)
});
export type ActionItem = ReturnType<typeof describe>;

/** Assignments that stand in an agreement with a partner: what has to be worked out, by whom and for how long. */
const assignmentsOf = ({ monitor, agreements }: MonitorData) =>
	monitor.statements.flatMap(({ id, title, intro, source, items, agreement }) => {
		const own = agreements.find((each) => each.id === agreement);
		return own
			? [{ id, title, intro, source, items, agreement: { id: own.id, partner: own.partner, term: own.term } }]
			: [];
	});

/** All that the page with the actions of a monitor shows: by theme, each under the first of its themes. */
export async function loadActionsPage(slug: string) {
	const data = findMonitor(slug);
	const verdicts = await verdictsOf(data);
	const actions = data.goals.filter(isAction);
	const byTheme = group(actions, ({ themes }) => themes[0] ?? '');
	const themes = [{ id: '', title: 'Zonder thema' }, ...data.monitor.themes];
	return {
		asOf: model.asOf,
		told: tellActions(actions, model.asOf, sourcesOf(data)),
		/** Whether the documents name work as such, or else only how people should work. */
		hasWork: actions.some(({ kind }) => actionKinds.includes(kind)),
		groups: themes
			.map(({ id, title }) => ({
				id: id || 'geen-thema',
				title,
				actions: (byTheme.get(id) ?? []).map((goal) => describe(data, goal, verdicts.get(goal.id)!))
			}))
			.filter((own) => own.actions.length > 0),
		assignments: assignmentsOf(data),
		documents: documentTitles(data)
	};
}
