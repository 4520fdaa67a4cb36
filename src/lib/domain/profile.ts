import { deviation, group, groups } from 'd3';
import type { Indicator, Unit } from '../schema/indicator.ts';
import type { Breakdown, Missing } from '../schema/observation.ts';
import { formatNumber } from './format.ts';
import { missingReason, toSeries, type Reading, type Series } from './series.ts';

/** A figure of any indicator and group, as the `profile` query gives it. */
export interface ProfileReading extends Reading {
	indicator: string;
	breakdown: Breakdown;
}

/** One figure of a profile, ready for `FigureValue`: a value, or why there is none. */
export interface ProfileFigure {
	area: string;
	period: number;
	value: number | null;
	missing?: Missing;
	provisional?: true;
	/** What the source gives, where this site corrected it. */
	published?: number;
	/** Set where a second table gives the same area and period too. */
	table?: string;
}

/** One indicator for one group of residents, in one area and in the wholes it is part of. */
export interface ProfileLine {
	breakdown: Breakdown;
	/** The table of the latest figure, and the year of its boundaries. */
	table: string;
	boundaries: number;
	/** Whether another line gives the same indicator and group from another table. */
	doubled: boolean;
	own: ProfileFigure;
	/** The last figure there is, where the latest one is missing. */
	known?: ProfileFigure;
	wholes: ProfileFigure[];
	/** Own value minus that of the first whole, in the unit of the indicator, rounded to tenths. */
	difference?: number;
	/** The area itself and, for rates, the first whole: from the same tables as the figures. */
	series: Series[];
}

type Measured = Pick<Indicator, 'id' | 'unit' | 'breakdowns'>;

/** Rates can be compared between areas of different size, counts and amounts cannot. */
export const isRate = (unit: Unit): boolean => unit === 'procent' || unit === 'per-1000';

/** A number without the noise of binary fractions, to tenths. */
export const toTenths = (value: number): number => Math.round(value * 10) / 10 || 0;

/** A figure of a reading, with its table where `all` holds another one for the same area and period. */
export function toFigure(reading: ProfileReading, all: readonly ProfileReading[]): ProfileFigure {
	const { area, period, value, status, table, published } = reading;
	const missing = missingReason(reading);
	const doubled = all.some(
		(other) => other.area === area && other.period === period && other.table !== table
	);
	return {
		area,
		period,
		value,
		...(missing && { missing }),
		...(status === 'provisional' && { provisional: true as const }),
		...(typeof published === 'number' && { published }),
		...(doubled && { table })
	};
}

/** The latest of some readings; of two tables for one period the one with the newest boundaries. */
export function latestOf<T extends Reading>(readings: readonly T[]): T | undefined {
	return readings.reduce<T | undefined>(
		(last, each) =>
			!last || each.period > last.period || (each.period === last.period && each.boundaries > last.boundaries)
				? each
				: last,
		undefined
	);
}

/** Tables that belong on one line, the newest boundaries first: tables that give the same period are kept apart. */
function tableSets(own: readonly ProfileReading[]): string[][] {
	const tables = groups(own, ({ table }) => table)
		.toSorted(([, a], [, b]) => b[0]!.boundaries - a[0]!.boundaries)
		.map(([table]) => table);
	const overlap = [...group(own, ({ period }) => period).values()].some((same) => same.length > 1);
	return overlap ? tables.map((table) => [table]) : [tables];
}

/**
 * The lines of one indicator in the profile of an area: one for each group of residents, and one for each table where
 * two tables give the same period. A figure is compared with figures of the same table and period only.
 * @param wholes codes of the areas to compare with; the difference is with the first of them
 * @param readings of this indicator or of more, in these areas or in more
 * @returns nothing where the area has no row at all for the indicator
 */
