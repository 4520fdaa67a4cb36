import { descending, group } from 'd3';
import type { Unit } from '../../schema/indicator.ts';
import type { TidyRow } from '../../schema/tidy.ts';
import { comparable, limit, scoreOf, spreadOf, type Spread } from './robust.ts';
import { levelOf } from '../area-code.ts';
import { hasValue } from './rows.ts';

type Value = TidyRow & { value: number };

/** A figure that is far from what its area, or other areas, would make one expect. */
export interface Outlier {
	row: Value;
	/** The period before, of the same area. */
	previous: Value;
	/** How many times further than usual. */
	score: number;
	/** Held against the earlier periods of the area itself, or against how other areas changed. */
	against: 'own' | 'others';
	/** Number of figures that it was held against. */
	number: number;
}

/** Earlier periods of an area from which its own history counts, and areas that make a comparison. */
const ownPeriods = 4;
const fewestAreas = 5;

const seriesOf = ({ indicator, breakdown, area }: TidyRow): string => [indicator, breakdown, area].join(' ');
const stepOf = (row: Value, previous: Value): string =>
	[row.indicator, row.breakdown, levelOf(row.area), previous.period, row.period].join(' ');

/**
 * Figures that are further than 3.5 times the usual deviation (modified z-score, Iglewicz and Hoaglin 1993) from the
 * median of the area's own earlier periods, where there are at least four. Otherwise the change since the period before
 * is held against the changes of all areas of its level between the same two periods, where there are at least five.
 * @param fresh figures to look at: those that are new or another than before
 * @param all every figure of the table as it is now
 */
export function findOutliers(
	fresh: readonly TidyRow[],
	all: readonly TidyRow[],
	unitOf: (indicator: string) => Unit | undefined
): Outlier[] {
	const series = group(all.filter(hasValue), seriesOf);
	for (const rows of series.values()) rows.sort((a, b) => Number(a.period) - Number(b.period));
	const earlier = (row: TidyRow) =>
		(series.get(seriesOf(row)) ?? []).filter(({ period }) => Number(period) < Number(row.period));
	const value = (row: Value) => comparable(row.value, unitOf(row.indicator));

	const steps = new Map<string, number[]>();
	for (const rows of series.values())
		for (const [i, row] of rows.slice(1).entries()) {
			const key = stepOf(row, rows[i]!);
			const found = steps.get(key);
			if (found) found.push(value(row) - value(rows[i]!));
			else steps.set(key, [value(row) - value(rows[i]!)]);
		}
	const spreads = new Map<string, Spread>();
	const spreadOfStep = (key: string): Spread => {
		const found = spreads.get(key) ?? spreadOf(steps.get(key)!)!;
		spreads.set(key, found);
		return found;
	};

	return fresh
		.filter(hasValue)
		.flatMap((row): Outlier[] => {
			const history = earlier(row);
			const previous = history.at(-1);
			if (!previous) return [];
			const own = history.length >= ownPeriods ? spreadOf(history.map(value)) : undefined;
			const ownScore = own && scoreOf(value(row), own);
			if (ownScore !== undefined)
				return [{ row, previous, score: ownScore, against: 'own', number: history.length }];
			const step = stepOf(row, previous);
			const number = steps.get(step)!.length;
			const score = scoreOf(value(row) - value(previous), spreadOfStep(step));
			return number < fewestAreas || score === undefined
				? []
				: [{ row, previous, score, against: 'others', number }];
		})
		.filter(({ score }) => Math.abs(score) > limit)
		.toSorted((a, b) => descending(Math.abs(a.score), Math.abs(b.score)));
}
