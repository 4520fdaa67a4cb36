import type { Unit } from '../../schema/indicator.ts';
import type { Measurement } from './facts.ts';
import { difference } from './margin.ts';
import { differenceWords } from './words.ts';

/** How a value stands against that of the gemeente or the country. */
export interface Comparison {
	against: 'higher' | 'lower' | 'equal' | 'no-difference-shown';
	/** Own value minus the other, in the unit of the indicator. */
	difference: number;
	/** Whether margins were known and judged with. */
	margin: boolean;
}

/**
 * Compares two values of one period. With known margins a difference is only said to be one where its 95% interval
 * leaves out 0. A part and its whole are compared as though they were independent, which is careful: their real
 * difference has a smaller margin.
 */
export function compareValues(own: Measurement, other: Measurement, unit: Unit): Comparison {
	const { interval, margin } = difference(other, own, unit);
	const { low, value, high } = interval;
	if (value === 0) return { against: 'equal', difference: 0, margin };
	const shown = value > 0 ? low > 0 : high < 0;
	return {
		against: shown ? (value > 0 ? 'higher' : 'lower') : 'no-difference-shown',
		difference: value,
		margin
	};
}

/** A comparison in words: `2,1 procentpunt hoger dan Nederland (marge onbekend)`. */
export function tellComparison(
	{ against, difference: size, margin }: Comparison,
	name: string,
	unit: Unit
): string {
	const doubt = margin ? '' : ' (marge onbekend)';
	switch (against) {
		case 'equal':
			return `even hoog als ${name}${doubt}`;
		case 'no-difference-shown':
			return `niet aantoonbaar anders dan ${name}`;
		default:
			return `${differenceWords(Math.abs(size), unit)} ${against === 'higher' ? 'hoger' : 'lager'} dan ${name}${doubt}`;
	}
}
