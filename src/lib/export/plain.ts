import { freeNames } from '../domain/free-names.ts';
import type { Cell, Column, Result } from '../domain/result.ts';

/** An answer as every file holds it, and in plain Dutch what had to change for that. */
export interface Plain {
	/** Every column has a name, and no two have the same one, whatever the case of its letters. */
	columns: Column[];
	rows: Cell[][];
	remarks: string[];
}

const isEndless = (cell: Cell): boolean => typeof cell === 'number' && !Number.isFinite(cell);

/** Zero has no sign in a file; what is no finite number is a value that is not there. */
const plainCell = (cell: Cell): Cell => (typeof cell !== 'number' ? cell : isEndless(cell) ? null : cell + 0);

/**
 * An answer that can be written as any kind of file. A column without a name becomes `kolom_3`, after its place; of
 * columns with the same name the second becomes `name_2`.
 */
export function plain({ columns: given, rows: found }: Result): Plain {
	const names = freeNames(given.map(({ name }) => name));
	const columns = given.map((column, i) => ({ ...column, name: names[i]! }));
	const renamed = columns.filter(({ name }, i) => name !== given[i]!.name).map(({ name }) => name);
	const endless = found.reduce((sum, row) => sum + row.filter(isEndless).length, 0);
	return {
		columns,
		rows: found.map((row) => row.map(plainCell)),
		remarks: [
			...(renamed.length > 0
				? [`Kolommen zonder naam, of met een naam die al bestond, heten hier: ${renamed.join(', ')}.`]
				: []),
			...(endless > 0
				? [`Uitkomsten die geen gewoon getal zijn, zoals van delen door nul, zijn hier leeg: ${endless}.`]
				: [])
		]
	};
}
