import type { Breakdown } from '../../schema/observation.ts';
import type { Rule } from './rule.ts';
import type { Relation } from './system.ts';

/** What a figure is about. */
export interface Key {
	indicator: string;
	area: string;
	period: string;
	breakdown: Breakdown;
}

/** A count that somebody may want to work out; not every one is published. */
export interface Variable {
	id: string;
	key: Key;
	rule: Rule;
	/** Left out where the municipality's own file has no value either. */
	value?: number;
	/** Where it can be read already: a release, a document, an open table. */
	known?: string;
	/** The cell that gives it when it is shown. */
	cell?: string;
	/** Row of the observations to name in a message. */
	row?: number;
}

/** A figure of an own table, which is shown or hidden. The same figure in more tables is one cell. */
export interface Cell {
	id: string;
	key: Key;
	/** Places in the list of observations. */
	rows: number[];
	/** The count that it is, or that it is about: a percentage has the count of its part. */
	value?: number;
	isShare: boolean;
	/** What a percentage says of other counts while it is shown. */
	says: Relation[];
	/** Counts that a percentage gives away: it is hidden with them. */
	follows: string[];
	/** Why it must be hidden whatever the counts are: its whole is too small, or not known. */
	unfit?: true;
	/** Where it can be read already, so that hiding it is of no use. */
	known?: string;
}

/** All counts with what holds between them, and the cells that may be hidden. */
export interface Cells {
	variables: Map<string, Variable>;
	cells: Map<string, Cell>;
	/** What always holds, and is known to everyone. */
	relations: Relation[];
}

/** A figure that can be read already, outside the own tables as they will be published now. */
export interface KnownFigure extends Key {
	value: number;
	/** Year of the boundaries; left out where nobody knows it any more. */
	boundaries?: number;
	/** Where, in Dutch: `de uitgave van 2025-01-01`. */
	from: string;
}

export const keyOf = ({ indicator, area, period, breakdown }: Key): string =>
	[indicator, area, period, breakdown].join(' ');

/** How high an area stands: a total of the gemeente is hidden last. */
export const heightOf = (area: string): number => ['BU', 'WK', 'GM', 'NL'].indexOf(area.slice(0, 2));

/** Where a small count can be read that is declared to be public: it is no secret. */
export const exception = 'een uitzondering';
