import { group } from 'd3';
import type { AreaLevel } from '../schema/area.ts';

/** An area on the boundaries of one year. */
export interface DatedArea {
	code: string;
	name: string;
	label: string;
	level: AreaLevel;
	parent: string | null;
	boundaries: number;
}

/** What the lists of areas of two years say about each other. Whether a border moved, they do not say. */
export interface BoundaryChanges<T extends DatedArea> {
	from: number;
	to: number;
	gone: T[];
	added: T[];
	/** The same code with another name. */
	renamed: { code: string; before: T; after: T }[];
	/** The same name and level with another code: gone under one code, added under another. */
	recoded: { before: T; after: T }[];
}

/** Which codes came, went or changed their name between the oldest and the newest boundaries there are. */
export function boundaryChanges<T extends DatedArea>(areas: readonly T[]): BoundaryChanges<T> | undefined {
	const years = [...new Set(areas.map(({ boundaries }) => boundaries))].toSorted((a, b) => a - b);
	const [from, to] = [years[0], years.at(-1)];
	if (from === undefined || to === undefined || from === to) return undefined;
	const of = (year: number) =>
		new Map(areas.filter(({ boundaries }) => boundaries === year).map((area) => [area.code, area]));
	const [old, now] = [of(from), of(to)];
	const gone = [...old.values()].filter(({ code }) => !now.has(code));
	const added = [...now.values()].filter(({ code }) => !old.has(code));
	const recoded = gone.flatMap((before) => {
		const after = added.find(({ name, level }) => name === before.name && level === before.level);
		return after ? [{ before, after }] : [];
	});
	const moved = new Set(recoded.flatMap(({ before, after }) => [before, after]));
	return {
		from,
		to,
		gone: gone.filter((area) => !moved.has(area)),
		added: added.filter((area) => !moved.has(area)),
		renamed: [...old.values()].flatMap((before) => {
			const after = now.get(before.code);
			return after && after.name !== before.name ? [{ code: before.code, before, after }] : [];
		}),
		recoded
	};
}

/** One area for each code, as it is on its newest boundaries, with every year in which the code exists. */
export function newestOf<T extends DatedArea>(
	areas: readonly T[]
): (T & { years: number[]; names: string[] })[] {
	return [...group(areas, ({ code }) => code).values()].map((same) => {
		const ordered = same.toSorted((a, b) => a.boundaries - b.boundaries);
		return {
			...ordered.at(-1)!,
			years: ordered.map(({ boundaries }) => boundaries),
			names: ordered.map(({ name }) => name)
		};
	});
}

/** Order of a list of areas for readers: `Buitengebied 2` before `Buitengebied 10`. */
export const byLabel = (a: { label: string }, b: { label: string }): number =>
	a.label.localeCompare(b.label, 'nl', { numeric: true });
