import type { Problem } from '#scripts/read/problem.ts';

/** What stands in a cell: a text, a number of a workbook, or `''` where it is empty. */
export type Cell = string | number;

/** How the place of a cell is told to the person who has to mend it; line and column from 1. */
export interface Places {
	at(line: number, column: number): Pick<Problem, 'file' | 'line' | 'column'>;
	/** As a part of a sentence: `regel 3`, `cel C3`. */
	tell(line: number, column: number): string;
}

/** What takes in a table, line by line. */
export interface TableSink {
	/** The names of the columns; comes once, before the first row. */
	head(names: readonly string[], line: number, places: Places): void;
	/** One row; a cell that is left out is empty. */
	row(cells: readonly (Cell | undefined)[], line: number, places: Places): void;
	/** Something is wrong with a row as such; reading goes on, so that all is told at once. */
	wrong(problem: Problem): void;
}

/** The largest file that is read, in bytes. */
export const largestFile = 64 * 1024 * 1024;
