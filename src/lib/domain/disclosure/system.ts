/** A count times a number, as a term of a relation. */
export interface Term {
	variable: string;
	factor: number;
}

/** What is known of counts together: the sum of the terms lies from `low` up to `high`. */
export interface Relation {
	terms: readonly Term[];
	low: number;
	high: number;
}

/** All that somebody knows who tries to work out a count: relations, and the least that each count can be. */
export interface System {
	relations: readonly Relation[];
	lowest: ReadonlyMap<string, number>;
}

/** The smallest and largest value that a count can have; `high` may be `Infinity`. */
export interface Interval {
	low: number;
	high: number;
}

/**
 * Works out between which values a count must lie: a solver of linear programs.
 * @param whole whether every count must be a whole number; without it the interval may be wider
 * @returns `undefined` where no counts fit all relations
 */
export type Bounds = (system: System, target: string, whole: boolean) => Interval | undefined;
