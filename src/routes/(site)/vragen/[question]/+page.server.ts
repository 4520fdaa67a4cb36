import { model } from '#lib/server/model.ts';
import { loadQuestionPage } from '#lib/server/questions.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => model.questions.map(({ id }) => ({ question: id }));

export const load = ({ params }) => loadQuestionPage(params.question);
