import { askChanges, countedQuestion } from '#lib/server/ask/asked.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { findMonitor, model } from '#lib/server/model.ts';
import { historyOf, legendOf } from '#lib/server/since.ts';
import { factsOf } from '#lib/server/verdicts.ts';

export const csr = true;
export const entries = monitorEntries;

export async function load({ params }) {
	const data = findMonitor(params.monitor);
	const [history, facts] = [await historyOf(data), await factsOf(data)];
	const asked = (kind: string) =>
		askChanges(
			history.figures.filter((each) => each.kind === kind),
			data.monitor.municipality
		);
	return {
		history,
		/** Questions that give the figures of the page, on any two days, and one for what each release changed. */
		asked: {
			new: await asked('new'),
			revised: await asked('revised'),
			changes: await Promise.all(
				history.steps.map(async ({ date }) => ({
					release: date,
					question: await countedQuestion('changes', params.monitor, [date])
				}))
			)
		},
		known: [
			...data.reports.map(({ asOf, period }) => ({ day: asOf, label: `Rapport ${period}` })),
			...model.releases.map(({ date }) => ({ day: date, label: 'Uitgave' }))
		],
		legend: await legendOf(data, [...history.figures, ...history.steps.flatMap(({ figures }) => figures)]),
		goals: data.goals.map(({ id, level, code, title }) => ({ id, level, code, title, facts: facts.get(id)! }))
	};
}
