import { drawnQuestionEntries, loadDrawnQuestion } from '#lib/server/embed/question.ts';

export const entries = drawnQuestionEntries;
export const load = ({ params }) => loadDrawnQuestion(params.question);
