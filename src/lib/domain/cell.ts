import type { Cell, Column } from './result.ts';
import { formatDay } from './format.ts';

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 6 });

/** Columns of whole numbers that are names rather than amounts: a year reads as `2018`, not as `2.018`. */
const isYear = /^(jaar|year|period|periode|boundaries|grenzen)/i;

/** A cell as a Dutch reader expects it; what is missing has a sign of its own and is never 0. */
export function formatCell(cell: Cell, { name, kind }: Column): string {
	if (cell === null) return '·';
	if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
	if (typeof cell === 'number') return isYear.test(name) ? String(cell) : number.format(cell);
	return kind === 'day' ? formatDay(cell) : cell;
}
