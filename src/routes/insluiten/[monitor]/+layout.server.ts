import { findMonitor } from '#lib/server/model.ts';

export function load({ params }) {
	const { slug, name, municipality, accent } = findMonitor(params.monitor).monitor;
	return {
		/** Without the header and footer of the site. */
		bare: true,
		accent,
		monitor: { slug, name, municipality }
	};
}
