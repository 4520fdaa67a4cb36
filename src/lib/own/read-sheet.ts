import { unescape } from './read-strings.ts';
import { readXml } from './read-xml.ts';
import type { Shown } from './read-styles.ts';
import type { Zip } from './zip.ts';
/** What stands in a cell: a text, a number, or `''` where it is empty. */
export type Cell = string | number;

/** What a sheet of Excel can hold at most. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** What the cells of a sheet lean on. */
export interface SheetContext {
	strings: readonly string[];
	/** As what each style shows a number; without it all are just numbers. */
	styles: readonly Shown[];
	from1904: boolean;
}

/** A block of cells that look like one, from 1. */
export interface Merge {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Row and column, from 1, of `AB12`. */
function positionOf(reference: string): { row: number; column: number } | undefined {
	const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? [];
	if (letters === '') return undefined;
	let column = 0;
	for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
	const row = Number(digits);
	return row > mostRows || column > mostColumns ? undefined : { row, column };
}

/** Letters of a column: 28 is `AB`. */
export function columnName(column: number): string {
	const before = Math.floor((column - 1) / 26);
	return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A day that is kept as a number, as `2020-12-31`; Excel takes 1900 for a leap year. */
function dayOf(serial: number, from1904: boolean): string | undefined {
	const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
	const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(days)));
	const isInRange = serial >= 0 && date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 10_000;
	return isInRange ? date.toISOString().slice(0, 10) : undefined;
}

/** A share as a percentage with its sign, as somebody would type it: 0.125 is `12,5%`. */
const percentage = (share: number): string =>
	`${(share * 100).toLocaleString('nl-NL', { maximumSignificantDigits: 15, useGrouping: false })}%`;

/**
 * What a cell shows.
 * @param text what stands in `v`, or for an inline text in `t`
 */
function cellOf(
	kind: string,
	style: number,
	text: string,
	{ strings, styles, from1904 }: SheetContext
): Cell | undefined {
	switch (kind) {
		case 's':
			return text === '' ? '' : strings[Number(text)];
		case 'inlineStr':
		case 'str':
			return unescape(text);
		case 'b':
			return text === '' ? '' : text === '1' ? 'WAAR' : 'ONWAAR';
		case 'n': {
			if (text === '') return '';
			if (!number.test(text) || !Number.isFinite(Number(text))) return undefined;
			if (styles[style] === 'date') return dayOf(Number(text), from1904) ?? `datum ${text}`;
			return styles[style] === 'percentage' ? percentage(Number(text)) : Number(text);
		}
		case 'd':
			return text.slice(0, 10);
		default:
			return text;
	}
}

/**
 * Reads the cells of a sheet, row by row; nothing of it is kept.
 * @param take gets each row that has cells, with its number from 1
 * @param unset gets each cell with a formula whose result is not there, which is then empty; without it, that is refused
 */
export async function readSheet(
	zip: Zip,
	{ name, part }: { name: string; part: string },
	context: SheetContext,
	take: (cells: Cell[], row: number) => void,
	unset?: (row: number, column: number, why: string) => void
): Promise<void> {
	const refuse = (row: number, column: number, why: string): never => {
		throw zip.problem(why, `blad "${name}", cel ${columnName(column)}${row}`);
	};
	let cells: Cell[] = [];
	let row = 0;
	let column = 0;
	let kind = 'n';
	let style = 0;
	let text = '';
	let formula = false;
	let inValue = false;
	await readXml(zip, part, {
		open(tag, { r, t = 'n', s = '0' }) {
			if (tag === 'row') {
				const next = r === undefined ? row + 1 : Number(r);
				if (!(next > row && next <= mostRows)) refuse(row + 1, 1, `rijen op volgorde, hoogstens ${mostRows}`);
				row = next;
				column = 0;
				cells = [];
			} else if (tag === 'c') {
				const place = r === undefined ? { row, column: column + 1 } : positionOf(r);
				if (place?.row !== row || place.column <= column || place.column > mostColumns)
					return refuse(
						Math.max(row, 1),
						column + 1,
						`cellen op volgorde binnen hun rij, hoogstens ${mostColumns} kolommen (hier ${r ?? ''})`
					);
				column = place.column;
				kind = t;
				style = Number(s);
				text = '';
				formula = false;
			} else if (tag === 'f') formula = true;
			inValue = tag === 'v' || (tag === 't' && kind === 'inlineStr');
		},
		close(tag) {
			inValue = false;
			if (tag === 'row') take(cells, row);
			if (tag !== 'c') return;
			if (formula && text === '' && kind !== 'str') {
				(unset ?? refuse)(
					row,
					column,
					'een formule waarvan de uitkomst bewaard is; open en bewaar de werkmap opnieuw'
				);
				return;
			}
			const cell = cellOf(kind, style, text, context);
			if (cell === undefined) return refuse(row, column, 'een getal of een tekst die in de werkmap staat');
			if (cell === '') return;
			cells[column - 1] = cell;
		},
		text(piece) {
			if (inValue) text += piece;
		}
	});
}

/** The blocks of merged cells of a sheet; a sheet names them after its cells. */
export async function readMerges(zip: Zip, part: string): Promise<Merge[]> {
	const merges: Merge[] = [];
	await readXml(zip, part, {
		open(tag, { ref = '' }) {
			if (tag !== 'mergeCell') return;
			const [from, to] = ref.split(':').map(positionOf);
			if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
		}
	});
	return merges;
}
