import type { Cell, Column } from './result.ts';
import { formatDay } from './format.ts';

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 6, signDisplay: 'negative' });
/** For what would be a row of zeros, as Excel shows it: `1,2E-7`. */
const scientific = new Intl.NumberFormat('nl-NL', { notation: 'scientific', maximumSignificantDigits: 6 });

/** Columns of whole numbers that are names rather than amounts: a year reads as `2018`, not as `2.018`. */
const isYear =
	/^(boundaries|grenzen)|boundaries$|(^|_)jaar(_|$)|jaar$|^(jaar|year|period|periode)|[a-z_]year$/i;
/** A code of an area or the like as a number: `6370101`. */
const isCode =
	/code$|^code|(^|[_ ])(nr|id)$|nummer$|^(wijk|buurt|gemeente|gebied)(en|s)?$|^(area|municipality)$/i;
const isAmount = /^(aantal|number)|\bper /i;

const isName = (cell: number, name: string): boolean =>
	Number.isInteger(cell) &&
	!isAmount.test(name) &&
	((isYear.test(name) && Math.abs(cell) < 10_000) || isCode.test(name));

/** Whether a cell is a number that is none, or has no end. */
export const isEndless = (cell: Cell | undefined): boolean =>
	typeof cell === 'number' && !Number.isFinite(cell);

/** A number that is none, or has no end, as a text. */
export function endless(value: number): string {
	if (Number.isNaN(value)) return 'geen getal';
	return value < 0 ? '-oneindig' : 'oneindig';
}

function write(cell: number): string {
	if (isEndless(cell)) return endless(cell);
	const size = Math.abs(cell);
	return (size >= 1e21 || (size > 0 && size < 5e-6) ? scientific : number).format(cell);
}

/** A cell as a Dutch reader expects it; what is missing has a sign of its own and is never 0. */
export function formatCell(cell: Cell, { name, kind }: Column): string {
	if (cell === null) return '·';
	if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
	if (typeof cell === 'number') return isName(cell, name) ? String(cell) : write(cell);
	return kind === 'day' ? formatDay(cell) : cell;
}
