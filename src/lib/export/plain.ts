import type { Cell, Column, Result } from '../domain/result.ts';

/** An answer as every file holds it, and in plain Dutch what had to change for that. */
export interface Plain {
	/** Every column has a name, and no two have the same one, whatever the case of its letters. */
	columns: Column[];
	rows: Cell[][];
	remarks: string[];
}

function nameColumns(columns: readonly Column[]): Column[] {
	const taken = new Set<string>();
	/** The number with which to go on for a name, so that thousands of columns of one name take no time. */
	const turns = new Map<string, number>();
	const freeName = (name: string): string => {
		for (let turn = turns.get(name) ?? 1; ; turn++) {
			const tried = turn === 1 ? name : `${name}_${turn}`;
			if (taken.has(tried.toLowerCase())) continue;
			turns.set(name, turn + 1);
			taken.add(tried.toLowerCase());
			return tried;
		}
	};
	return columns.map(({ name: given, kind }, i) => {
		// Programs end a name at a NUL.
		const name = given.replaceAll('\0', '');
		return { name: freeName(name.trim() === '' ? `kolom_${i + 1}` : name), kind };
	});
}

const isEndless = (cell: Cell): boolean => typeof cell === 'number' && !Number.isFinite(cell);

/** Zero has no sign in a file; what is no finite number is a value that is not there. */
const plainCell = (cell: Cell): Cell => (typeof cell !== 'number' ? cell : isEndless(cell) ? null : cell + 0);

/**
 * An answer that can be written as any kind of file. A column without a name becomes `kolom_3`, after its place; of
 * columns with the same name the second becomes `name_2`.
 */
export function plain({ columns: given, rows: found }: Result): Plain {
	const columns = nameColumns(given);
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
