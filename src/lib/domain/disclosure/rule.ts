import { disclosure } from '../../schema/indicator.ts';
import type { Figure } from '../../schema/figure.ts';
import type { Indicator, Unit } from '../../schema/indicator.ts';

/** What a small count is: the numbers from `smallest` up to `threshold` are hidden. */
export interface Rule {
	threshold: number;
	/** 1, or 0 where nobody is a secret too. */
	smallest: 0 | 1;
	/** Smallest whole of which a share is shown. */
	minimumDenominator: number;
}

/** The rule of an indicator; the default where it says nothing. */
export function ruleOf(indicator: Pick<Indicator, 'disclosure'> | undefined): Rule {
	const { threshold, hideZero, minimumDenominator } = indicator?.disclosure ?? disclosure.parse({});
	return {
		threshold,
		smallest: hideZero ? 0 : 1,
		// Of a share, part and rest must both reach the threshold, or be nobody.
		minimumDenominator: minimumDenominator ?? 2 * threshold
	};
}

export const isSmall = (value: number, { smallest, threshold }: Rule): boolean =>
	value >= smallest && value < threshold;

/** Of how many a unit is a part; `undefined` where it is no share. */
export const wholeOf = (unit: Unit): number | undefined =>
	unit === 'procent' ? 100 : unit === 'per-1000' ? 1000 : undefined;

const aboutPeople: ReadonlySet<Figure['unit']> = new Set(['personen', 'gevallen']);

/** Counts of people or their cases in documents that are below the threshold that is usual. */
export const smallFigures = (figures: readonly Figure[]): Figure[] =>
	figures.filter(
		({ unit, value }) => aboutPeople.has(unit) && isSmall(Math.abs(Number(value)), ruleOf(undefined))
	);
