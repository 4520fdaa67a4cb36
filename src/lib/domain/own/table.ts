import type { Cell } from '../result.ts';

/** What stands in a cell of a file: a text, a number of a workbook, or `''` where it is empty. */
export type GivenCell = string | number;

/** A file as it was read: column by column, with what was assumed while reading it. */
export interface GivenTable {
	heads: string[];
	/** Each column has a cell for each row. */
	columns: GivenCell[][];
	/** In Dutch, for the reader whose file it is. */
	remarks: string[];
	/** The sign for decimals that fits the kind of file, for a column that leaves it open. */
	decimal: '.' | ',';
	/** Whether the file itself says which cells are numbers, as a workbook does. */
	isTyped?: boolean;
}

/** What the cells of a column were recognised as. */
export type OwnKind = 'text' | 'whole' | 'number' | 'year' | 'day' | 'boolean' | 'area';

export interface OwnColumn {
	name: string;
	kind: OwnKind;
	/** What was assumed, in Dutch; nothing where there was nothing to assume. */
	note: string;
	cells: Cell[];
}

/** A file of a reader, ready to be a table of the database. */
export interface OwnTable {
	/** Name of the table, which no table of the site has. */
	name: string;
	rows: number;
	columns: OwnColumn[];
	remarks: string[];
	/** Name of the column with codes of areas, and of the one with years or days. */
	area?: string;
	period?: { name: string; kind: 'year' | 'day' };
}

/** Why a file is not taken in, in Dutch and plain. */
export class OwnFileProblem extends Error {
	override readonly name = 'OwnFileProblem';
}

/** How large a file of a reader may be: it has to fit beside the database in the memory of a phone. */
export const ownLimits = {
	bytes: 30 * 1024 * 1024,
	/** What a workbook may unpack to, in all. */
	unpacked: 120 * 1024 * 1024,
	rows: 200_000,
	columns: 500,
	cells: 3_000_000,
	/** Characters of one row of a CSV. */
	row: 1_000_000
};

/** A head of a column of years. */
export const isYearName = /jaar|year|perio/i;

/** The name of a table made from the name of a file: `eigen_klachten_2024`. */
export function tableName(file: string): string {
	const plain = file
		.replace(/\.[^.]*$/, '')
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '');
	return `eigen_${plain.slice(0, 40) || 'bestand'}`;
}
