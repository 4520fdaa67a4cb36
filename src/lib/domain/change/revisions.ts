import { descending, group, pairs } from 'd3';
import type { Unit } from '../../schema/indicator.ts';
import type { TidyRow } from '../../schema/tidy.ts';
import { comparable, limit, spreadOf } from './robust.ts';
import { levelOf } from '../area-code.ts';
import { hasValue, type ValuePair } from './rows.ts';

/** A value that is another one than before. */
export interface Revision extends ValuePair {
	/** In the unit of the indicator. */
	difference: number;
	/** How many times the usual difference; left out where nothing is usual. */
	size?: number;
	isLarge: boolean;
}

/** With fewer figures than this, nothing is usual. */
const fewest = 5;

const seriesOf = ({ indicator, breakdown }: TidyRow): string => `${indicator} ${breakdown}`;

/**
 * What is a usual difference in a series of a level: the spread of the changes from period to period of all areas
 * together, or where there are too few of those, the spread of the figures themselves.
 */
function usual(rows: readonly (TidyRow & { value: number })[], unit: Unit | undefined): number | undefined {
	const value = (row: { value: number }) => comparable(row.value, unit);
	const changes = [...group(rows, ({ area }) => area).values()].flatMap((own) =>
		pairs(
			own.toSorted((a, b) => Number(a.period) - Number(b.period)),
			(a, b) => value(b) - value(a)
		)
	);
	if (changes.length >= fewest) return spreadOf(changes)!.scale;
	return rows.length >= fewest ? spreadOf(rows.map(value))!.scale : undefined;
}

/**
 * Values that are other ones than before, those that differ the most from what is usual first. One is large where the
 * difference is more than 3.5 times the usual one of its level, or of all levels where its own has too few figures; and
 * also where no figures are left to tell.
 * @param before the rows of the older version
 */
export function findRevisions(
	compared: readonly ValuePair[],
	before: readonly TidyRow[],
	unitOf: (indicator: string) => Unit | undefined
): Revision[] {
	const series = group(before.filter(hasValue), seriesOf);
	const known = new Map<string, number | undefined>();
	const usualOf = (row: TidyRow): number | undefined => {
		const key = `${seriesOf(row)} ${levelOf(row.area)}`;
		if (!known.has(key)) {
			const rows = series.get(seriesOf(row)) ?? [];
			const unit = unitOf(row.indicator);
			const own = rows.filter(({ area }) => levelOf(area) === levelOf(row.area));
			known.set(key, usual(own, unit) ?? usual(rows, unit));
		}
		return known.get(key);
	};
	return compared
		.filter(({ before: old, now }) => old.value !== now.value)
		.map((pair): Revision => {
			const { before: old, now } = pair;
			const unit = unitOf(now.indicator);
			const scale = usualOf(now);
			const size = scale && Math.abs(comparable(now.value, unit) - comparable(old.value, unit)) / scale;
			return {
				...pair,
				difference: now.value - old.value,
				...(size && { size }),
				isLarge: !size || size > limit
			};
		})
		.toSorted(
			(a, b) =>
				descending(a.size ?? Infinity, b.size ?? Infinity) ||
				descending(Math.abs(a.difference), Math.abs(b.difference))
		);
}
