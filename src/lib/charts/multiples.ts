import { scaleLinear } from 'd3';
import { latestPeriod, periodsOf, pointAt, type Series } from '../domain/series.ts';
import type { ShownUnit } from '../domain/format.ts';
import type { Place } from './indicator-view.ts';
import { formatTick, placeTrend, valueDomain, type Line } from './trend.ts';

/** A small chart of one area, on the scale that all of them share. */
export interface Multiple extends Place {
	lines: Line[];
	last?: { period: number; value: number; table: string };
	/** Set on those with the highest and the lowest share of the latest period; counts do not compare. */
	extreme?: 'highest' | 'lowest' | undefined;
}

/** Small charts with what they have in common. */
export interface Multiples {
	height: number;
	/** The values at the foot and at the top of each chart. */
	scale: { bottom: string; top: string };
	/** The years at the left and at the right. */
	years: { first: number; last: number };
	/** The whole that is drawn in grey in each of them. */
	reference?: Place;
	charts: Multiple[];
}

const height = 96;

/** The smallest round bounds that hold all values; counts and rates start at zero. */
function roundDomain(series: readonly Series[], unit: ShownUnit): [number, number] {
	const [low, high] = valueDomain(series);
	const [bottom, top] = scaleLinear([unit === 'procent' ? low : Math.min(0, low), high], [0, 1])
		.nice(4)
		.domain();
	return [bottom!, top!];
}

/**
 * Places each area in a chart of its own, from high to low. The scale holds the areas and the whole that is drawn
 * with them. The count of a whole would flatten the counts of its parts, so there it is left out.
 */
export function placeMultiples(
	parts: readonly Place[],
	series: ReadonlyMap<string, Series>,
	unit: ShownUnit,
	whole?: Place
): Multiples | undefined {
	const own = parts.flatMap((place) => {
		const found = series.get(place.code);
		return found ? [{ place, found }] : [];
	});
	if (own.length === 0) return undefined;
	const isShare = unit === 'procent' || unit === 'per-1000';
	const reference = isShare && whole && series.get(whole.code);
	const shown = [...(reference ? [reference] : []), ...own.map(({ found }) => found)];
	const periods = periodsOf(shown);
	const latest = latestPeriod(own.map(({ found }) => found));
	const domain = roundDomain(shown, unit);
	const lines = new Map(placeTrend(shown, { unit, height, domain }).lines.map((line) => [line.area, line]));
	const charts = own
		.map(({ place, found }) => {
			const last = pointAt(found, latestPeriod([found]));
			return {
				...place,
				lines: [...(reference ? [lines.get(reference.area)!] : []), lines.get(place.code)!],
				...(last && { last: { period: last.period, value: last.value, table: last.table } })
			};
		})
		.toSorted(
			(a, b) =>
				(b.last?.period ?? 0) - (a.last?.period ?? 0) ||
				(b.last?.value ?? 0) - (a.last?.value ?? 0) ||
				a.label.localeCompare(b.label, 'nl')
		);
	const nowOf = ({ last }: Pick<Multiple, 'last'>): number[] =>
		last && last.period === latest ? [last.value] : [];
	const now = charts.flatMap(nowOf);
	const [highest, lowest] = [now[0], now.at(-1)];
	const hasExtremes = isShare && now.length > 2 && highest !== lowest;
	function extremeOf(chart: Pick<Multiple, 'last'>): Multiple['extreme'] {
		const [value] = nowOf(chart);
		if (!hasExtremes || value === undefined) return undefined;
		return value === highest ? 'highest' : value === lowest ? 'lowest' : undefined;
	}
	return {
		height,
		scale: { bottom: formatTick(domain[0], unit), top: formatTick(domain[1], unit) },
		years: { first: periods[0]!, last: periods.at(-1)! },
		...(reference && { reference: whole }),
		charts: charts.map((each) => ({ ...each, extreme: extremeOf(each) }))
	};
}
