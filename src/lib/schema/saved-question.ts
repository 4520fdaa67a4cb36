import { z } from 'zod';
import { day, slug, text } from './common.ts';
import { mostSteps, questionView } from './question.ts';

/** A file of `data/questions/`: a question that has a page of its own, and stands in the workbench as an example. */
export const savedQuestion = z.strictObject({
	title: text.regex(/\?$/, 'een vraag, met een vraagteken aan het eind'),
	/** Why somebody would ask this, in one or two sentences. */
	why: text,
	/** One statement that reads; what it gives is checked against the built database. */
	sql: z.string().min(1, 'een vraag in SQL').max(20_000),
	/** The steps that the answer is taken through, one on each line. */
	steps: z.string().min(1, 'stappen, elk op een regel').max(mostSteps).optional(),
	view: questionView.default({}),
	/** What it is about, where it is about one theme or one monitor. */
	theme: slug.optional(),
	monitor: slug.optional(),
	/** Day on which it was written. */
	date: day
});

/** A saved question with the name of its file, which is its address. */
export type SavedQuestion = z.infer<typeof savedQuestion> & { id: string };
