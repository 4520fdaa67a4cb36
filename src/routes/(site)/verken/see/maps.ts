import { addresses } from '#lib/state/addresses.ts';
import type { NamedMap } from '#lib/charts/map.ts';

async function fetchAll(): Promise<NamedMap[]> {
	const response = await fetch(`${addresses.workbench()}kaarten.json`);
	if (!response.ok) throw new Error(`kaarten.json: ${response.status}`);
	const found = (await response.json()) as Record<string, Omit<NamedMap, 'code'>>;
	return Object.entries(found).map(([code, map]) => ({ code, ...map }));
}

let fetched: Promise<NamedMap[]> | undefined;

/** Fetches the maps that there are, once; none where they cannot be had, for a table and a chart can do without. */
export async function fetchMaps(): Promise<NamedMap[]> {
	fetched ??= fetchAll();
	try {
		return await fetched;
	} catch {
		fetched = undefined;
		return [];
	}
}
