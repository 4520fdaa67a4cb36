import { group } from 'd3';
import type { Indicator } from '../schema/indicator.ts';
import type { Breakdown, Missing } from '../schema/observation.ts';
import { distinct } from '../domain/areas.ts';
import { groupPhrase } from '../domain/groups.ts';
import { tellTrend, type Sentence } from '../domain/sentence.ts';
import {
	isBroken,
	latestPeriod,
	missingReason,
	periodsOf,
	pointAt,
	toSeries,
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
	/** What a reader must know before comparing, in sentences. */
	cautions: string[];
	/** A trend, or where there is one period only a ranked dot plot. */
	plot?: Plot;
	dots?: DotPlot;
	/** Each area apart, where there is a trend. */
	multiples?: Multiples;
	rows: TableRow[];
	/** The periods of each table, where some row has none in a period: its table does not go that far. */
	spans: { table: string; periods: number[] }[];
	/** Values of the latest period, from high to low. */
	ranking: (Place & { value: number; table: string })[];
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

/** A row of the table with the tables it is made of; a cell of which there is no reading is left open. */
interface OpenRow extends Place {
	tables: string[];
	cells: (TableCell | undefined)[];
}

function toCell(reading: Reading): TableCell {
	const missing = missingReason(reading);
	return {
		period: reading.period,
		value: reading.value,
		...(missing && { missing }),
		...(reading.status === 'provisional' && { provisional: true }),
		...(typeof reading.published === 'number' && { published: reading.published }),
		...(reading.basis && { converted: true })
	};
}

/** Rows of one area from tables that never give the same period belong on one line. */
function mergeRows(rows: readonly OpenRow[]): OpenRow[] {
	const [first] = rows;
	const overlap = first?.cells.some((_, i) => rows.filter(({ cells }) => cells[i]).length > 1);
	if (!first || overlap) return [...rows];
	const tables = rows.flatMap((row) => row.tables);
	return [
		{ ...first, tables, cells: first.cells.map((_, i) => rows.find(({ cells }) => cells[i])?.cells[i]) }
	];
}

/**
 * The rows of the table. Where an area has no figure in a period, its table does not go that far, or does and gives
 * nothing; on chosen boundaries it could not be worked out.
 */
function tableRows(
	places: readonly Place[],
	readings: readonly Reading[],
	periods: readonly number[]
): { rows: TableRow[]; spans: IndicatorView['spans'] } {
	const byArea = group(
		readings,
		({ area }) => area,
		({ table }) => table
	);
	const isConverted = readings.some(({ basis }) => basis);
	const spans = [...group(readings, ({ table }) => table)].map(([table, own]) => ({
		table,
		periods: periods.filter((period) => own.some((reading) => reading.period === period))
	}));
	const isOutside = (tables: readonly string[], period: number): boolean =>
		!isConverted && spans.every((span) => !tables.includes(span.table) || !span.periods.includes(period));
	const close = ({ tables, cells, ...place }: OpenRow): TableRow => ({
		...place,
		table: tables[0]!,
		cells: cells.map((cell, i): TableCell => {
			const period = periods[i]!;
			if (cell) return cell;
			return {
				period,
				value: null,
				missing: isOutside(tables, period) ? 'not-applicable' : 'unknown',
				...(isConverted && { converted: true as const })
			};
		})
	});
	const rows = places.flatMap((place) => {
		const own = [...(byArea.get(place.code) ?? [])].map(([table, same]): OpenRow => ({
			...place,
			tables: [table],
			cells: periods.map((period) => {
				const found = same.find((reading) => reading.period === period);
				return found && toCell(found);
			})
		}));
		return mergeRows(own);
	});
	const isShort = rows.some(({ tables, cells }) =>
		cells.some((cell, i) => !cell && isOutside(tables, periods[i]!))
	);
	return { rows: rows.map(close), spans: isShort ? spans : [] };
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

/** What a reader must know before comparing lines: that some period has more tables than one, and that a model made them. */
function tellCautions(series: readonly Series[], readings: readonly Reading[]): string[] {
	const points = series.flatMap((each) => each.points);
	const perPeriod = [...group(points, ({ period }) => period).values()].map(
		(same) => new Set(same.map(({ table }) => table))
	);
	const mixed = [...new Set(perPeriod.filter(({ size }) => size > 1).flatMap((tables) => [...tables]))];
	const names = mixed.toSorted().map((table) => table.toUpperCase());
	return [
		...(names.length > 0
			? [
					`Niet alle lijnen komen uit dezelfde tabel (${names.join(' en ')}). De tabellen verschillen een paar tienden: vergelijk die lijnen met zorg.`
				]
			: []),
		...(readings.some(({ status }) => status === 'estimate')
			? ['Het zijn schattingen. De bron geeft geen marge (marge onbekend).']
			: [])
	];
}

/**
 * Makes the whole of an indicator's page out of the rows of the `trend` query: at build for what is prerendered,
 * in the browser for every other choice.
 */
export function makeView(options: ViewOptions): IndicatorView {
	const { indicator, breakdown, names, readings, levels, events } = options;
	const places = distinct([...options.wholes, ...options.parts]);
	const named = new Map(places.map((place) => [place.code, place]));
	const [wholes, parts] = [options.wholes, options.parts].map((own) =>
		own.map(({ code }) => named.get(code)!)
	) as [Place[], Place[]];
	const wanted = new Set(places.map(({ code }) => code));
	const series = toSeries(readings.filter(({ area }) => wanted.has(area)));
	const byArea = new Map(series.map((each) => [each.area, each]));
	const own = parts.flatMap(({ code }) => byArea.get(code) ?? []);
	const periods = periodsOf(series);
	const latest = latestPeriod(own.length > 0 ? own : series);
	const ranking = parts
		.flatMap((place) => {
			const point = pointAt(byArea.get(place.code), latest);
			return point ? [{ ...place, value: point.value, table: point.table }] : [];
		})
		.toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'nl'));
	const isTrend = periods.length > 1;
	const references = wholes.flatMap((place) => {
		const point = pointAt(byArea.get(place.code), latest);
		return point ? [{ ...place, value: point.value, table: point.table }] : [];
	});
	return {
		breakdown,
		parts,
		wholes,
		names,
		periods,
		latest,
		cautions: tellCautions(series, readings),
		sentence: tellTrend({
			indicator: { ...indicator, phrase: groupPhrase(indicator.phrase, breakdown) },
			whole: wholes[0],
			compared: options.compared,
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
		...tableRows(places, readings, periods),
		ranking
	};
}
