import type { Cell, Result } from '../domain/result.ts';
import { plain } from './plain.ts';
import type { Provenance } from './provenance.ts';

/** The shape of the JSON file. */
export interface JsonAnswer {
	provenance: Provenance;
	columns: Result['columns'];
	/** A cell for each column, in the order of `columns`; what is missing is null. */
	rows: Cell[][];
}

/**
 * An answer as JSON, a row on each line. Rows are arrays and not records: a name then stands in the file once, and
 * columns keep their order, also when a name looks like a number. No `<` stands in it as such, so that it can stand
 * within HTML.
 */
export function jsonText(result: Result, provenance: Provenance): string {
	const { columns, rows } = plain(result);
	const head = JSON.stringify({ provenance, columns } satisfies Omit<JsonAnswer, 'rows'>, null, '\t');
	const lines = rows.map((row) => `\t\t${JSON.stringify(row)}`).join(',\n');
	return `${head.slice(0, -2)},\n\t"rows": [\n${lines}\n\t]\n}\n`.replaceAll('<', '\\u003c');
}
