import { listQuestions } from '#lib/server/questions.ts';
import { describeTables } from '#lib/server/tables.ts';

export const load = async () => ({
	tables: await describeTables(),
	questions: listQuestions().map(({ id, title, theme, sql, view }) => ({ id, title, theme, sql, view }))
});
