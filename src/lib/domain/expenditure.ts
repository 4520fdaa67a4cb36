import { group, union } from 'd3';
import type { Figure, Table } from '../schema/figure.ts';
import type { Missing } from '../schema/observation.ts';
import { enumerate } from './format.ts';
import { addFigures, type Figures } from './sums.ts';

export type Report = 'begroting' | 'jaarrekening';
export const reports: readonly Report[] = ['begroting', 'jaarrekening'];

/** What one gemeente spends on one taakveld in one year (Iv3), in thousands of euro. */
export interface Spending {
	municipality: string;
	year: number;
	report: Report;
	taakveld: string;
	title: string;
	value: number;
	population: number;
}

/** An amount, or the reason why there is none. */
export interface Amount {
	value: number | null;
	missing?: Missing;
}

/** Everything spent on the social domain (all of 6.x) in one year. */
export interface YearTotal {
	municipality: string;
	year: number;
	population: number;
	/** In thousands of euro. */
	total: Record<Report, Amount>;
	/** In whole euro, rounded. */
	perInhabitant: Record<Report, Amount>;
	/** Taakvelden of other years with the same division, that the source has no amount of in this one: the sum goes without. */
	without: Record<Report, { taakveld: string; title: string }[]>;
}

/** Names of the series on the page and in exports: `iv3-6-begroting`, `iv3-6.71-jaarrekening`. */
export const seriesId = (report: Report, taakveld = '6'): string => `iv3-${taakveld}-${report}`;

/** The same in euro per inhabitant: `iv3-6.71-begroting-per-inwoner`. */
export const perInhabitantId = (report: Report, taakveld?: string): string =>
	`${seriesId(report, taakveld)}-per-inwoner`;

const perHead = (thousands: number, population: number): number => {
	const euros = (thousands * 1000) / population;
	return Math.abs(euros) < 1 ? Math.round(euros * 10) / 10 : Math.round(euros);
};

const sumOf = (rows: readonly Spending[]): number =>
	addFigures(rows.map(({ value }) => ({ value: `${value}` })));

/** Why there is no amount: the accounts of a year after the last ones are still to come. */
const absence = (rows: readonly Spending[], report: Report, year: number): Amount => {
	const last = Math.max(...rows.filter((row) => row.report === report).map((row) => row.year));
	return { value: null, missing: year > last ? 'not-yet' : 'unknown' };
};

/** The sum of all 6.x per year: the one level that exists in every division into taakvelden. */
export function yearTotals(rows: readonly Spending[], municipality: string): YearTotal[] {
	const own = rows.filter((row) => row.municipality === municipality);
	return [...group(own, ({ year }) => year)]
		.toSorted(([a], [b]) => a - b)
		.map(([year, inYear]) => {
			const population = inYear[0]!.population;
			const amount = (report: Report, scale: (sum: number) => number): Amount => {
				const found = inYear.filter((row) => row.report === report);
				return found.length > 0 ? { value: scale(sumOf(found)) } : absence(own, report, year);
			};
			const both = (scale: (sum: number) => number): Record<Report, Amount> => ({
				begroting: amount('begroting', scale),
				jaarrekening: amount('jaarrekening', scale)
			});
			const without = (report: Report) => {
				const found = new Set(inYear.flatMap((row) => (row.report === report ? row.taakveld : [])));
				const others = own.filter((row) => eraOf(row.year) === eraOf(year) && !found.has(row.taakveld));
				return found.size > 0
					? [...group(others, ({ taakveld }) => taakveld).values()].map(([row]) => ({
							taakveld: row!.taakveld,
							title: row!.title
						}))
					: [];
			};
			return {
				municipality,
				year,
				population,
				total: both((sum) => sum),
				perInhabitant: both((sum) => perHead(sum, population)),
				without: { begroting: without('begroting'), jaarrekening: without('jaarrekening') }
			};
		});
}

/** Says which amounts a sum goes without, where there is one, for some of the reports of a year. */
export const tellWithout = (
	{ year, total, without }: Pick<YearTotal, 'year' | 'total' | 'without'>,
	of: readonly Report[] = reports
): string[] =>
	of
		.filter((report) => total[report].value !== null && without[report].length > 0)
		.map((report) => {
			const named = enumerate(without[report].map(({ taakveld, title }) => `${taakveld} (${title})`));
			return report === 'begroting'
				? `In de begroting van ${year} geeft de bron geen bedrag voor ${named}. Dat zit dus niet in de som.`
				: `In de jaarrekening van ${year} geeft de bron geen bedrag voor ${named}. Dat zit dus niet in de som.`;
		});

const isComplete = ({ total }: YearTotal): boolean => reports.every((report) => total[report].value !== null);

/** The last year of which both the budget and the accounts are known. */
export const lastComplete = (totals: readonly YearTotal[]): YearTotal | undefined =>
	totals.findLast(isComplete);

/** In how many of the years with both amounts more was spent than was budgeted. */
export function overBudget(totals: readonly YearTotal[]): { years: number; over: number } {
	const complete = totals.filter(isComplete);
	const over = complete.filter(({ total }) => total.jaarrekening.value! > total.begroting.value!);
	return { years: complete.length, over: over.length };
}

