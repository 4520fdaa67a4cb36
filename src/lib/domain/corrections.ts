import type { Correction } from '../schema/correction.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { TableObservation } from '../schema/model.ts';
import { formatDay, formatValue } from './format.ts';
import { groupLabel } from './groups.ts';

/** What makes a figure of a table the one that a correction is about. */
export const correctedKey = (
	row: Pick<Correction, 'table' | 'indicator' | 'area' | 'period' | 'breakdown'>
): string => [row.table, row.indicator, row.area, row.period, row.breakdown].join(', ');

/**
 * Gives figures the value of their correction, and keeps the one that was published beside it. The margin goes: it was
 * that of another value.
 */
export function applyCorrections(
	observations: readonly TableObservation[],
	corrections: readonly Correction[]
): TableObservation[] {
	if (corrections.length === 0) return [...observations];
	const found = new Map(corrections.map((each) => [correctedKey(each), each]));
	return observations.map((row) => {
		const own = found.get(correctedKey(row));
		return own ? { ...row, value: own.value, lower: null, upper: null, published: own.published } : row;
	});
}

/** A correction as sentences: which figure, what it was and is, why, who decided it and on what ground. */
export function tellCorrection(
	{ period, breakdown, published, value, reason, by, date, source }: Correction,
	area: string,
	{ unit, breakdowns }: Pick<Indicator, 'unit' | 'breakdowns'>
): { figure: string; before: string; now: string; why: string } {
	const group = groupLabel(breakdown, breakdowns);
	return {
		figure: [area, period, group].filter(Boolean).join(', '),
		before: formatValue(published, unit),
		now: formatValue(value, unit),
		why: `${/[.!?]$/.test(reason) ? reason : `${reason}.`} Besloten door ${by} op ${formatDay(date)}. Bron: ${source}.`
	};
}
