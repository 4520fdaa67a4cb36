/** A mistake in a text with steps: a Dutch sentence, and where it is as an index in that text. */
export interface StepProblem {
	message: string;
	at: number;
}

/** Where something stands in the text: from, and up to but not with. */
interface Placed {
	from: number;
	to: number;
}

/** The name of a column as the reader wrote it. */
export interface Name extends Placed {
	name: string;
}

/** An expression; signs such as `+` are calls too, under names that no reader can write as a function. */
export type Expression = Placed &
	(
		| { is: 'column'; name: string }
		| { is: 'value'; value: string | number | boolean | null }
		| { is: 'call'; name: string; args: Expression[] }
	);

/** A new column: its name, and what stands in it. */
export interface Made {
	name: Name;
	value: Expression;
}

/** Whose rows come beside: those of an answer, counted from 1, or of a table of the database. */
export type Other = { answer: number } | { table: string };

/** One step, with everything in it still by name. */
export type Step = Placed &
	(
		| { verb: 'filter'; test: Expression; by: Name[] }
		| { verb: 'derive' | 'rollup'; made: Made[]; by: Name[] }
		/** Without `by` every column that is neither key nor value tells rows apart. */
		| { verb: 'pivot'; key: Name; values: Name[]; by?: Name[] }
		| { verb: 'join' | 'join_left'; other: Other; on: { left: Name; right: Name }[]; at: number }
		| { verb: 'orderby'; columns: { column: Name; descending: boolean }[] }
		| { verb: 'select' | 'rename'; columns: { column: Name; as: Name }[] }
		| { verb: 'slice'; count: number }
	);

/** How much one text may ask; what is larger is refused before it takes the memory of the tab. */
export const pipelineLimits = {
	letters: 10_000,
	steps: 50,
	depth: 100,
	/** Columns of a table, and cells of all its columns together. */
	columns: 500,
	cells: 5_000_000,
	/** Rows of the outcome; of a longer one these are given, and it says that it was cut. */
	rows: 100_000
};

/** The name that other rows go by between page and worker. */
export const otherKey = (other: Other): string =>
	'answer' in other ? `antwoord ${other.answer}` : `tabel ${other.table}`;
