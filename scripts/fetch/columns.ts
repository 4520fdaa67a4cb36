import type { Mapping } from '#lib/schema/mapping.ts';

/** The name of a column without the number that shifts from year to year: `Eenzaam` for `Eenzaam_28`. */
const bare = (name: string): string => name.replace(/_\d+$/, '');

/** How names of columns are compared: as they are, without the number that shifts, or without capitals. */
export type Naming = 'numbered' | 'small';

/** The indexes of the columns with a name: those that are called so exactly, or else those that come down to it. */
export function findColumns(names: readonly string[], wanted: string, naming: Naming): number[] {
	const indexes = [...names.keys()];
	const exact = indexes.filter((i) => names[i]!.trim() === wanted);
	if (exact.length > 0) return exact;
	return naming === 'numbered'
		? indexes.filter((i) => bare(names[i]!.trim()) === wanted)
		: indexes.filter((i) => names[i]!.trim().toLowerCase() === wanted.toLowerCase());
}

/** The columns of one measure: its figures, their margin and the number of people. */
export const namesOf = ({ name, lower, upper, n }: Mapping['measures'][number]): string[] =>
	[name, lower, upper, n].filter((each) => each !== undefined);

/** All columns that a mapping names, each once. */
export function namedColumns({ area, period, breakdown, long, measures, where }: Mapping): string[] {
	const figures = long ? [long.column, long.value] : measures.flatMap(namesOf);
	const others = [
		area.column,
		area.levelColumn,
		period && 'column' in period ? period.column : undefined,
		breakdown && 'column' in breakdown ? breakdown.column : undefined,
		...Object.keys(where)
	];
	return [...new Set([...others, ...figures].filter((name) => name !== undefined))];
}
