import { group } from 'd3';
import type { Conversion, ConversionBasis } from '../../schema/area.ts';
import type { Indicator } from '../../schema/indicator.ts';
import type { TableObservation } from '../../schema/model.ts';
import { missing, type Breakdown, type ObservationStatus } from '../../schema/observation.ts';
import { isSameBorder } from './basis.ts';
import { convertCounts, convertShares, type Converted, type Count } from './convert.ts';

/** A figure of a table on newer boundaries than the table itself has. */
export interface ConvertedObservation {
	table: string;
	indicator: string;
	area: string;
	/** Year of the newer boundaries. */
	boundaries: number;
	period: string;
	breakdown: Breakdown;
	value: number | null;
	status: ObservationStatus;
	basis: ConversionBasis;
}

const wholes: Partial<Record<Indicator['unit'], number>> = { procent: 100, 'per-1000': 1000 };

function countOf({ value, status }: TableObservation): Count {
	const reason = missing.safeParse(status);
	return { value, missing: value === null && reason.success ? reason.data : undefined };
}

const byArea = (rows: readonly TableObservation[]): Map<string, Count> =>
	new Map(rows.map((row) => [row.area, countOf(row)]));

/** Figures that are no counts stay as they are where the publisher says that no border moved. */
const carryOver = (figures: ReadonlyMap<string, Count>, conversions: readonly Conversion[]): Converted[] =>
	conversions.flatMap(({ from, to, basis }) => {
		const figure = figures.get(from);
		return figure && isSameBorder(basis) ? { ...figure, area: to, basis, parts: [from] } : [];
	});

/**
 * Every figure that can be worked out on the newest boundaries that conversions lead to. Counts are converted; shares
 * with their denominator; estimates of a model and shares without one only where no border moved. What the publisher
 * itself gives on those boundaries is left alone.
 * @param boundariesOf year of the boundaries of each table
 */
export function convertObservations(
	observations: readonly TableObservation[],
	indicators: readonly Indicator[],
	conversions: readonly Conversion[],
	boundariesOf: ReadonlyMap<string, number>
): ConvertedObservation[] {
	const newest = Math.max(...conversions.map(({ toBoundaries }) => toBoundaries));
	const from = group(
		conversions.filter(({ toBoundaries }) => toBoundaries === newest),
		({ fromBoundaries }) => fromBoundaries
	);
	const keyOf = ({ indicator, area, period, breakdown }: Omit<ConvertedObservation, 'basis'>) =>
		[indicator, area, period, breakdown].join(' ');
	const given = new Set(
		observations
			.filter(({ table }) => boundariesOf.get(table) === newest)
			.map((row) => keyOf({ ...row, boundaries: newest }))
	);
	const setOf = ({ table, indicator, period, breakdown }: TableObservation) =>
		[table, indicator, period, breakdown].join(' ');
	const sets = group(observations, setOf);
	return [...sets.values()].flatMap((rows) => {
		const [{ table, indicator: id, period, breakdown }] = rows as [TableObservation];
		const steps = from.get(boundariesOf.get(table)!);
		const indicator = indicators.find((each) => each.id === id);
		if (!steps || !indicator) return [];
		const { unit, denominator } = indicator;
		const among = denominator && sets.get([table, denominator, period, breakdown].join(' '));
		const whole = wholes[unit];
		const isEstimate = rows.some(({ status }) => status === 'estimate');
		const converted =
			unit === 'aantal'
				? convertCounts(byArea(rows), steps)
				: among && whole !== undefined && !isEstimate
					? convertShares(byArea(rows), byArea(among), steps, whole)
					: carryOver(byArea(rows), steps);
		const own = new Map(rows.map(({ area, status }) => [area, status]));
		return converted
			.map(({ area, value, missing: reason, basis, parts }): ConvertedObservation => {
				const statuses = parts.map((part) => own.get(part));
				const known = (['estimate', 'provisional'] as const).find((each) => statuses.includes(each));
				const status = value === null ? (reason ?? 'unknown') : (known ?? 'definitive');
				return { table, indicator: id, area, boundaries: newest, period, breakdown, value, status, basis };
			})
			.filter((row) => !given.has(keyOf(row)));
	});
}
