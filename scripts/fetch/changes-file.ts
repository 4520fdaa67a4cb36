import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ascending } from 'd3';
import { areaChange, type AreaChange } from '#lib/schema/area.ts';
import { readCsv } from '#scripts/read/csv.ts';
import { readText } from '#scripts/read/text.ts';
import { FetchProblem } from './problem.ts';

const columns = Object.keys(areaChange.shape) as (keyof AreaChange)[];

/** Where the codes of changed borders of a year stand in `data/`. */
export const changesPlace = (data: string, year: number): string =>
	join(data, 'areas', 'changes', `${year}.csv`);

/** Codes of changed borders as CSV, by area. */
export const changesCsv = (rows: readonly AreaChange[]): string =>
	`${[
		columns.join(','),
		...rows
			.toSorted((a, b) => ascending(a.code, b.code))
			.map((row) => columns.map((column) => row[column]).join(','))
	].join('\n')}\n`;

/**
 * Codes of changed borders with what an editor found out: CBS says that an area has another code, not which one it had.
 * @throws a `FetchProblem` where the file in `data/` cannot be read
 */
export function withPrevious(rows: readonly AreaChange[], data: string, year: number): AreaChange[] {
	const path = changesPlace(data, year);
	if (!existsSync(path)) return [...rows];
	const { text, problems } = readText(path, path);
	const file = text === undefined ? { rows: [], problems } : readCsv(text, path, columns, areaChange);
	if (file.problems.length > 0) throw new FetchProblem(file.problems);
	const known = new Map(file.rows.map(({ row }) => [row.code, row]));
	return rows.map((each) => {
		const before = known.get(each.code);
		return before?.change === each.change ? { ...each, previous: before.previous } : each;
	});
}
