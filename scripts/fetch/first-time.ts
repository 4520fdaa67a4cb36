import type { TidyRow } from '#lib/schema/tidy.ts';

/**
 * Remembers on which line each figure was given, in little memory: a file may hold millions.
 * @returns a function that gives the line on which a figure was given before, or `undefined` the first time
 */
export function firstTimes(): (
	figure: Pick<TidyRow, 'indicator' | 'area' | 'period' | 'breakdown'>,
	line: number
) => number | undefined {
	const series = new Map<string, number>();
	const lines = new Map<string, Map<number, number>>();
	return ({ indicator, area, period, breakdown }, line) => {
		const key = `${indicator} ${period} ${breakdown}`;
		const id = series.get(key) ?? series.size;
		series.set(key, id);
		const own = lines.get(area) ?? new Map<number, number>();
		if (own.size === 0) lines.set(area, own);
		const first = own.get(id);
		if (first === undefined) own.set(id, line);
		return first;
	};
}
