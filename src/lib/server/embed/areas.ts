import { loadAreaList } from '../area-list.ts';
import { citedFrame } from '../citation/framed.ts';
import { model } from '../model.ts';
import { mapOf } from '../shapes.ts';
import { sourcesNamed } from './sources.ts';

/** The addresses of the maps of all monitors that have borders. */
export const areaMapEntries = () =>
	model.monitors
		.filter(({ monitor }) => mapOf(monitor.municipality))
		.map(({ monitor }) => ({ monitor: monitor.slug }));

/** The map of wijken with their inhabitants. */
export async function loadAreaMap(slug: string) {
	const { wijken, map, mapTitle, residentsSource, years } = await loadAreaList(slug);
	const sources = [
		...residentsSource.map(({ id }) => id),
		`wijken-en-buurten-${years.at(-1)}`,
		'wijkgrenzen-2024'
	];
	return {
		wijken,
		map,
		mapTitle,
		residentsSource,
		sources: sourcesNamed(sources),
		cited: await citedFrame(slug, { part: '#cijfers' })
	};
}
