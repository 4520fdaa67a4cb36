import { findMonitor } from '#lib/server/model.ts';

export function load({ params }) {
	const { monitor } = findMonitor(params.monitor);
	return {
		accent: monitor.accent,
		monitor: { slug: monitor.slug, name: monitor.name, municipality: monitor.municipality }
	};
}
