import { loadSteeringPage } from '#lib/server/steering-page.ts';
import { model } from '#lib/server/model.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () =>
	model.monitors.filter(({ steering }) => steering).map(({ monitor }) => ({ monitor: monitor.slug }));

export const load = ({ params }) => loadSteeringPage(params.monitor);
