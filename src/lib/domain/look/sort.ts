import type { Cell, Result } from '../result.ts';

export interface Order {
	column: number;
	descending: boolean;
}

const compareTexts = new Intl.Collator('nl', { numeric: true }).compare;

function compare(a: Cell, b: Cell): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return compareTexts(String(a), String(b));
}

/**
 * The places of rows in an order; rows that are equal keep theirs, and what is missing comes last either way.
 * @param shown places of the rows that are to be ordered
 */
export function sortRows({ rows }: Result, shown: readonly number[], order?: Order): number[] {
	if (!order) return [...shown];
	const { column, descending } = order;
	const sign = descending ? -1 : 1;
	return shown.toSorted((a, b) => {
		const [one, two] = [rows[a]?.[column] ?? null, rows[b]?.[column] ?? null];
		if (one === null || two === null) return Number(one === null) - Number(two === null);
		return sign * compare(one, two);
	});
}
