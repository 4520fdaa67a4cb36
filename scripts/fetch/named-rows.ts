import type { Answer } from './adapter.ts';
import { problemList } from './problem-list.ts';
import { readCsvTable } from './read-csv.ts';

/** A row of a CSV with the texts of its columns by their names. */
export interface NamedRow<Name extends string> {
	line: number;
	cells: Readonly<Record<Name, string>>;
}

/** Reads the named columns of a CSV, whichever others there are; throws a `FetchProblem` with all that is wrong. */
export function namedRows<Name extends string>(answer: Answer, columns: readonly Name[]): NamedRow<Name>[] {
	const problems = problemList();
	const rows: NamedRow<Name>[] = [];
	let indexes: [Name, number][] = [];
	readCsvTable(
		answer,
		{ headRow: 1, headRows: 1, separator: ',' },
		{
			head(names, line, places) {
				indexes = columns.map((name) => [name, names.indexOf(name)]);
				for (const [name, i] of indexes)
					if (i < 0) problems.add(places.at(line, 1), `een kolom met de naam "${name}"`);
			},
			row(cells, line) {
				const own = indexes.map(([name, i]) => [name, String(cells[i] ?? '')]);
				rows.push({ line, cells: Object.fromEntries(own) as Record<Name, string> });
			},
			wrong: ({ expected, value, ...place }) => problems.add(place, expected, value)
		}
	);
	problems.refuse();
	return rows;
}
