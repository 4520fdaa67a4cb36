import { error } from '@sveltejs/kit';
import { findMonitor, model } from '#lib/server/model.ts';

export const prerender = true;
export const entries = () =>
	model.monitors.flatMap(({ monitor, logo }) => (logo ? [{ monitor: monitor.slug, type: logo.type }] : []));

const types = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' };

export function GET({ params }) {
	const { logo } = findMonitor(params.monitor);
	if (logo?.type !== params.type) error(404, 'Deze monitor heeft geen logo van deze soort.');
	return new Response(Buffer.from(logo.bytes, 'base64'), { headers: { 'content-type': types[logo.type] } });
}
