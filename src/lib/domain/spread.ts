import { ascending } from 'd3';
import type { Unit } from '../schema/indicator.ts';
import { latestPeriod, valueAt, type Series } from './series.ts';

/** An indicator with the parts of a whole between which it differs most. */
export interface Spread {
	indicator: string;
	period: number;
	/** All parts with the lowest figure, and all with the highest. */
	lowest: { area: string; value: number }[];
	highest: { area: string; value: number }[];
	/** Highest minus lowest, in percentage points. */
	distance: number;
}

/**
 * How far apart the parts lie on an indicator in its latest year. Only percentages are compared with each other: their
 * points mean the same.
 * @returns `undefined` where fewer than two parts have a figure, or the unit is no percentage
 */
export function spreadOf(indicator: string, unit: Unit, parts: readonly Series[]): Spread | undefined {
	const period = latestPeriod(parts);
	if (unit !== 'procent' || period === undefined) return undefined;
	const values = parts
		.flatMap((series) => {
			const value = valueAt(series, period);
			return value === undefined ? [] : [{ area: series.area, value }];
		})
		.toSorted((a, b) => ascending(a.value, b.value));
	const [lowest, highest] = [values[0], values.at(-1)];
	if (!lowest || !highest || values.length < 2) return undefined;
	const having = ({ value }: typeof lowest) => values.filter((each) => each.value === value);
	return {
		indicator,
		period,
		lowest: having(lowest),
		highest: having(highest),
		distance: highest.value - lowest.value
	};
}
