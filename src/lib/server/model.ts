import { readFileSync } from 'node:fs';
import { error } from '@sveltejs/kit';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { Model, MonitorData } from '#lib/schema/model.ts';

/** The checked texts of `data/`, as `npm run data` left them. */
export const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;

/** The monitor of an address, or a page that says there is none. */
export function findMonitor(slug: string): MonitorData {
	return (
		model.monitors.find(({ monitor }) => monitor.slug === slug) ?? error(404, `Er is geen monitor "${slug}".`)
	);
}

/** The indicator of an address, or a page that says there is none. */
export function findIndicator(id: string): Indicator {
	return model.indicators.find((each) => each.id === id) ?? error(404, `Er is geen indicator "${id}".`);
}
