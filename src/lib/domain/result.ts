import { language } from './language.ts';

/** What the cells of a column are; a day is a text as `2026-11-23`. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'day';

export interface Column {
	name: string;
	kind: ColumnKind;
	/** Of numbers that are whole by their type in the engine: in how many bits they fit. */
	bits?: 32 | 64;
}

/** The language of the cells of a column, where that is another than that of the interface: texts are those of the data. */
export const spokenIn = (column: Column | undefined): string | undefined =>
	language === 'nl' || column?.kind !== 'text' ? undefined : 'nl';

/** One cell of an answer; `null` is a value that is not there, and never zero. */
export type Cell = string | number | boolean | null;

/** The answer to a question: what the tables, charts and files of the workbench are made of. */
export interface Result {
	columns: Column[];
	/** Each row has a cell for each column, in the same order. */
	rows: Cell[][];
	/** Whether the question has more rows than are given here. */
	cut: boolean;
}
