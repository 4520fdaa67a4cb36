import type { Unit } from '../../schema/indicator.ts';
import type { TargetFacts } from './facts.ts';
import type { ChangeWanted } from './rules.ts';
import { formatExact, formatPeriod, formatValue } from '../format.ts';

/** A value of a promise with its unit; one of a document is as precise as it stands there. */
export function valueWords(
	value: number,
	{ unit, fromDocument }: Pick<TargetFacts, 'unit' | 'fromDocument'>
): string {
	return fromDocument && unit === 'procent' ? `${formatExact(value)}%` : formatValue(value, unit);
}

/** A difference with its unit: a difference between percentages is in points. */
export function differenceWords(size: number, unit: Unit): string {
	if (unit !== 'procent') return formatValue(size, unit);
	return `${formatExact(size)} procentpunt`;
}

/** A change in words: `0,9 procentpunt hoger`, `gelijk gebleven`. */
export function changeWords(change: number, unit: Unit): string {
	if (change === 0) return 'gelijk gebleven';
	return `${differenceWords(Math.abs(change), unit)} ${change > 0 ? 'hoger' : 'lager'}`;
}

/** What was promised of a change, as an order to oneself. */
export const wantedWords: Record<ChangeWanted, string> = {
	'not-risen': 'niet stijgen',
	'not-fallen': 'niet dalen',
	rises: 'stijgen',
	falls: 'dalen'
};

/** When it was measured: `in 2020`, `op 1 januari 2020`. */
export const inPeriod = (period: string): string =>
	`${/^\d{4}-\d{2}-\d{2}$/.test(period) ? 'op' : 'in'} ${formatPeriod(period)}`;
