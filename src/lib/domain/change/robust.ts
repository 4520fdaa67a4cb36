import { mean, median } from 'd3';
import type { Unit } from '../../schema/indicator.ts';

/** A deviation of more than this many times the usual one is an outlier, as Iglewicz and Hoaglin advise. */
export const limit = 3.5;

/** Where figures lie, and how far they usually lie from there. */
export interface Spread {
	centre: number;
	/** As large as the standard deviation would be if the figures were normally distributed; 0 where all are equal. */
	scale: number;
}

/**
 * The median with the median absolute deviation (MAD) over 0.6745. Where more than half of the figures are equal that is
 * 0, and 1.253314 times the mean absolute deviation takes its place.
 * B. Iglewicz and D.C. Hoaglin, How to Detect and Handle Outliers (1993): the modified z-score, 3.5 as its limit. The
 * way out for a MAD of 0 is that of IBM SPSS.
 * @returns `undefined` where there are no figures
 */
export function spreadOf(values: readonly number[]): Spread | undefined {
	const centre = median(values);
	if (centre === undefined) return undefined;
	const distances = values.map((value) => Math.abs(value - centre));
	return { centre, scale: median(distances)! / 0.6745 || mean(distances)! * 1.253314 };
}

/**
 * How many times further than usual a figure lies from the centre: the modified z-score.
 * @returns `undefined` where all figures are equal, so that nothing is usual
 */
export const scoreOf = (value: number, { centre, scale }: Spread): number | undefined =>
	scale === 0 ? undefined : (value - centre) / scale;

/**
 * A figure on the scale on which deviations are compared. Counts vary more where they are larger; the square root takes
 * that away (M.S. Bartlett, 1936), and keeps the sign of an amount below 0.
 */
export const comparable = (value: number, unit: Unit | undefined): number =>
	unit === 'procent' || unit === 'per-1000' ? value : Math.sign(value) * Math.sqrt(Math.abs(value));
