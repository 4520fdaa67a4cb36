import type { Wanted } from '../../schema/goal.ts';
import type { Unit } from '../../schema/indicator.ts';
import { formatExact, formatValue } from '../format.ts';

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

/** What was promised, as the end of "Afgesproken is dat het". */
export const wantedWords: Record<Wanted, string> = {
	'not-risen': 'niet stijgt',
	'not-fallen': 'niet daalt',
	rises: 'stijgt',
	falls: 'daalt',
	'at-least': 'ten minste deze waarde haalt',
	'at-most': 'niet boven deze waarde komt',
	'done-by': 'op tijd klaar is'
};
