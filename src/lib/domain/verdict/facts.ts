import type { Origin } from '../../schema/common.ts';
import type { Progress, Target, Wanted } from '../../schema/goal.ts';
import type { Unit } from '../../schema/indicator.ts';

/** A measured value, with what is known of its margin and the day from which it counts. */
export interface Measurement {
	/** A period of the data: `2020`, `2018-H1` or a day. */
	period: string;
	/** Table or document that it comes from; figures of different tables are not compared. */
	table: string;
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
	/** Part of the area that it is about, for a figure of a document about a part. */
	where?: string;
}

/** What was reported of work, with the day from which anybody could know it. */
export interface Report extends Progress {
	/** Day from which the report counts. */
	known: string;
	/** Whether `known` is the day on which its document was published. */
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
	/** What is counted, after one and after more, where the unit does not say it. */
	noun?: Target['noun'];
	/** Whether its values are figures of a document, to be told as precisely as they stand there. */
	fromDocument?: boolean;
	/** Of what was only reported as done, and never promised. */
	reportedOnly?: true;
	deadline?: string;
	/** Whether the source gives the deadline, or who worked it out; `notes` then say why. */
	deadlineOrigin?: Origin;
	/** What a reader of the verdict must know besides: a date that was worked out, a figure that fits in part. */
	notes: string[];
	smallestDifference?: number;
	since?: string;
	until?: string;
	/** Where the promise starts; more than one value where the source names more. */
	baseline?: {
		period: string;
		/** Figures of a document; where there are none the measurement of the period counts. */
		values: Measurement[];
		/** Whether the date is not in the source; `note` says where it comes from. */
		chosen?: boolean;
		note?: string;
	};
	/** Measurements of the same series as the baseline, in the order of time; a revised one is there twice. */
	series: Measurement[];
	/** First periods of a new method within the series. */
	breaks: { period: string; why: string }[];
	/** Changes in the series across which the publisher compares all the same; a verdict names them. */
	shifts?: { table: string; period: string; why: string }[];
	/** Why nothing counts what was promised. */
	noIndicator?: string;
	/** What was reported of it, for `done-by`, in the order in which it could be known. */
	reports: Report[];
}

/** A goal with its promises: all versions of each. */
export interface GoalFacts {
	id: string;
	/** Before this day there was no such goal, or its work had not begun; `why` where that day was worked out. */
	since?: { date: string; why?: string };
	hasIndicator: boolean;
	/** Day from which the first figure of its indicators counts; none where they have no figures. */
	measuredSince?: string;
	/** Why no indicator measures the goal. */
	noIndicator?: string;
	/** Why its source promises nothing that can be judged. */
	noTarget?: string;
	targets: TargetFacts[];
}
