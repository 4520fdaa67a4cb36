import { group, sum } from 'd3';
import type { Feed } from '#lib/schema/feed.ts';
import type { Expenditure } from '#lib/schema/observation.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { FetchProblem } from './problem.ts';

/** Categories of expenditure that are no spending on a taakveld: reserves and what is settled inside the accounts. */
const settled = new Set(['l7-1', 'l7-4', 'l7-5']);

/** Reserves and the result of the account itself: no taakvelden. */
const noTaakveld = new Set(['0.10', '0.11']);

interface Line extends Pick<Expenditure, 'municipality' | 'year' | 'report' | 'taakveld'> {
	value: number | null;
}

/** The parts of a group, as `taakveld=6-71a;verslag=begroting`. */
const partsOf = ({ breakdown }: TidyRow): Map<string, string> =>
	new Map(breakdown.split(';').map((part) => part.split('=') as [string, string]));

/**
 * The taakveld that a code belongs to, on the level that the site keeps: 6.71 for 6.71a and for 6.711.
 * @returns `undefined` for what is no taakveld, as a part of the balance
 */
function taakveldOf(code: string): string | undefined {
	const [, chapter, number] = /^(\d)-(\d{1,2})[\da-z]?$/.exec(code) ?? [];
	const taakveld = `${chapter}.${number}`;
	return chapter === undefined || noTaakveld.has(taakveld) ? undefined : taakveld;
}

function lineOf(row: TidyRow, { accounts }: Feed): Line | undefined {
	const parts = partsOf(row);
	const code = parts.get('taakveld') ?? parts.get('taakveld-balanspost');
	const category = parts.get('categorie');
	const report = accounts?.report ?? parts.get('verslag');
	const taakveld = code === undefined ? undefined : taakveldOf(code);
	if (row.indicator !== 'iv3-lasten' || taakveld === undefined) return undefined;
	// An empty cell is a category that this taakveld does not have.
	if (row.status === 'not-asked') return undefined;
	if (report !== 'begroting' && report !== 'jaarrekening') return undefined;
	if (category !== undefined && (!category.startsWith('l') || settled.has(category))) return undefined;
	return { municipality: row.area, year: row.period, report, taakveld, value: row.value };
}

const nearest = (year: string) => (a: Expenditure, b: Expenditure) =>
	Math.abs(Number(a.year) - Number(year)) - Math.abs(Number(b.year) - Number(year));

/**
 * Accounts of gemeenten as `iv3.csv` has them: what is spent per taakveld, its finer codes and categories added up. An
 * amount that is missing in part is left out whole: half a sum is no amount.
 * @param known what `iv3.csv` has now, for names of taakvelden and numbers of residents
 * @throws a `FetchProblem` where nobody knows the name of a taakveld, or the residents of a gemeente
 */
export function toAccounts(
	rows: readonly TidyRow[],
	feed: Feed,
	known: readonly Expenditure[],
	file: string
): { accounts: Expenditure[]; remarks: string[] } {
	const residents = new Map<string, number>();
	for (const { municipality, year, population } of known)
		residents.set(`${municipality} ${year}`, population);
	for (const { indicator, area, period, value } of rows)
		if (indicator === 'iv3-inwoners' && value !== null) residents.set(`${area} ${period}`, value);
	const problems = new Map<string, Problem>();
	const miss = (expected: string) => problems.set(expected, { file, line: 0, column: 0, expected });

	const titleOf = ({ taakveld, year }: Line): string => {
		const same = known.filter((each) => each.taakveld === taakveld).toSorted(nearest(year));
		const found = feed.accounts?.titles[taakveld] ?? same[0]?.title;
		if (found === undefined) miss(`de naam van taakveld ${taakveld} bij de feed (accounts, titles)`);
		return found ?? '';
	};
	const residentsOf = ({ municipality, year }: Line): number => {
		const found = residents.get(`${municipality} ${year}`) ?? feed.accounts?.population[municipality];
		if (found === undefined)
			miss(`het aantal inwoners van ${municipality} in ${year} bij de feed (accounts, population)`);
		return found ?? 0;
	};

	const keyOf = ({ municipality, year, report, taakveld }: Line) =>
		[municipality, year, report, taakveld].join(',');
	const sums = [
		...group(
			rows.flatMap((row) => lineOf(row, feed) ?? []),
			keyOf
		).values()
	];
	const whole = sums.filter((lines) => lines.every(({ value }) => value !== null));
	const accounts = whole.map((lines): Expenditure => {
		const line = lines[0]!;
		const value = Math.round(sum(lines, (each) => each.value!) * 1000) / 1000;
		return { ...line, population: residentsOf(line), title: titleOf(line), value };
	});
	if (problems.size > 0) throw new FetchProblem([...problems.values()]);
	const left = sums.filter((lines) => !whole.includes(lines)).map((lines) => keyOf(lines[0]!));
	const remark = `Niet overgenomen, want een deel van het bedrag ontbreekt: ${left.join('; ')}.`;
	return { accounts, remarks: left.length > 0 ? [remark] : [] };
}
