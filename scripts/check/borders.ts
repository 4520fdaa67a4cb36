import type { Border } from '#lib/schema/border.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { duplicates, type Known } from './known.ts';
import type { Loaded } from './load.ts';

type Position = readonly number[];

/** The European Netherlands with some room around it, in degrees: from and up to. */
const near = { longitude: [3, 7.5], latitude: [50.5, 53.8] } as const;

const isNear = ([longitude, latitude]: Position): boolean =>
	longitude! >= near.longitude[0] &&
	longitude! <= near.longitude[1] &&
	latitude! >= near.latitude[0] &&
	latitude! <= near.latitude[1];

/** Every ring of a shape, with its path in the feature. */
function ringsOf({ geometry }: Border): { ring: Position[]; path: PropertyKey[] }[] {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons.flatMap((rings, i) =>
		rings.map((ring, j) => ({
			ring,
			path: ['geometry', 'coordinates', ...(geometry.type === 'Polygon' ? [] : [i]), j]
		}))
	);
}

/**
 * Checks maps: each area exists on the boundaries of the year, is there once and under its own name, its lines close,
 * and they lie in the Netherlands. A gemeente of a monitor has a map of all its wijken, or none at all.
 */
export function checkBorders({ borders, areas, monitors }: Loaded, known: Known, problems: Problem[]): void {
	const rows = areas.flatMap((file) => file.rows.map(({ row }) => row));
	for (const { file, boundaries } of borders) {
		if (!file?.value) continue;
		const { features } = file.value;
		const at = (path: PropertyKey[], expected: string, value?: unknown) =>
			problems.push(file.problemAt(['features', ...path], expected, value));
		duplicates(
			features.map(({ properties }, i) => ({ code: properties.code, i })),
			({ code }) => code,
			({ i }, code) => at([i, 'properties', 'code'], 'elk gebied één keer', code)
		);
		for (const [i, feature] of features.entries()) {
			const { code } = feature.properties;
			if (feature.id !== code) at([i, 'id'], `dezelfde code als bij properties: ${code}`, feature.id);
			if (!known.areas.has(`${code}/${boundaries}`))
				at([i, 'properties', 'code'], `een gebied op de grenzen van ${boundaries}`, code);
			for (const { ring, path } of ringsOf(feature)) {
				const [first, last] = [ring[0]!, ring.at(-1)!];
				if (first[0] !== last[0] || first[1] !== last[1])
					at(
						[i, ...path, ring.length - 1],
						`een lijn van ${code} die eindigt waar zij begint: [${first.join(', ')}]`,
						[...last]
					);
				// A shape in other coordinates has all its points elsewhere: the first one says enough.
				const away = ring.findIndex((position) => !isNear(position));
				if (away < 0) continue;
				at(
					[i, ...path, away],
					`een punt van ${code} in Nederland, in graden (WGS84): eerst de lengtegraad (${near.longitude.join(' tot ')}), dan de breedtegraad (${near.latitude.join(' tot ')})`,
					[...ring[away]!]
				);
				break;
			}
		}
		const drawn = new Set(features.map(({ properties }) => properties.code));
		for (const { files } of monitors) {
			const gemeente = files.monitor?.value?.municipality.slice(2);
			const own = rows.filter(
				(row) => row.level === 'wijk' && row.boundaries === boundaries && row.code.slice(2, 6) === gemeente
			);
			if (!own.some(({ code }) => drawn.has(code))) continue;
			for (const { code, name } of own)
				if (!drawn.has(code))
					at([], `ook de grens van ${code} (${name}): een kaart heeft elke wijk van een gemeente`);
		}
	}
}
