import { readFileSync } from 'node:fs';
import { placeMap, type Map, type Shape } from '#lib/charts/map.ts';

interface File {
	features: { geometry: Shape['geometry']; properties: { code: string; level: string } }[];
}

const file = JSON.parse(readFileSync('data/areas/wijken-2024.geojson', 'utf8')) as File;
const shapes = file.features
	.filter(({ properties }) => properties.level === 'wijk')
	.map(({ geometry, properties }): Shape => ({
		type: 'Feature',
		geometry,
		properties: { code: properties.code }
	}));

/** The wijken of 2024 of a gemeente, placed in a box of 600 wide; `undefined` where their borders are not there. */
export function mapOf(municipality: string): Map | undefined {
	const own = shapes.filter(({ properties }) => properties.code.slice(2, 6) === municipality.slice(2));
	return own.length > 0 ? placeMap(own, 600) : undefined;
}
