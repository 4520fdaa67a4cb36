import { drawnQuestionEntries, loadDrawnQuestion } from '#lib/server/embed/question.ts';

export const entries = drawnQuestionEntries;
export const load = async ({ params }) => ({
	/** Without the header and footer of the site. */
	bare: true,
	...(await loadDrawnQuestion(params.question))
});
