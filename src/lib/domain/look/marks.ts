import { max } from 'd3';
import type { Missing } from '../../schema/observation.ts';
import { isEndless } from '../cell.ts';
import type { Cell, Result } from '../result.ts';
import { missingOf, noNumber, reasonsOf, type Reason } from './reasons.ts';
import type { Roles } from './roles.ts';

/** One row of an answer as a picture sees it. */
export interface Mark {
	/** Its place among the rows of the answer. */
	row: number;
	/** What it is about: the code of an area where there is one, else a name; with what tells rows apart. */
	key: string;
	/** The area alone, by which pictures are linked. */
	area: string;
	label: string;
	period?: number;
	value: number | null;
	other?: number | null;
	/** Year of the other value, where that stands apart; `null` where it is not known. */
	otherPeriod?: number | null;
	missing?: Missing;
	/** Where there is no value: the sign of that, and what it means. */
	reason?: Reason;
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const number = (cell: Cell | undefined): number | null =>
	typeof cell === 'number' && !isEndless(cell) ? cell : null;

/** Whether rows are about one thing in different years: nothing but the year tells them apart. */
function isOneThing(rows: Result['rows'], { area, label, series, period }: Roles): boolean {
	if (period === undefined || area !== undefined || label !== undefined || series !== undefined) return false;
	return new Set(rows.map((row) => row[period])).size === rows.length;
}

/** The rows of an answer as marks, in their own order; nothing where no column holds values. */
export function toMarks({ columns, rows }: Result, roles: Roles): Mark[] {
	const { area, label, period, value, other, otherPeriod, series, status } = roles;
	if (value === undefined) return [];
	const one = isOneThing(rows, roles) ? columns[value]?.name : undefined;
	const reasonFor = reasonsOf(columns[value]?.name ?? '');
	return rows.map((cells, row) => {
		const at = (i: number | undefined) => (i === undefined ? undefined : cells[i]);
		const code = text(at(area) ?? at(label));
		const apart = text(at(series));
		const name = text(at(label) ?? at(area)) || one || `regel ${row + 1}`;
		const year = number(at(period));
		const amount = number(cells[value]);
		return {
			row,
			key: apart ? `${code} ${apart}` : code || name,
			area: code || name,
			label: apart && area === undefined && label === undefined ? apart : apart ? `${name}, ${apart}` : name,
			value: amount,
			...(year !== null && { period: year }),
			...(other !== undefined && { other: number(cells[other]) }),
			...(otherPeriod !== undefined && {
				otherPeriod: otherPeriod === 'unknown' ? null : number(cells[otherPeriod])
			}),
			...(amount === null && {
				missing: missingOf(text(at(status))) ?? 'unknown',
				reason: isEndless(cells[value]) ? noNumber : reasonFor(at(status))
			})
		};
	});
}

/** A mark with both values. */
export type Pair = Mark & { value: number; other: number };

/** What can be drawn of an answer, best first. */
export type Picture = 'line' | 'bars' | 'multiples' | 'scatter' | 'map';

/** More charts or bars than this are no picture any more. */
export const most = { multiples: 80, bars: 400 };

/**
 * The pictures that say something about these marks.
 * @param mapped codes of areas of which borders are known
 */
export function picturesOf(marks: readonly Mark[], mapped: (code: string) => boolean): Picture[] {
	const values = marks.filter(({ value }) => value !== null);
	const keys = new Set(values.map(({ key }) => key));
	const years = new Set(values.flatMap(({ period }) => period ?? []));
	const once = marks.length === new Set(marks.map(({ key, period }) => `${key}/${period}`)).size;
	const possible: [Picture, boolean][] = [
		['line', years.size > 1 && once],
		['bars', keys.size > 1 && once && keys.size <= most.bars],
		['multiples', years.size > 1 && keys.size > 1 && keys.size <= most.multiples && once],
		['scatter', pairsOf(marks).length > 2],
		['map', once && values.some(({ area }) => mapped(area))]
	];
	return possible.filter(([, is]) => is).map(([picture]) => picture);
}

/** The marks of the latest year, where they have years; of each thing one. */
export function latest(marks: readonly Mark[]): Mark[] {
	const last = max(marks, ({ value, period }) => (value === null ? undefined : period));
	return last === undefined ? [...marks] : marks.filter(({ period }) => period === last);
}

const isPair = (mark: Mark): mark is Pair => mark.value !== null && typeof mark.other === 'number';

/** The marks with both values, of the latest year in which there are any. */
export function pairsOf(marks: readonly Mark[]): Pair[] {
	const pairs = marks.filter(isPair);
	const last = max(pairs, ({ period }) => period);
	return last === undefined ? pairs : pairs.filter(({ period }) => period === last);
}

/** The year of the second values of pairs; nothing where they have none, it is not known, or they have more than one. */
export function otherYear(pairs: readonly Pair[]): number | undefined {
	const years = new Set(
		pairs.map(({ period, otherPeriod }) => (otherPeriod === undefined ? period : otherPeriod))
	);
	return years.size === 1 ? ([...years][0] ?? undefined) : undefined;
}
