import type { QuestionView } from '../../schema/question.ts';
import type { Cell, Result } from '../result.ts';
import { missingOf } from './reasons.ts';
import { yearName, yearsOf } from './years.ts';

/** What columns of an answer are to a picture: each an index in its columns. */
export interface Roles {
	/** Codes of areas. */
	area?: number;
	/** Names: of areas, or of whatever the rows are about. */
	label?: number;
	/** Years. */
	period?: number;
	/** What is shown, and in a scatter what it is set against. */
	value?: number;
	other?: number;
	/** Years of `other`, where those are others than in `period`, or may be. */
	otherPeriod?: number | 'unknown';
	/** What tells rows of the same area and year apart; guessed only where these do not. */
	series?: number;
	/** Why a value is missing. */
	status?: number;
}

export const areaCode = /^(NL0[01]|GM\d{4}(-[a-z0-9-]+)?|WK\w{6}|BU\w{8})$/;
const labelName = /(naam|name|label|wijk|buurt|gemeente|gebied)/i;
const noValue = /^(boundaries|grenzen|lower|upper|onder|boven|n)$/i;

/** The column in which the site writes why there is no value. */
const reasonName = /^(waarom_leeg)$/i;

/** A column that may hold reasons of the reader's own. */
const statusName = /^status$/i;

const isState = (cell: Cell): boolean =>
	/^(definitive|provisional|estimate)$/.test(String(cell)) || missingOf(String(cell)) !== undefined;

const isYear = (cell: unknown): boolean =>
	typeof cell === 'number' && Number.isInteger(cell) && cell >= 1900 && cell <= 2100;

/**
 * Finds what each column is to a picture, from its kind, its name and what stands in it. Columns that the reader named
 * come first; a name that is not there is passed over, and an empty name says that there is no such column.
 */
export function findRoles({ columns, rows }: Result, view: QuestionView = {}): Roles {
	// An answer can have very many rows: no list of cells is made, and the first that does not fit ends it.
	const has = (i: number, test: (cell: Cell) => boolean) =>
		rows.some((row) => {
			const cell = row[i] ?? null;
			return cell !== null && test(cell);
		});
	const all = (i: number, test: (cell: Cell) => boolean) =>
		has(i, () => true) && !has(i, (cell) => !test(cell));
	const found = (test: (i: number) => boolean, from = columns.map((_, i) => i)) => from.find(test);
	const named = (name: string | undefined, kind?: 'number') => {
		const i = columns.findIndex((column) => column.name === name);
		return i >= 0 && (!kind || columns[i]!.kind === kind) ? i : undefined;
	};
	const isText = (i: number) => columns[i]!.kind === 'text';
	const isNumber = (i: number) => columns[i]!.kind === 'number';
	/** Whether each text of a column that is no word of the site stands where a number is missing. */
	const standsAtNothing = (i: number) =>
		rows.every((row) => !row[i] || isState(row[i]) || row.some((cell, j) => isNumber(j) && cell === null));
	const taken: (number | undefined)[] = [];
	const free = (i: number) => !taken.includes(i);

	/** What the reader chose, which may be no column, and else what is guessed. */
	const chosen = (name: string | undefined, guess: () => number | undefined, kind?: 'number') =>
		name === '' ? undefined : (named(name, kind) ?? guess());

	const area = chosen(view.area, () =>
		found((i) => isText(i) && all(i, (cell) => areaCode.test(String(cell))))
	);
	const state =
		found((i) => isText(i) && reasonName.test(columns[i]!.name)) ??
		found((i) => isText(i) && has(i, isState) && all(i, (cell) => cell === '' || isState(cell))) ??
		found((i) => isText(i) && statusName.test(columns[i]!.name) && has(i, Boolean) && standsAtNothing(i));
	const isYears = (i: number) => isNumber(i) && yearName.test(columns[i]!.name) && all(i, isYear);
	const allYears = columns.map((_, i) => i).filter(isYears);
	const years = allYears[0] ?? found((i) => isNumber(i) && !noValue.test(columns[i]!.name) && all(i, isYear));
	// Where a reader leaves the years out, they are no values either.
	taken.push(area, state, named(view.period, 'number') ?? years, ...allYears);
	const isMeasure = (i: number) => isNumber(i) && free(i);
	const value =
		named(view.value, 'number') ??
		found((i) => isMeasure(i) && !noValue.test(columns[i]!.name)) ??
		found(isMeasure);
	taken.push(value);
	const aside = () => found((i) => isMeasure(i) && !noValue.test(columns[i]!.name));
	const asked = chosen(view.other, aside, 'number');
	// What is chosen for both stands against another one.
	const other = asked === value ? aside() : asked;
	const names = columns.map(({ name }) => name);
	const figures = names.map((_, i) => i).filter((i) => isNumber(i) && !allYears.includes(i));
	const ownYears = (figure: number | undefined) =>
		figure === undefined ? undefined : yearsOf(names, figure, allYears, figures);
	const period = chosen(view.period, () => ownYears(value) ?? years, 'number');
	const otherYears = ownYears(other) ?? (ownYears(value) === undefined ? undefined : years);
	// Years of which nobody knows what they are of may be those of this one.
	const isUnsure = period !== undefined && otherYears === undefined && allYears.some((i) => i !== period);
	const ofArea = (i: number) => {
		if (area === undefined) return true;
		const seen = new Map<unknown, unknown>();
		return rows.every((row) => {
			const known = seen.get(row[area]);
			seen.set(row[area], row[i]);
			return known === undefined || known === row[i];
		});
	};
	const differs = (i: number) => {
		const first = rows.find((row) => (row[i] ?? null) !== null)?.[i];
		return has(i, (cell) => cell !== first);
	};
	const texts = columns.map((_, i) => i).filter((i) => isText(i) && free(i));
	const label =
		found((i) => labelName.test(columns[i]!.name) && ofArea(i), texts) ??
		(area === undefined ? texts[0] : undefined);
	/** Whether no two rows are of one area and year, and of one text where a column with texts is given. */
	const areApart = (text?: number) => {
		const parts = [area ?? label, period, text].filter((i) => i !== undefined);
		return new Set(rows.map((row) => JSON.stringify(parts.map((i) => row[i])))).size === rows.length;
	};
	const series = chosen(view.series, () => {
		const able = texts.filter((i) => i !== label && differs(i) && !ofArea(i));
		if (able.length === 0 || areApart()) return undefined;
		return able.find((i) => areApart(i)) ?? able[0];
	});
	const otherPeriod = isUnsure ? 'unknown' : otherYears === period ? undefined : otherYears;
	return { area, label, period, value, other, otherPeriod, series, status: state };
}
