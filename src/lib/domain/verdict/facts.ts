import type { Progress, Wanted } from '../../schema/goal.ts';
import type { Unit } from '../../schema/indicator.ts';

/** A measured value, with what is known of its margin and the day from which it counts. */
export interface Measurement {
	/** A period of the data: `2020`, `2018-H1` or a day. */
	period: string;
	value: number;
	/** Bounds of the 95% interval as the source gives them. */
	lower: number | null;
	upper: number | null;
	/** Number of people asked, where the source gives that. */
	n: number | null;
	/** Day from which the value counts. */
	known: string;
	/** Whether `known` is the day of publication, or else the end of the period. */
	published: boolean;
}

/** A version of a promise with the figures that it is held against: all that a verdict needs. */
export interface TargetFacts {
	id: string;
	title: string;
	wanted: Wanted;
	/** The value to be reached, for `at-least` and `at-most`. */
	value?: number;
	/** Whether that value itself is not enough yet: more than, or less than. */
	exclusive?: boolean;
	unit: Unit;
	deadline?: string;
	/** Why the deadline is not a day that the source names. */
	deadlineNote?: string;
	smallestDifference?: number;
	since?: string;
	until?: string;
	/** Where the promise starts; more than one value where the source names more. */
	baseline?: { period: string; values: Measurement[]; note?: string };
	/** Measurements of the same series as the baseline, in the order of time. */
	series: Measurement[];
	/** First periods of a new method or of new boundaries within the series. */
	breaks: { period: string; why: string }[];
	/** Why nothing counts what was promised. */
	noIndicator?: string;
	/** What was reported of it, for `done-by`. */
	reports: Progress[];
}

/** A goal with its promises: all versions of each. */
export interface GoalFacts {
	id: string;
	/** Day before which nobody had set this goal. */
	since?: string;
	hasIndicator: boolean;
	/** Why no indicator measures the goal. */
	noIndicator?: string;
	targets: TargetFacts[];
}
