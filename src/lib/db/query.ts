import type { z } from 'zod';

/**
 * One question to the database: the same text for DuckDB at build time and DuckDB-WASM in the browser.
 * Parameters are bound by position (`$1`, `$2`); a list is one text with commas.
 */
export interface Query<Row> {
	name: string;
	sql: string;
	/** What `$1`, `$2`, … are. */
	params: readonly string[];
	row: z.ZodType<Row>;
}

export type Value = string | number;

/** A list of codes as one parameter; a code with a comma in it cannot exist. */
export const list = (codes: Iterable<string>): string => [...codes].join(',');
