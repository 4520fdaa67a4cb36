import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Feed } from '#lib/schema/feed.ts';
import type { Fetched } from './adapter.ts';
import { FetchProblem } from './problem.ts';

/** Where the boundaries of wijken of a year stand in `data/`. */
export const boundariesPlace = (data: string, year: number): string =>
	join(data, 'areas', `wijken-${year}.geojson`);

const known = z.object({ features: z.array(z.object({ properties: z.object({ code: z.string() }) })) });

/**
 * Areas of which `data/` has boundaries and the service has none any more, as a reason not to take them over unseen.
 * @throws a `FetchProblem` where the file in `data/` cannot be read
 */
export function goneBoundaries({ boundaries }: Fetched, { boundaries: year }: Feed, data: string): string[] {
	if (!boundaries || year === undefined) return [];
	const path = boundariesPlace(data, year);
	if (!existsSync(path)) return [];
	const read = known.safeParse(JSON.parse(readFileSync(path, 'utf8')));
	if (!read.success) throw FetchProblem.of(path, 'GeoJSON met bij elk gebied een code');
	const found = new Set(boundaries.map(({ code }) => code));
	const gone = read.data.features.map(({ properties }) => properties.code).filter((code) => !found.has(code));
	return gone.length > 0 ? [`Er verdwijnen grenzen, van ${gone.join(', ')}.`] : [];
}
