import { ascending } from 'd3';
import type { Unit } from '../../schema/indicator.ts';
import type { TidyRow } from '../../schema/tidy.ts';
import type { LabelChange } from './labels.ts';
import { findOutliers, type Outlier } from './outliers.ts';
import { findRevisions, type Revision } from './revisions.ts';
import { hasValue, keyOf, pairRows, type Pair, type ValuePair } from './rows.ts';

interface Sets<T = string> {
	added: T[];
	gone: T[];
}

type Series = Pick<TidyRow, 'indicator' | 'breakdown'>;

/** How a table that was fetched differs from the one that is there. */
export interface TableChange {
	before: number;
	now: number;
	indicators: Sets;
	/** Groups of indicators that are in both. */
	groups: Sets<Series>;
	areas: Sets;
	periods: Sets;
	added: TidyRow[];
	/** Figures that are gone, though their indicator, group, area and period are still there. */
	gone: TidyRow[];
	/** Figures that have a value in both. */
	compared: number;
	revised: Revision[];
	/** A value then and a reason now, and the other way around. */
	lost: Pair[];
	appeared: Pair[];
	/** A value in both, or none in both, with another status. */
	statuses: Pair[];
	/** The same value with other bounds, or another number of people who took part. */
	margins: Pair[];
	/** Measures, groups and areas that the publisher calls something else than before. */
	labels: LabelChange[];
	/** Among the figures that are new or another than before. */
	outliers: Outlier[];
}

function setsOf(before: readonly TidyRow[], now: readonly TidyRow[], of: (row: TidyRow) => string): Sets {
	const old = new Set(before.map(of));
	const fresh = new Set(now.map(of));
	return {
		added: [...fresh].filter((each) => !old.has(each)).toSorted(ascending),
		gone: [...old].filter((each) => !fresh.has(each)).toSorted(ascending)
	};
}

const areValues = (pair: Pair): pair is ValuePair => hasValue(pair.before) && hasValue(pair.now);
const groupOf = ({ indicator, breakdown }: Series): string => `${indicator} ${breakdown}`;

function seriesOf(key: string): Series {
	const [indicator, breakdown] = key.split(' ');
	return { indicator: indicator!, breakdown: breakdown! };
}

/**
 * Compares two versions of a table; the order of their rows does not count.
 * @param unitOf unit of an indicator, where it is known
 * @param labels names that changed
 */
export function compareTables(
	before: readonly TidyRow[],
	now: readonly TidyRow[],
	unitOf: (indicator: string) => Unit | undefined,
	labels: LabelChange[] = []
): TableChange {
	const { added, gone, pairs } = pairRows(before, now);
	const sets = (of: (row: TidyRow) => string) => setsOf(before, now, of);
	const indicators = sets(({ indicator }) => indicator);
	const groups = sets(groupOf);
	const areas = sets(({ area }) => area);
	const periods = sets(({ period }) => period);
	const inBoth = ({ indicator }: Series) => ![...indicators.added, ...indicators.gone].includes(indicator);
	const isTold = (row: TidyRow) =>
		areas.gone.includes(row.area) || periods.gone.includes(row.period) || groups.gone.includes(groupOf(row));
	const compared = pairs.filter(areValues);
	const revised = findRevisions(compared, before, unitOf);
	const same = pairs.filter((pair) => pair.before.value === pair.now.value);
	const appeared = pairs.filter((pair) => !hasValue(pair.before) && hasValue(pair.now));
	const fresh = new Set([...added, ...[...revised, ...appeared].map((pair) => pair.now)].map(keyOf));
	return {
		before: before.length,
		now: now.length,
		indicators,
		groups: {
			added: groups.added.map(seriesOf).filter(inBoth),
			gone: groups.gone.map(seriesOf).filter(inBoth)
		},
		areas,
		periods,
		added,
		gone: gone.filter((row) => !isTold(row)),
		compared: compared.length,
		revised,
		lost: pairs.filter((pair) => hasValue(pair.before) && !hasValue(pair.now)),
		appeared,
		statuses: pairs.filter(
			({ before: old, now: row }) => hasValue(old) === hasValue(row) && old.status !== row.status
		),
		margins: same.filter(({ before: old, now: row }) =>
			(['lower', 'upper', 'n'] as const).some((field) => old[field] !== row[field])
		),
		labels,
		outliers: findOutliers(
			now.filter((row) => fresh.has(keyOf(row))),
			now,
			unitOf
		)
	};
}

/** Whether nothing at all is other than it was. */
export const isSame = (change: TableChange): boolean =>
	[
		...[change.indicators, change.groups, change.areas, change.periods].flatMap(({ added, gone }) => [
			...added,
			...gone
		]),
		...[change.added, change.gone, change.revised, change.lost, change.appeared, change.statuses].flat(),
		...change.margins,
		...change.labels
	].length === 0;
