import type { Answer } from './adapter.ts';
import type { Places, TableSink } from './table.ts';

/** More rows than one file has; a line of the next file counts on from here. */
const apart = 2 ** 32;

/**
 * The files of one upload as one table: a figure that is given twice is then told with the file that it also stands in.
 * @param at which of the files comes in
 */
export function oneTable(table: TableSink, files: readonly Answer[], at: number): TableSink {
	const placed = (places: Places): Places => ({
		at: (line, column) => places.at(line % apart, column),
		tell: (line, column) => {
			const other = Math.floor(line / apart);
			const where = places.tell(line % apart, column);
			return other === at ? where : `${where} van ${files[other]!.address}`;
		}
	});
	const ownLine = (line: number): number => at * apart + line;
	return {
		head: (names, line, places) => table.head(names, ownLine(line), placed(places)),
		row: (cells, line, places) => table.row(cells, ownLine(line), placed(places)),
		wrong: (problem) => table.wrong(problem)
	};
}