/** A stretch of years with one division into taakvelden. */
export interface Era {
	id: string;
	years: number[];
	/** Columns: only reports that exist for at least one taakveld. */
	columns: { year: number; report: Report }[];
	rows: {
		taakveld: string;
		title: string;
		/** In thousands of euro. */
		cells: Amount[];
		/** In euro: rounded to whole ones, and below one euro to tenths, so that little is not nothing. */
		perInhabitant: Amount[];
	}[];
	/** Years without accounts yet. */
	pending: number[];
}

/** First years of each division into taakvelden in Iv3. */
export const eraStarts = [2017, 2023, 2025] as const;
const eraOf = (year: number): number => eraStarts.findLast((start) => year >= start) ?? eraStarts[0];

/**
 * Amounts per taakveld, one table for each division: a series per taakveld is never drawn across 2023 or 2025.
 * The codes sort as text, so that 6.21 stands after 6.2 and 6.60 after 6.6.
 */
export function eras(rows: readonly Spending[], municipality: string): Era[] {
	const own = rows.filter((row) => row.municipality === municipality);
	return [...group(own, ({ year }) => eraOf(year))]
		.toSorted(([a], [b]) => a - b)
		.map(([start, inEra]) => {
			const years = [...union(inEra.map(({ year }) => year))].toSorted((a, b) => a - b);
			const has = (year: number, report: Report) =>
				inEra.some((row) => row.year === year && row.report === report);
			const columns = years.flatMap((year) =>
				reports.filter((report) => has(year, report)).map((report) => ({ year, report }))
			);
			return {
				id: `vanaf-${start}`,
				years,
				columns,
				pending: years.filter((year) => !has(year, 'jaarrekening')),
				rows: [...group(inEra, ({ taakveld }) => taakveld)]
					.toSorted(([a], [b]) => (a < b ? -1 : 1))
					.map(([taakveld, cells]) => {
						const amounts = (scale: (row: Spending) => number) =>
							columns.map(({ year, report }): Amount => {
								const found = cells.find((row) => row.year === year && row.report === report);
								return found ? { value: scale(found) } : { value: null, missing: 'unknown' };
							});
						return {
							taakveld,
							title: cells[0]!.title,
							cells: amounts(({ value }) => value),
							perInhabitant: amounts(({ value, population }) => perHead(value, population))
						};
					})
			};
		});
}

/** A table of a document whose amounts together equal an amount of Iv3. */
export interface DocumentMatch {
	table: string;
	parts: Figure[];
	/** In euro. */
	sum: number;
	year: number;
	report: Report;
}

/** Tables without a total of their own whose euros of one year add up, to the thousand, to all of 6.x in Iv3. */
export function documentMatches(
	tables: readonly Table[],
	figures: Figures,
	totals: readonly YearTotal[]
): DocumentMatch[] {
	return tables.flatMap(({ id, rows, total: ownTotal }) => {
		const parts = rows.flatMap(({ cells }) =>
			cells.flatMap((cell) => (typeof cell === 'object' ? (figures[cell.figure] ?? []) : []))
		);
		const alike = parts.every(({ unit, period }) => unit === 'euro' && period === parts[0]?.period);
		if (ownTotal || parts.length < 2 || !alike) return [];
		const sum = addFigures(parts);
		return totals
			.filter(({ year }) => String(year) === parts[0]!.period)
			.flatMap(({ year, total }) =>
				reports
					.filter((report) => total[report].value === Math.round(sum / 1000))
					.map((report) => ({ table: id, parts, sum, year, report }))
			);
	});
}

/** The gemeenten that another one was made of, and that gave figures of their own until then. */
export interface Predecessors {
	/** Last year of the old gemeenten. */
	until: number;
	codes: readonly string[];
	/** Those of which only a part went over. */
	partly: readonly string[];
}

/** Reorganisations of gemeenten with a monitor; Winsum was split in 2019, Middag-Humsterland went to Westerkwartier. */
export const predecessors: Readonly<Record<string, Predecessors>> = {
	GM1969: { until: 2018, codes: ['GM0015', 'GM0022', 'GM0025', 'GM0053', 'GM0056'], partly: ['GM0053'] }
};

/**
 * The amounts of some gemeenten added up, by year and report; missing where that of one is.
 * @param gemeenten totals of each, of the same years in the same order
 */
export function addTotals(
	gemeenten: readonly (readonly Pick<YearTotal, 'year' | 'total'>[])[]
): { year: number; total: Record<Report, Amount> }[] {
	return (gemeenten[0] ?? []).map(({ year }, i) => {
		const amount = (report: Report): Amount => {
			const all = gemeenten.map((totals) => totals[i]!.total[report]);
			return (
				all.find(({ value }) => value === null) ?? {
					value: addFigures(all.map(({ value }) => ({ value: `${value}` })))
				}
			);
		};
		return { year, total: { begroting: amount('begroting'), jaarrekening: amount('jaarrekening') } };
	});
}
