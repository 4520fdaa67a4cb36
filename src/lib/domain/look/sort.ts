import type { Cell, Result } from '../result.ts';

export interface Order {
	column: number;
	descending: boolean;
}

const compareTexts = new Intl.Collator('nl', { numeric: true }).compare;

const isNone = (cell: Cell): boolean => cell === null || Number.isNaN(cell);

function compare(a: Cell, b: Cell): number {
	if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
	return compareTexts(String(a), String(b));
}

/**
 * The places of rows in an order; rows that are equal keep theirs, and what is missing or no number comes last either
 * way.
 * @param shown places of the rows that are to be ordered
 */
export function sortRows({ rows }: Result, shown: readonly number[], order?: Order): number[] {
	if (!order) return [...shown];
	const { column, descending } = order;
	const sign = descending ? -1 : 1;
	return shown.toSorted((a, b) => {
		const [one, two] = [rows[a]?.[column] ?? null, rows[b]?.[column] ?? null];
		if (isNone(one) || isNone(two)) return Number(isNone(one)) - Number(isNone(two));
		return sign * compare(one, two);
	});
}
