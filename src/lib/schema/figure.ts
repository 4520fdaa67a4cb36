import { z } from 'zod';
import { period, place, slug, text } from './common.ts';

/** A figure that a source document gives; a row of `figures.csv`. */
export const figure = z.strictObject({
	id: slug,
	document: slug,
	place: text,
	subject: text,
	breakdown: z.string(),
	area: z.string(),
	period: period.or(z.literal('')),
	value: z.string().regex(/^-?\d+(\.\d+)?$/, 'een getal met een punt als decimaalteken, zoals 46.3'),
	/** `personen` and `gevallen` count people and their cases; `aantal` counts anything else. */
	unit: z.enum([
		'aantal',
		'personen',
		'gevallen',
		'euro',
		'procent',
		'fte',
		'per 1000',
		'per 100000',
		'weken'
	]),
	remark: z.string()
});

/** A cell of a table: a text, or a figure of the document by its id. */
const cell = z.union([text, z.strictObject({ figure: slug }), z.literal('')]);
const row = z.strictObject({ head: text, cells: z.array(cell) });

/** The page of a monitor on which a table stands. */
export const tablePage = z.enum(['middelen', 'gebieden', 'aanpak']);

/** A table made from a source document: its figures, and the words that belong to them. */
export const table = z.strictObject({
	id: slug,
	page: tablePage,
	title: text,
	intro: text.optional(),
	source: place,
	/** Heads of the columns, that of the first one included. */
	columns: z.array(text).min(2),
	rows: z.array(row).min(1),
	/** The total as the source gives it; the site adds up the rows itself and says what differs. */
	total: row.optional(),
	remarks: z.array(text).default([])
});

export const tables = z.array(table);
export type Figure = z.infer<typeof figure>;
export type Table = z.infer<typeof table>;
export type TableRow = z.infer<typeof row>;
export type Cell = z.infer<typeof cell>;
export type TablePage = z.infer<typeof tablePage>;
