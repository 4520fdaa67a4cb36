import { groups } from 'd3';
import { listQuestions } from '#lib/server/questions.ts';

export const load = () => ({
	themes: groups(listQuestions(), ({ theme }) => theme).map(([theme, own]) => ({
		theme,
		questions: own.map(({ id, title, why }) => ({ id, title, why }))
	}))
});
