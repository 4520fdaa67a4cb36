import { loadGoalPage } from '#lib/server/goal-page.ts';
import { model } from '#lib/server/model.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () =>
	model.monitors.flatMap(({ monitor, goals }) =>
		goals.map(({ id }) => ({ monitor: monitor.slug, goal: id }))
	);

export const load = ({ params }) => loadGoalPage(params.monitor, params.goal);
