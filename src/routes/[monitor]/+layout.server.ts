import { findMonitor } from '#lib/server/model.ts';

/** The sections of a monitor, as in their addresses; their names are the same with a capital. */
const sections = ['doelen', 'voortgang', 'acties', 'indicatoren', 'gebieden', 'middelen', 'aanpak'];

export function load({ params }) {
	const { monitor, steering } = findMonitor(params.monitor);
	return {
		accent: monitor.accent,
		sections: steering ? [...sections, 'sturing'] : sections,
		/** Whether the organisation has its own way of steering. */
		hasSteering: steering !== undefined,
		monitor: { slug: monitor.slug, name: monitor.name, municipality: monitor.municipality }
	};
}
