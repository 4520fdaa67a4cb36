import { ascending } from 'd3';
import type { TidyRow } from '../../schema/tidy.ts';

/** The same figure in two versions of a table. */
export interface Pair {
	before: TidyRow;
	now: TidyRow;
}

/** A figure that has a value in both. */
export interface ValuePair extends Pair {
	before: TidyRow & { value: number };
	now: TidyRow & { value: number };
}

/** What makes a figure the same one as in another version. */
export const keyOf = ({ indicator, area, period, breakdown }: TidyRow): string =>
	[indicator, breakdown, area, period].join(' ');

export const hasValue = (row: TidyRow): row is TidyRow & { value: number } => row.value !== null;

interface RowChanges {
	added: TidyRow[];
	gone: TidyRow[];
	pairs: Pair[];
}

/** Lays two versions of a table side by side, in the order of their keys, whatever the order of the rows. */
export function pairRows(before: readonly TidyRow[], now: readonly TidyRow[]): RowChanges {
	const old = new Map(before.map((row) => [keyOf(row), row]));
	const fresh = new Map(now.map((row) => [keyOf(row), row]));
	const ordered = (rows: Iterable<TidyRow>) => [...rows].toSorted((a, b) => ascending(keyOf(a), keyOf(b)));
	return {
		added: ordered(fresh.values()).filter((row) => !old.has(keyOf(row))),
		gone: ordered(old.values()).filter((row) => !fresh.has(keyOf(row))),
		pairs: ordered(fresh.values()).flatMap((row) => {
			const other = old.get(keyOf(row));
			return other ? [{ before: other, now: row }] : [];
		})
	};
}
