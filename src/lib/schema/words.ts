import './no-eval.ts';
import { z } from 'zod';

const column = z.strictObject({
	name: z.string(),
	/** The name as SQL wants it, in quotes where it is also a word of SQL. */
	written: z.string(),
	type: z.string(),
	note: z.string().nullable(),
	/** The list in `values` that its values are from. */
	list: z.string().optional()
});

const table = z.strictObject({
	name: z.string(),
	written: z.string(),
	meaning: z.string().nullable(),
	columns: z.array(column)
});

/** A value with what it stands for; empty where it says so itself. */
const value = z.tuple([z.string(), z.string()]);

/** What an editor of SQL knows of the engine and of the database. */
export const words = z.strictObject({
	keywords: z.array(z.string()),
	types: z.array(z.string()),
	/** Name, what it takes, and what it does (in English). */
	functions: z.array(z.tuple([z.string(), z.string(), z.string()])),
	tables: z.array(table),
	values: z.record(z.string(), z.array(value))
});

export type Words = z.infer<typeof words>;
export type WordTable = z.infer<typeof table>;
export type WordColumn = z.infer<typeof column>;
