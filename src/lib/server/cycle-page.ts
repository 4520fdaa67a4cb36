import { error } from '@sveltejs/kit';
import { outcomeNames, tellVerdicts } from '#lib/domain/verdict/judge.ts';
import { loadCycle } from './cycle.ts';
import { findMonitor } from './model.ts';

/** The outcome goals of a monitor with their plan, do, check and act in one period on which is reported. */
export async function loadCyclePage(slug: string, period: string) {
	const data = findMonitor(slug);
	const report =
		data.reports.find((each) => each.period === period) ?? error(404, `Er is geen periode "${period}".`);
	const outcomes = data.goals.filter(({ level }) => level === 'outcome');
	const goals = [];
	for (const goal of outcomes)
		goals.push({
			id: goal.id,
			level: goal.level,
			code: goal.code,
			title: goal.title,
			cycle: await loadCycle(data, goal, report.asOf)
		});
	return {
		report,
		others: data.reports.filter((each) => each.period !== period),
		told: tellVerdicts(
			goals.map(({ cycle }) => cycle.check.verdict),
			outcomeNames
		),
		goals
	};
}
