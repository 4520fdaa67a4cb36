import type { OwnColumn, OwnTable } from './table.ts';

/** What the worker that reads files is asked: the bytes, the name that its rows will have in the engine, and the areas of the site. */
export interface OwnFileQuestion {
	bytes: Uint8Array;
	name: string;
	as: string;
	/** The code and the name of each. */
	areas: [string, string][];
}

/** A column as the page shows it, with its type in the database. */
export type ToldColumn = Omit<OwnColumn, 'cells'> & { type: string; optional: boolean };

/** A table without its cells. */
export type ToldTable = Omit<OwnTable, 'columns'> & { columns: ToldColumn[] };

/** What the worker answers: the table, its rows for the engine, and the SQL that brings them in. */
export type OwnFileAnswer = { table: ToldTable; rows: Blob; sql: string } | { problem: string };
