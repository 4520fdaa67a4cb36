import './no-eval.ts';
import { z } from 'zod';
import { ask } from './ask.ts';

/** How an answer is shown. Columns are named; where they are not, the workbench finds fitting ones. */
export const questionView = z.strictObject({
	kind: z.enum(['table', 'line', 'bars', 'multiples', 'scatter', 'map']).optional(),
	/** What stands beside it. */
	map: z.boolean().optional(),
	/** The column with areas, with periods, with the value, with a second value, and that tells lines apart; empty: none. */
	area: z.string().optional(),
	period: z.string().optional(),
	value: z.string().optional(),
	other: z.string().optional(),
	series: z.string().optional()
});

/** Letters of a text with steps. */
export const mostSteps = 10_000;

/** What a reader of the workbench asks, sees and has selected: all that its address holds. */
export const question = z.strictObject({
	sql: z.string().max(100_000),
	view: questionView.default({}),
	/** Areas that were selected in a table, chart or map, and the years in sight. */
	selected: z.array(z.string()).max(20_000).default([]),
	/** The view in which the areas were selected: it shows the others too. */
	selectedIn: z.enum(['line', 'bars', 'scatter', 'map', 'table', 'multiples']).optional(),
	years: z.tuple([z.int(), z.int()]).optional(),
	/** The choices that the SQL was made from, as long as it was not changed by hand. */
	ask: ask.optional(),
	/** The steps that the answer was taken through: a text with one on each line. */
	steps: z.string().max(mostSteps).optional(),
	/** Which of its answers is in sight, from 0; without it the last. */
	shown: z.int().min(0).optional(),
	/** From and up to which letter of the SQL was run, where that is not the whole. */
	part: z.tuple([z.int().min(0), z.int().min(0)]).optional(),
	/** Statements that made what there was when it was asked; they are run before it. */
	before: z.array(z.string().max(500_000)).max(300).optional()
});

export type QuestionView = z.infer<typeof questionView>;
export type Question = z.infer<typeof question>;
