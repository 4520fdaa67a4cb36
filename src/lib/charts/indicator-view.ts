import { group } from 'd3';
import type { Indicator } from '../schema/indicator.ts';
import type { Breakdown, Missing } from '../schema/observation.ts';
import { groupPhrase } from '../domain/groups.ts';
import { tellTrend, type Sentence } from '../domain/sentence.ts';
import {
	isBroken,
	latestPeriod,
	missingReason,
	periodsOf,
	toSeries,
	valueAt,
	type Reading,
	type Series
} from '../domain/series.ts';
import type { PlacedEvent } from '../domain/events.ts';
import type { TargetLevel } from '../domain/target-levels.ts';
import { placeDots, type DotPlot } from './dots.ts';
import { placeMultiples, type Multiples } from './multiples.ts';
import { placeTrend, type Plot } from './trend.ts';

export interface Place {
	code: string;
	label: string;
}

/** One cell of the table: a value, or why there is none. */
export interface TableCell {
	period: number;
	value: number | null;
	missing?: Missing;
	provisional?: true;
	/** What the source gives, where this site corrected it. */
	published?: number;
	/** Worked out for other boundaries by the site. */
	converted?: true;
}

export interface TableRow extends Place {
	table: string;
	cells: TableCell[];
}

/** Everything that the charts and tables of one choice show, placed and ready to draw. */
export interface IndicatorView {
	breakdown: Breakdown;
	/** Areas that are compared, and the wholes they are part of. */
	parts: Place[];
	wholes: Place[];
	names: { one: string; more: string };
	periods: number[];
	latest?: number;
	sentence: Sentence;
	/** Tables that lines of one and the same period come from, where that is more than one. */
	mixed: string[];
	/** Whether figures come from a model. */
	estimated: boolean;
	/** A trend, or where there is one period only a ranked dot plot. */
	plot?: Plot;
	dots?: DotPlot;
	/** Each area apart, where there is a trend. */
	multiples?: Multiples;
	rows: TableRow[];
	/** Values of the latest period, from high to low. */
	ranking: (Place & { value: number })[];
}

export interface ViewOptions {
	indicator: Pick<Indicator, 'unit' | 'phrase'>;
	breakdown: Breakdown;
	wholes: Place[];
	parts: Place[];
	names: { one: string; more: string };
	readings: readonly Reading[];
	levels?: TargetLevel[];
	events?: readonly PlacedEvent[];
	/** Wholes that the reader added to compare with. */
	compared?: Place[];
}

function tableRows(
	places: readonly Place[],
	readings: readonly Reading[],
	periods: readonly number[]
): TableRow[] {
	const byArea = group(readings, ({ area, table }) => `${area} ${table}`);
	// On chosen boundaries what is missing is what could not be worked out for them.
	const isConverted = readings.some(({ basis }) => basis);
	return places.flatMap((place) => {
		const tables = [...new Set(readings.filter(({ area }) => area === place.code).map(({ table }) => table))];
		const cell = (own: readonly Reading[], period: number): TableCell => {
			const found = own.find((reading) => reading.period === period);
			if (!found)
				return { period, value: null, missing: 'unknown', ...(isConverted && { converted: true as const }) };
			const missing = missingReason(found);
			return {
				period,
				value: found.value,
				...(missing && { missing }),
				...(found.status === 'provisional' && { provisional: true }),
				...(typeof found.published === 'number' && { published: found.published }),
				...(found.basis && { converted: true })
			};
		};
		return tables.map((table) => ({
			...place,
			table,
			cells: periods.map((period) => cell(byArea.get(`${place.code} ${table}`) ?? [], period))
		}));
	});
}

/** Rows of one area from tables that never give the same period belong on one line. */
function mergeRows(rows: readonly TableRow[]): TableRow[] {
	return [...group(rows, ({ code }) => code).values()].flatMap((own) => {
		const overlap = own[0]!.cells.some(
			(_, i) => own.filter(({ cells }) => cells[i]!.missing !== 'unknown').length > 1
		);
		if (own.length === 1 || overlap) return own;
		return [
			{
				...own[0]!,
				cells: own[0]!.cells.map(
					(cell, i) => own.map(({ cells }) => cells[i]!).find(({ missing }) => missing !== 'unknown') ?? cell
				)
			}
		];
	});
}

/** Why a line stops: other boundaries, and for estimates of a model also why they were not worked out for them. */
function tellBreak(before: Reading, after: Reading): string {
	const years = `${before.boundaries} en ${after.boundaries}`;
	const isEstimate = before.status === 'estimate' || after.status === 'estimate';
	return `Andere tabel en andere gebiedsgrenzen (${years}): vergelijk met zorg.${isEstimate ? ' Schattingen uit een model worden niet omgerekend naar andere grenzen.' : ''}`;
}

function breaksOf(series: readonly Series[]): { between: [number, number]; why: string }[] {
	const found = new Map<string, { between: [number, number]; why: string }>();
	for (const { points } of series)
		for (const [i, point] of points.entries()) {
			const before = points[i - 1];
			if (before && isBroken(before, point))
				found.set(`${before.period} ${point.period}`, {
					between: [before.period, point.period],
					why: tellBreak(before, point)
				});
		}
	return [...found.values()];
}

/** The tables between which lines are compared in some period; none where each period has one table. */
function mixedTables(series: readonly Series[]): string[] {
	const points = series.flatMap((each) => each.points);
	const perPeriod = [...group(points, ({ period }) => period).values()].map(
		(same) => new Set(same.map(({ table }) => table))
	);
	return [...new Set(perPeriod.filter(({ size }) => size > 1).flatMap((tables) => [...tables]))].toSorted();
}

/**
 * Makes the whole of an indicator's page out of the rows of the `trend` query: at build for what is prerendered,
 * in the browser for every other choice.
 */
export function makeView(options: ViewOptions): IndicatorView {
	const { indicator, breakdown, wholes, parts, names, readings, levels, events, compared } = options;
	const places = [...wholes, ...parts];
	const wanted = new Set(places.map(({ code }) => code));
	const series = toSeries(readings.filter(({ area }) => wanted.has(area)));
	const byArea = new Map(series.map((each) => [each.area, each]));
	const own = parts.flatMap(({ code }) => byArea.get(code) ?? []);
	const periods = periodsOf(series);
	const latest = latestPeriod(own.length > 0 ? own : series);
	const ranking = parts
		.flatMap((place) => {
			const value = valueAt(byArea.get(place.code), latest);
			return value === undefined ? [] : [{ ...place, value }];
		})
		.toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'nl'));
	const isTrend = periods.length > 1;
	const references = wholes.flatMap((place) => {
		const value = valueAt(byArea.get(place.code), latest);
		return value === undefined ? [] : [{ ...place, value }];
	});
	return {
		breakdown,
		parts,
		wholes,
		names,
		periods,
		latest,
		mixed: mixedTables(series),
		estimated: readings.some(({ status }) => status === 'estimate'),
		sentence: tellTrend({
			indicator: { ...indicator, phrase: groupPhrase(indicator.phrase, breakdown) },
			whole: wholes[0],
			compared,
			parts,
			names,
			series
		}),
		...(isTrend && {
			plot: placeTrend(series, {
				unit: indicator.unit,
				height: 360,
				levels,
				events,
				breaks: breaksOf(series)
			})
		}),
		...(!isTrend && ranking.length > 0 && { dots: placeDots(ranking, references, indicator.unit) }),
		...(isTrend && { multiples: placeMultiples(parts, byArea, indicator.unit, wholes[0]) }),
		rows: mergeRows(tableRows(places, readings, periods)),
		ranking
	};
}
