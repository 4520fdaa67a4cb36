import { findMonitor } from '#lib/server/model.ts';

/** The sections of a monitor: the part of their address, and their name. */
const sections: { part?: string; name: string }[] = [
	{ name: 'Overzicht' },
	{ part: 'doelen', name: 'Doelen' },
	{ part: 'voortgang', name: 'Voortgang' },
	{ part: 'acties', name: 'Acties' },
	{ part: 'indicatoren', name: 'Indicatoren' },
	{ part: 'gebieden', name: 'Gebieden' },
	{ part: 'middelen', name: 'Middelen' },
	{ part: 'aanpak', name: 'Aanpak' }
];
const steeringSection = { part: 'sturing', name: 'Sturing' };

export function load({ params }) {
	const { monitor, steering } = findMonitor(params.monitor);
	return {
		accent: monitor.accent,
		sections: steering ? [...sections, steeringSection] : sections,
		/** Whether the organisation has its own way of steering. */
		hasSteering: steering !== undefined,
		monitor: { slug: monitor.slug, name: monitor.name, municipality: monitor.municipality }
	};
}
