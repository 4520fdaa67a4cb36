import { measurability, shareMeasured } from '#lib/domain/measure.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { findMonitor } from '#lib/server/model.ts';
import { verdictsOf } from '#lib/server/verdicts.ts';

export const csr = true;
export const entries = monitorEntries;

export async function load({ params }) {
	const data = findMonitor(params.monitor);
	const { monitor, goals, links } = data;
	const verdicts = await verdictsOf(data);
	return {
		promise: monitor.promise,
		levels: monitor.levels.map(({ level, label, empty }) => ({ level, label, empty })),
		themes: monitor.themes,
		nodes: goals.map((goal) => ({
			id: goal.id,
			level: goal.level,
			kind: goal.kind,
			code: goal.code,
			title: goal.title,
			themes: goal.themes,
			owner: goal.owner,
			measured: measurability(goal),
			status: verdicts.get(goal.id)!.status,
			rule: verdicts.get(goal.id)!.rule
		})),
		links: links.map(({ from, to, origin }) => ({ from, to, origin })),
		shares: shareMeasured(goals)
	};
}
