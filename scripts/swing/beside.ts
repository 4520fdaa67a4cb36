import { ascending, group, rollup } from 'd3';
import { toCsv } from '#lib/domain/csv.ts';
import { missingReason } from '#lib/domain/series.ts';
import { isSaidByCode } from '#lib/domain/swing/missing.ts';
import { beside } from '#lib/domain/swing/subject.ts';
import { besideColumns } from '#scripts/fetch/swing-beside.ts';
import { isCarried, type FlatFigure } from './flat.ts';

/** What is said beside the cells: of one figure, or of all figures of a subject where it names no place. */
export interface Beside {
	onderwerp: string;
	geolevel: string;
	geoitem: string;
	period: string;
	status: string;
	waarde: number | null;
	toelichting: string;
}

const nowhere = { geolevel: '', geoitem: '', period: '', waarde: null, toelichting: '' };

/** The status that most figures of a subject have; a cell that says nothing is definitive. */
function usualStatus(rows: readonly FlatFigure[]): string {
	const there = rows.filter(({ value }) => value !== null);
	const counts = rollup(
		there,
		(own) => own.length,
		({ status }) => status
	);
	return [...counts].toSorted(([a, x], [b, y]) => y - x || ascending(a, b))[0]?.[0] ?? 'definitive';
}

function besideOf(row: FlatFigure, usual: string): Beside[] {
	const { code, geolevel, geoitem, period, value, status } = row;
	const place = { ...nowhere, geolevel, geoitem, period };
	const reason = missingReason(row);
	if (value === null) return reason && isSaidByCode(reason) ? [] : [{ ...place, onderwerp: code, status }];
	const isWhole = isCarried(value);
	const margin = (Object.entries(beside) as [keyof typeof beside, string][]).flatMap(([field, end]) => {
		const number = row[field];
		return number === null || (isWhole && isCarried(number))
			? []
			: [{ ...place, onderwerp: `${code}_${end}`, status: '', waarde: number }];
	});
	const own = { ...place, onderwerp: code, status, waarde: isWhole ? null : value };
	return [...(isWhole && status === usual ? [] : [own]), ...margin];
}

/**
 * What the cells of a table cannot say: the status of figures that are there, reasons that Swing has no code for, and
 * numbers that look like such a code. Figures come before the margin beside them.
 */
export const besideFigures = (rows: readonly FlatFigure[]): Beside[] =>
	[...group(rows, ({ code }) => code)].flatMap(([code, own]) => {
		const usual = usualStatus(own);
		const general = usual === 'definitive' ? [] : [{ ...nowhere, onderwerp: code, status: usual }];
		return [...general, ...own.flatMap((row) => besideOf(row, usual))];
	});

const keyOf = ({ onderwerp, geolevel, geoitem, period, toelichting }: Beside): string =>
	[onderwerp, geolevel, geoitem.padStart(12), period, toelichting].join('\t');

/** The table as CSV, always in the same order. */
export const besideCsv = (rows: readonly Beside[]): string =>
	toCsv(
		besideColumns,
		rows.toSorted((a, b) => ascending(keyOf(a), keyOf(b)))
	);
