import type { DuckDBConnection } from '@duckdb/node-api';
import { sum } from 'd3';

interface Task {
	taakveld: string;
	value: number;
	population: number;
}

/** Amounts by gemeente, year and report. */
export type Spending = Map<string, Task[]>;

/** Reads all expenditure of the database. */
export async function readSpending(connection: DuckDBConnection): Promise<Spending> {
	const spending: Spending = new Map();
	const reader = await connection.runAndReadAll('select * from expenditure');
	for (const row of reader.getRowObjectsJS() as unknown as (Task & Record<string, string>)[]) {
		const key = [row.municipality, row.year, row.report].join('|');
		spending.set(key, [...(spending.get(key) ?? []), row]);
	}
	return spending;
}

/** The amount that a page may give for an id such as `iv3-6-jaarrekening` or `iv3-6.6+6.71-jaarrekening-per-inwoner`. */
export function spent(
	spending: Spending,
	id: string,
	area: string,
	period: string
): number | null | undefined {
	if (id === 'iv3-inwoners') {
		const reports = ['jaarrekening', 'begroting'];
		return (
			reports.flatMap((report) => spending.get([area, period, report].join('|')) ?? [])[0]?.population ?? null
		);
	}
	const match = /^iv3-(6|\d+\.\w+(?:\+\d+\.\w+)*)-(begroting|jaarrekening)(-per-inwoner)?$/.exec(id);
	if (!match) return undefined;
	const [, field, report, perHead] = match;
	const all = spending.get([area, period, report].join('|')) ?? [];
	const fields = field!.split('+');
	const own = all.filter(({ taakveld }) =>
		field === '6' ? taakveld.startsWith('6.') : fields.includes(taakveld)
	);
	if (own.length === 0) return null;
	const total = sum(own.map(({ value }) => value));
	return perHead ? (total * 1000) / own[0]!.population : total;
}
