import { ascending, csvFormatRows, group } from 'd3';
import { missingCode, missingReasons } from '#lib/domain/swing/missing.ts';
import { beside, subjectCode } from '#lib/domain/swing/subject.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import { missingReason } from '#lib/domain/series.ts';
import { readFigure } from '#scripts/fetch/read-figure.ts';
import { decimal } from '#scripts/fetch/write.ts';

/** A figure with the names that Swing has for its place and its subject. */
export interface FlatFigure extends Omit<TidyRow, 'area'> {
	geolevel: string;
	geoitem: string;
	/** Of the subject, as `subjectCode` gives it. */
	code: string;
}

/** A file of figures. */
export interface FlatFile {
	geolevel: string;
	/** From 1, where a level has more columns than one file may have. */
	part: number;
	parts: number;
	text: string;
}

type Field = 'value' | 'lower' | 'upper' | 'n';

/** More columns than this, and an upload gets into trouble. */
const mostColumns = 60;

/** How cells are written and read; the adapter reads by the same. */
const rules = { decimal: '.', missing: missingReasons } as const;

/** Whether a number comes back from a cell as it was; one that looks like a code for what is missing does not. */
export const isCarried = (value: number): boolean => readFigure(decimal(value), rules) === value;

/** Gives a figure the code of its subject, and a place. */
export const toFlat = (row: TidyRow, place: Pick<FlatFigure, 'geolevel' | 'geoitem'>): FlatFigure => ({
	...row,
	...place,
	code: subjectCode(row.indicator, row.breakdown)
});

function cellOf(row: FlatFigure | undefined, field: Field): string {
	if (!row) return '';
	const reason = missingReason(row);
	if (field === 'value' && reason) return missingCode(reason);
	const number = row[field];
	if (number === null) return '';
	if (isCarried(number)) return decimal(number);
	return field === 'value' ? missingCode('unknown') : '';
}

/** The columns of each subject, in the order of the codes: its figures, and what stands beside any of them. */
export function columnsOf(rows: readonly FlatFigure[]): Map<string, { field: Field; name: string }[]> {
	const fields = Object.entries(beside) as [keyof typeof beside, string][];
	return new Map(
		[...group(rows, ({ code }) => code)]
			.toSorted(([a], [b]) => ascending(a, b))
			.map(([code, own]) => [
				code,
				[
					{ field: 'value', name: code },
					...fields
						.filter(([field]) => own.some((row) => row[field] !== null))
						.map(([field, end]) => ({ field, name: `${code}_${end}` }))
				]
			])
	);
}

/** Subjects in as many parts as there must be, so that each fits in a file; a subject stays whole. */
function partsOf<T extends { length: number }>(columns: readonly T[]): T[][] {
	const parts: T[][] = [[]];
	let width = 3;
	for (const each of columns) {
		if (width + each.length > mostColumns) {
			parts.push([]);
			width = 3;
		}
		parts.at(-1)!.push(each);
		width += each.length;
	}
	return parts;
}

/**
 * Figures of one table as flat files for Swing, one for each level: a row for each area and period, a column for each
 * subject. A cell is empty where the table has no figure at all; what is missing has its code.
 */
export function flatFiles(rows: readonly FlatFigure[]): FlatFile[] {
	const columns = columnsOf(rows);
	return [...group(rows, ({ geolevel }) => geolevel)]
		.toSorted(([a], [b]) => ascending(a, b))
		.flatMap(([geolevel, own]) => {
			const there = new Set(own.map(({ code }) => code));
			const parts = partsOf(
				[...columns]
					.filter(([code]) => there.has(code))
					.map(([code, names]) => names.map((each) => ({ code, ...each })))
			);
			return parts.map((part, i) => {
				const names = part.flat();
				const codes = new Set(names.map(({ code }) => code));
				const lines = [
					...group(
						own.filter(({ code }) => codes.has(code)),
						({ geoitem, period }) => `${geoitem} ${period}`
					).values()
				]
					.map((figures) => ({
						first: figures[0]!,
						byCode: new Map(figures.map((figure) => [figure.code, figure]))
					}))
					.toSorted(
						({ first: a }, { first: b }) =>
							a.geoitem.localeCompare(b.geoitem, 'en', { numeric: true }) || ascending(a.period, b.period)
					)
					.map(({ first, byCode }) => [
						geolevel,
						first.geoitem,
						first.period,
						...names.map(({ code, field }) => cellOf(byCode.get(code), field))
					]);
				const head = ['Geolevel', 'Geoitem', 'Period', ...names.map(({ name }) => name)];
				return { geolevel, part: i + 1, parts: parts.length, text: `${csvFormatRows([head, ...lines])}\n` };
			});
		});
}