export function profileLines(
	{ id, unit, breakdowns }: Measured,
	area: string,
	wholes: readonly string[],
	readings: readonly ProfileReading[]
): ProfileLine[] {
	const ofIndicator = readings.filter(({ indicator }) => indicator === id);
	return breakdowns.flatMap((breakdown) => {
		const all = ofIndicator.filter((reading) => reading.breakdown === breakdown);
		const ofArea = all.filter((reading) => reading.area === area);
		const sets = tableSets(ofArea);
		return sets.flatMap((tables) => {
			const own = ofArea.filter(({ table }) => tables.includes(table));
			const last = latestOf(own);
			if (!last) return [];
			const known = last.value === null ? latestOf(own.filter(({ value }) => value !== null)) : undefined;
			const compared = wholes.map((whole): ProfileFigure => {
				const same = all.find(
					(other) => other.area === whole && other.period === last.period && other.table === last.table
				);
				return same
					? toFigure(same, all)
					: { area: whole, period: last.period, value: null, missing: 'unknown' };
			});
			const other = compared[0]?.value ?? null;
			const drawn = isRate(unit) ? [area, ...wholes.slice(0, 1)] : [area];
			return [
				{
					breakdown,
					table: last.table,
					boundaries: last.boundaries,
					doubled: sets.length > 1,
					own: toFigure(last, all),
					...(known && { known: toFigure(known, all) }),
					wholes: compared,
					...(isRate(unit) &&
						last.value !== null &&
						other !== null && { difference: toTenths(last.value - other) }),
					series: toSeries(
						drawn.flatMap((code) => all.filter((each) => each.area === code && tables.includes(each.table)))
					)
				}
			];
		});
	});
}

/** A difference in words: `2,1 procentpunt hoger`, `12 per 1.000 lager`, `gelijk`. */
export function tellDifference(difference: number, unit: Unit): string {
	const size = formatNumber(Math.abs(difference), unit);
	if (Number(size.replace(',', '.')) === 0) return 'gelijk';
	const step = unit === 'procent' ? `${size} procentpunt` : unit === 'per-1000' ? `${size} per 1.000` : size;
	return `${step} ${difference > 0 ? 'hoger' : 'lager'}`;
}

/** The lines that differ most from the first whole, among lines with one unit: more where they differ as much. */
export function largestDifferences<T extends Pick<ProfileLine, 'difference'>>(lines: readonly T[]): T[] {
	const sizeOf = ({ difference = 0 }: T) => Math.abs(difference);
	const most = Math.max(0, ...lines.map(sizeOf));
	return most === 0 ? [] : lines.filter((line) => sizeOf(line) === most);
}

/** How far an area lies from the whole: in the unit of the indicator, and as a number of standard deviations. */
export interface Outlier {
	indicator: string;
	line: ProfileLine;
	difference: number;
	score: number;
}

/** Fewest areas of which a spread says something. */
const fewestPeers = 5;

/**
 * Where an area stands out from the whole: the difference divided by the standard deviation of all areas of the same
 * level, in the same period and table. Only rates, only the first group of each indicator, and only differences of at
 * least one standard deviation.
 * @param peers codes of all areas of the level, the area itself among them
 * @param most how many to give on each side
 */
export function standsOut(
	indicators: readonly Measured[],
	area: string,
	whole: string,
	peers: readonly string[],
	readings: readonly ProfileReading[],
	most = 3
): { higher: Outlier[]; lower: Outlier[] } {
	const found = indicators.flatMap((indicator): Outlier[] => {
		const [line] = profileLines(
			{ ...indicator, breakdowns: indicator.breakdowns.slice(0, 1) },
			area,
			[whole],
			readings
		);
		if (line?.difference === undefined) return [];
		const values = readings.flatMap((each) =>
			each.indicator === indicator.id &&
			each.breakdown === line.breakdown &&
			each.table === line.table &&
			each.period === line.own.period &&
			each.value !== null &&
			peers.includes(each.area)
				? [each.value]
				: []
		);
		const spread = deviation(values);
		if (!spread || values.length < fewestPeers) return [];
		return [{ indicator: indicator.id, line, difference: line.difference, score: line.difference / spread }];
	});
	return {
		higher: found
			.filter(({ score }) => score >= 1)
			.toSorted((a, b) => b.score - a.score)
			.slice(0, most),
		lower: found
			.filter(({ score }) => score <= -1)
			.toSorted((a, b) => a.score - b.score)
			.slice(0, most)
	};
}
