import { addresses } from '#lib/state/addresses.ts';
import type { Map } from '#lib/charts/map.ts';

/** The wijken of a gemeente on a map. */
export interface NamedMap extends Map {
	code: string;
	name: string;
}

/** Fetches the maps that there are; none where they cannot be had, for a table and a chart can do without. */
export async function fetchMaps(): Promise<NamedMap[]> {
	try {
		const response = await fetch(`${addresses.workbench()}kaarten.json`);
		if (!response.ok) return [];
		const found = (await response.json()) as Record<string, Omit<NamedMap, 'code'>>;
		return Object.entries(found).map(([code, map]) => ({ code, ...map }));
	} catch {
		return [];
	}
}
