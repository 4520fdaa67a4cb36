import { findMonitor } from '#lib/server/model.ts';

export function load({ params }) {
	const { monitor, steering } = findMonitor(params.monitor);
	return {
		accent: monitor.accent,
		/** Whether the organisation has its own way of steering. */
		hasSteering: steering !== undefined,
		monitor: { slug: monitor.slug, name: monitor.name, municipality: monitor.municipality }
	};
}
