import { citedFrame } from '#lib/server/citation/framed.ts';
import { findMonitor } from '#lib/server/model.ts';

export async function load({ params }) {
	const { slug, name, municipality, accent } = findMonitor(params.monitor).monitor;
	return {
		/** Without the header and footer of the site. */
		bare: true,
		accent,
		monitor: { slug, name, municipality },
		cited: await citedFrame(slug, params)
	};
}
