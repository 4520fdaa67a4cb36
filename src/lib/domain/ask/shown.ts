import type { Ask } from '../../schema/ask.ts';
import { enumerateFew } from '../enumerate-few.ts';
import { count, formatExact } from '../format.ts';
import type { Cell, Result } from '../result.ts';
import type { Holdings } from './holdings.ts';
import { pivotColumns } from './pivot.ts';
import { titleOf, unitOf, valueColumn } from './subjects.ts';

type Row = Record<string, Cell>;

const rowsOf = ({ columns, rows }: Result): Row[] =>
	rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])));

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === 'number';

/** The rows of the latest year that has a figure: one year is told, not all. */
function latest(rows: readonly Row[], column: string): { rows: Row[]; year: number | undefined } {
	const years = rows.flatMap((row) => (isNumber(row[column]) && isNumber(row.jaar) ? [row.jaar] : []));
	const year = years.length > 0 ? Math.max(...years) : undefined;
	return { rows: rows.filter((row) => year === undefined || row.jaar === year), year };
}

function extremes(rows: readonly Row[], column: string, write: (value: number) => string): string[] {
	const known = rows
		.filter((row) => isNumber(row[column]))
		.toSorted((a, b) => (a[column] as number) - (b[column] as number));
	const [low, high] = [known[0], known.at(-1)];
	if (!low || !high) return [];
	const tell = (row: Row) => `${row.gebied} (${write(row[column] as number)})`;
	if (known.length === 1) return [`Het cijfer van ${tell(high)} is het enige.`];
	if (low[column] === high[column]) return [`Overal hetzelfde: ${write(low[column] as number)}.`];
	const name = (row: Row) => {
		const same = known.filter((other) => other[column] === row[column]);
		const labels = same.map(({ gebied }) => String(gebied));
		return `${enumerateFew(labels, 'gebied', 'gebieden')} (${write(row[column] as number)})`;
	};
	return [`Het hoogst: ${name(high)}. Het laagst: ${name(low)}.`];
}

function missingOf(rows: readonly Row[], column: string): string[] {
	const gone = rows.filter((row) => row[column] === null);
	if (gone.length === 0) return [];
	return [
		gone.length === rows.length
			? 'Er is geen enkel cijfer; in de tabel staat waarom.'
			: `Van de ${count(rows.length, 'regel', 'regels')} ${gone.length === 1 ? 'heeft er 1' : `hebben er ${gone.length}`} geen cijfer; in de tabel staat waarom.`
	];
}

/** A year of which areas have figures on different boundaries. */
function mixedOf(rows: readonly Row[]): string[] {
	const boundaries = new Set(
		rows.flatMap(({ grenzen }) => (isNumber(grenzen) && grenzen > 0 ? [grenzen] : []))
	);
	return boundaries.size > 1
		? [
				`Niet alle cijfers zijn op dezelfde grenzen: zie de kolom grenzen (${[...boundaries].toSorted().join(', ')}).`
			]
		: [];
}

function correlationShown(ask: Ask, rows: readonly Row[], holdings: Holdings): string[] {
	const [x, y] = ask.subjects.map((subject) => titleOf(subject, holdings));
	return rows.map((row) => {
		const areas = count(Number(row.gebieden), 'gebied', 'gebieden');
		if (!isNumber(row.samenhang)) return `${row.jaar}: geen getal, want ${row.waarom_leeg} (${areas}).`;
		const interval =
			isNumber(row.van) && isNumber(row.tot)
				? ` Het 95%-interval loopt van ${formatExact(row.van)} tot ${formatExact(row.tot)}.`
				: '';
		const unsure = isNumber(row.van) && isNumber(row.tot) && row.van <= 0 && row.tot >= 0;
		const meaning = unsure
			? ' Het kan dus ook zijn dat er geen samenhang is.'
			: ` Waar “${x}” hoger is, is “${y}” vaker ${row.samenhang > 0 ? 'hoger' : 'lager'}.`;
		return `${row.jaar}: over ${areas} is de samenhang ${formatExact(row.samenhang)}.${interval}${meaning}`;
	});
}

function compareShown(column: string, rows: readonly Row[], middle: number): string[] {
	const known = rows.flatMap((row) => (isNumber(row[column]) ? [row[column]] : []));
	if (known.length === 0) return [];
	const [up, down] = [
		known.filter((value) => value > middle).length,
		known.filter((value) => value < middle).length
	];
	return [`Hoger: ${up}. Lager: ${down}. Gelijk: ${known.length - up - down}.`];
}

/**
 * What an answer shows, in sentences made from its rows.
 * @param result the answer to the SQL that the ask makes
 */
export function shownBy(ask: Ask, result: Result, holdings: Holdings): string[] {
	const { make, subjects } = ask;
	const all = rowsOf(result);
	if (all.length === 0) return ['Er is geen enkele regel met deze keuzes.'];
	if (make.kind === 'correlation') return correlationShown(ask, all, holdings);
	if (make.kind === 'figures' && make.pivot !== 'none') {
		const names = pivotColumns(ask, make.pivot, holdings).map(({ name }) => name);
		const empty = all.flatMap((row) => names.filter((name) => row[name] === null)).length;
		return empty > 0
			? [`${count(empty, 'vak is', 'vakken zijn')} leeg: in de kolom waarom_leeg staat waarom.`]
			: [];
	}
	if (make.kind === 'scatter') {
		const [x, y] = subjects.map((subject) => titleOf(subject, holdings)) as [string, string];
		const both = all.filter((row) => row[x] !== null && row[y] !== null).length;
		return [
			`${count(both, 'punt heeft', 'punten hebben')} beide cijfers, van ${count(all.length, 'regel', 'regels')}.`,
			...mixedOf(all)
		];
	}
	const column =
		make.kind === 'compare'
			? make.form === 'difference'
				? 'verschil'
				: 'verhouding'
			: make.kind === 'index'
				? 'index'
				: valueColumn(subjects, holdings);
	const { rows, year } = latest(all, column);
	const percent =
		make.kind !== 'compare' && make.kind !== 'index' && unitOf(subjects[0]!, holdings) === 'procent';
	const write = (value: number) => `${formatExact(value)}${percent ? '%' : ''}`;
	const told = [
		...(make.kind === 'compare' ? compareShown(column, rows, make.form === 'difference' ? 0 : 1) : []),
		...(subjects.length === 1 || make.kind === 'compare' ? extremes(rows, column, write) : [])
	];
	return [
		...(told.length > 0 && year !== undefined ? [`${year}: ${told.join(' ')}`] : told),
		...missingOf(all, column),
		...mixedOf(rows)
	];
}
