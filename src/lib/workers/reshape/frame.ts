import { table, type ColumnTable } from 'arquero';
import type { Cell, Column, Result } from '../../domain/result.ts';
import { pipelineLimits, type Expression, type Name, type StepProblem } from '../../domain/pipeline/step.ts';
import { toCell } from './functions.ts';
import { columnName, ExpressionWriter } from './write.ts';

/** A table between two steps, column by column. */
export interface Frame {
	columns: readonly Column[];
	/** For each column a cell for each row. */
	cells: readonly (readonly Cell[])[];
}

/** Why a step cannot be done with these rows. */
export class StepRefused extends Error {
	override readonly name = 'StepRefused';
	readonly problem: StepProblem;

	constructor(message: string, at: number) {
		super(message);
		this.problem = { message, at };
	}
}

export const toFrame = ({ columns, rows }: Result): Frame => ({
	columns,
	cells: columns.map((_, i) => rows.map((row) => row[i] ?? null))
});

export const rowsIn = ({ cells }: Frame): number => cells[0]?.length ?? 0;

/** @throws {StepRefused} where so many rows and columns would not fit */
export function mustFit(rows: number, columns: number, at: number): void {
	const { cells, columns: most } = pipelineLimits;
	if (columns > most)
		throw new StepRefused(
			`Deze stap geeft ${columns} kolommen, en dat zijn er te veel: hoogstens ${most}.`,
			at
		);
	if (rows * columns > cells)
		throw new StepRefused(
			`Deze stap geeft ${rows.toLocaleString('nl-NL')} regels, en dat zijn er te veel. Maak met filter of rollup eerst minder regels.`,
			at
		);
}

/** The place of a column that is known to be there. */
export const placeOf = (name: Name, { columns }: Frame): number =>
	columns.findIndex((column) => column.name === name.name);

/** One text for each row that tells its group, so that no two groups can seem one. */
export function groupKeys(places: readonly number[], { cells }: Frame, rows: number): string[] {
	return Array.from({ length: rows }, (_, row) => JSON.stringify(places.map((place) => cells[place]![row])));
}

/** The cells of a column that arquero made. */
export const cellsOf = (made: ColumnTable, name: string): Cell[] =>
	Array.from(made.array(name) as ArrayLike<Cell | undefined>, toCell);

/** Name of the column with groups in a table of arquero. */
export const groupColumn = 'g';

/**
 * A frame as a table of arquero, with its groups where there are any.
 * @param params values that its expressions name
 */
export function toTable(frame: Frame, by: readonly Name[] = [], params = {}): ColumnTable {
	const columns: [string, readonly Cell[]][] = frame.cells.map((cells, i) => [columnName(i), cells]);
	const make = () => table(columns).params(params) as ColumnTable;
	if (by.length === 0) return make();
	const places = by.map((name) => placeOf(name, frame));
	columns.push([groupColumn, groupKeys(places, frame, rowsIn(frame))]);
	return make().groupby(groupColumn);
}

/** Works out expressions for each row: a column of cells for each of them. */
export function workOut(
	frame: Frame,
	expressions: readonly Expression[],
	by: readonly Name[] = []
): Cell[][] {
	const writer = new ExpressionWriter(frame.columns);
	const written = Object.fromEntries(expressions.map((each, i) => [`x${i}`, writer.write(each)]));
	const made = toTable(frame, by, writer.params).derive(written).ungroup();
	return expressions.map((_, i) => cellsOf(made, `x${i}`));
}
