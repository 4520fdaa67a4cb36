import { placeMap, type Map, type NamedMap, type Shape } from '#lib/charts/map.ts';
import { model } from './model.ts';

const shapes = model.borders.map(({ geometry, properties: { code } }): Shape => ({
	type: 'Feature',
	geometry,
	properties: { code }
}));

/** The wijken of a gemeente on the newest boundaries, placed in a box of 600 wide; `undefined` where it has no map. */
export function mapOf(municipality: string): Map | undefined {
	const own = shapes.filter(({ properties }) => properties.code.slice(2, 6) === municipality.slice(2));
	return own.length > 0 ? placeMap(own, 600) : undefined;
}

/** The maps of all gemeenten that have a monitor and borders, in the order of the monitors. */
export const allMaps = (): NamedMap[] =>
	model.monitors.flatMap(({ monitor: { municipality: code, name } }) => {
		const map = mapOf(code);
		return map ? [{ code, name, ...map }] : [];
	});
