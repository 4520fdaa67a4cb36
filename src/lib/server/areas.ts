import { areas as areasQuery, type AreaRow } from '#lib/db/queries/index.ts';
import { run } from './database.ts';

/** All areas of a gemeente on all boundaries. */
export const areasOf = (municipality: string): Promise<readonly AreaRow[]> => run(areasQuery, municipality);

/** The areas below a parent, the newest boundaries of each code, by code. */
export function below(areas: readonly AreaRow[], parent: string, level: AreaRow['level']): AreaRow[] {
	const newest = new Map<string, AreaRow>();
	for (const area of areas) if (area.parent === parent && area.level === level) newest.set(area.code, area);
	return [...newest.values()].toSorted((a, b) => a.code.localeCompare(b.code));
}
