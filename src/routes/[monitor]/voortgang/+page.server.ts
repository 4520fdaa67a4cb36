import { monitorEntries } from '#lib/server/entries.ts';
import { findMonitor, model } from '#lib/server/model.ts';
import { factsOf } from '#lib/server/verdicts.ts';

export const csr = true;
export const entries = monitorEntries;

export async function load({ params }) {
	const data = findMonitor(params.monitor);
	const facts = await factsOf(data);
	return {
		asOf: model.asOf,
		reports: data.reports.map(({ period, title }) => ({ period, title })),
		goals: data.goals.map(({ id, level, code, title }) => ({ id, level, code, title, facts: facts.get(id)! }))
	};
}
