import { error } from '@sveltejs/kit';
import { findMonitor, model } from '#lib/server/model.ts';

export const prerender = true;
export const entries = () =>
	model.monitors.flatMap(({ monitor, theme }) => (theme === undefined ? [] : [{ monitor: monitor.slug }]));

export const GET = ({ params }) =>
	new Response(findMonitor(params.monitor).theme ?? error(404, 'Deze monitor heeft geen thema.'), {
		headers: { 'content-type': 'text/css; charset=utf-8' }
	});
