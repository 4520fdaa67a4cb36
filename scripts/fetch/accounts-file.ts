import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ascending, csvFormatRows } from 'd3';
import { expenditure, type Expenditure } from '#lib/schema/observation.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import { readCsv } from '#scripts/read/csv.ts';
import { readText } from '#scripts/read/text.ts';
import { FetchProblem } from './problem.ts';

const columns = Object.keys(expenditure.shape) as (keyof Expenditure)[];

/** Where the accounts of gemeenten stand in `data/`. */
export const accountsPlace = (data: string): string => join(data, 'expenditure', 'iv3.csv');

/** The account that a line is a part of, which is how the line begins: `GM0637,2023,begroting`. */
export const accountOf = ({ municipality, year, report }: Expenditure): string =>
	[municipality, year, report].join(',');

const orderOf = ({ taakveld }: Expenditure): number => {
	const [chapter, number] = taakveld.split('.').map(Number);
	return chapter! * 1000 + number!;
};

/** As the publisher's own files have it, with one decimal also where an amount is whole. */
const amount = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** Accounts as lines of a CSV, by gemeente, year, report and taakveld: the same accounts are the same lines. */
export const accountLines = (rows: readonly Expenditure[]): string[] =>
	rows
		.toSorted((a, b) => ascending(accountOf(a), accountOf(b)) || orderOf(a) - orderOf(b))
		.map((row) =>
			csvFormatRows([columns.map((column) => (column === 'value' ? amount(row.value) : `${row[column]}`))])
		);

/** Lines as a file of accounts. */
export const accountsCsv = (lines: readonly string[]): string =>
	`${[columns.join(','), ...lines].join('\n')}\n`;

/**
 * The accounts in `data/`; none where there is no such file.
 * @throws a `FetchProblem` where it cannot be read
 */
export function readAccounts(data: string): { rows: Expenditure[]; lines: string[] } {
	const path = accountsPlace(data);
	if (!existsSync(path)) return { rows: [], lines: [] };
	const { text, problems } = readText(path, path);
	const file = text === undefined ? { rows: [], problems } : readCsv(text, path, columns, expenditure);
	if (file.problems.length > 0) throw new FetchProblem(file.problems);
	return { rows: file.rows.map(({ row }) => row), lines: (text ?? '').trimEnd().split('\n').slice(1) };
}

/** The lines of a file that belong to some accounts. */
export const linesOf = (lines: readonly string[], accounts: ReadonlySet<string>): string[] =>
	lines.filter((line) => accounts.has(line.split(',').slice(0, 3).join(',')));

/** The text of the file in which some accounts take the place of what was there; the other lines stay as they are. */
export function withAccounts(before: readonly string[], lines: readonly string[]): string {
	const accountOfLine = (line: string) => line.split(',').slice(0, 3).join(',');
	const fresh = new Set(lines.map(accountOfLine));
	const all = [...before.filter((line) => !fresh.has(accountOfLine(line))), ...lines];
	const sorted = all.toSorted((a, b) => ascending(accountOfLine(a), accountOfLine(b)));
	return accountsCsv(sorted);
}

/** Accounts as figures, so that they can be compared with those that were there. */
export const accountFigures = (rows: readonly Expenditure[]): TidyRow[] =>
	rows.map(({ municipality, year, report, taakveld, value }) => ({
		indicator: 'iv3-lasten',
		area: municipality,
		period: year,
		breakdown: `taakveld=${taakveld.replace('.', '-')};verslag=${report}`,
		value,
		lower: null,
		upper: null,
		n: null,
		status: 'definitive'
	}));
