import { loadCyclePage } from '#lib/server/cycle-page.ts';
import { model } from '#lib/server/model.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () =>
	model.monitors.flatMap(({ monitor, reports }) =>
		reports.map(({ period }) => ({ monitor: monitor.slug, period }))
	);

export const load = ({ params }) => loadCyclePage(params.monitor, params.period);
