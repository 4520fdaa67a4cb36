import { isEndless } from '../domain/cell.ts';
import { freeNames } from '../domain/free-names.ts';
import type { Cell, Column, Result } from '../domain/result.ts';

/** An answer as every file holds it, and in plain Dutch what had to change for that. */
export interface Plain {
	/** Every column has a name, and no two have the same one, whatever the case of its letters. */
	columns: Column[];
	rows: Cell[][];
	remarks: string[];
}

/** Zero has no sign in a file; what is no finite number is a value that is not there. */
const plainCell = (cell: Cell): Cell => (typeof cell !== 'number' ? cell : isEndless(cell) ? null : cell + 0);

const namesOf = ({ columns }: Result): string[] => freeNames(columns.map(({ name }) => name));

/** What has to change of an answer for a file, in plain Dutch. */
export function tellPlain(result: Result): string[] {
	const renamed = namesOf(result).filter((name, i) => name !== result.columns[i]!.name);
	const endless = result.rows.reduce((sum, row) => sum + row.filter(isEndless).length, 0);
	return [
		...(renamed.length > 0
			? [`Kolommen zonder naam, of met een naam die al bestond, heten in het bestand: ${renamed.join(', ')}.`]
			: []),
		...(endless > 0
			? [
					`Uitkomsten die geen gewoon getal zijn, zoals van delen door nul, zijn in het bestand leeg: ${endless}.`
				]
			: [])
	];
}

/**
 * An answer that can be written as any kind of file. A column without a name becomes `kolom_3`, after its place; of
 * columns with the same name the second becomes `name_2`.
 */
export function plain(result: Result): Plain {
	const names = namesOf(result);
	return {
		columns: result.columns.map((column, i) => ({ ...column, name: names[i]! })),
		rows: result.rows.map((row) => row.map(plainCell)),
		remarks: tellPlain(result)
	};
}
