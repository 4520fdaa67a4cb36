import { measurability, shareMeasured } from '#lib/domain/measure.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { findMonitor } from '#lib/server/model.ts';

export const entries = monitorEntries;

export function load({ params }) {
	const { monitor, goals, links } = findMonitor(params.monitor);
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
			measured: measurability(goal)
		})),
		links: links.map(({ from, to, origin }) => ({ from, to, origin })),
		shares: shareMeasured(goals)
	};
}
