import type { SpendingDomain } from '../schema/spending.ts';
import { addFigures } from './sums.ts';
import type { Missing } from '../schema/observation.ts';
import type { Report, Spending } from './expenditure.ts';

/** What was spent on one domain in one year, per inhabitant. */
export interface DomainYear {
	year: number;
	/** In whole euro; `null` where there are no accounts yet. */
	value: number | null;
	missing?: Missing;
}

/** Name of the series on the page: `iv3-6.6+6.71-jaarrekening-per-inwoner`. */
export const domainSeriesId = ({ taakvelden }: Pick<SpendingDomain, 'taakvelden'>, report: Report): string =>
	`iv3-${taakvelden.join('+')}-${report}-per-inwoner`;

/** What the accounts give for a domain, per year: the sum of its taakvelden, divided by the inhabitants of that year. */
export function domainYears(
	{ taakvelden }: Pick<SpendingDomain, 'taakvelden'>,
	rows: readonly Spending[]
): DomainYear[] {
	const accounts = rows.filter(({ report }) => report === 'jaarrekening');
	const years = [...new Set(accounts.map(({ year }) => year))].toSorted((a, b) => a - b);
	return years.map((year): DomainYear => {
		const own = accounts.filter((row) => row.year === year && taakvelden.includes(row.taakveld));
		if (own.length === 0) return { year, value: null, missing: 'unknown' };
		const thousands = addFigures(own.map(({ value }) => ({ value: `${value}` })));
		return { year, value: Math.round((thousands * 1000) / own[0]!.population) };
	});
}
