import { error } from '@sveltejs/kit';
import { sourcesIn } from '#lib/domain/question/sources.ts';
import { model } from '../model.ts';
import { loadQuestionPage } from '../questions.ts';
import { sourceMap } from '../source-map.ts';
import { sourcesNamed } from './sources.ts';

/** The addresses of all saved questions whose answer is drawn. */
export async function drawnQuestionEntries(): Promise<{ question: string }[]> {
	const all = await Promise.all(
		model.questions.map(async ({ id }) => ((await loadQuestionPage(id)).picture ? [{ question: id }] : []))
	);
	return all.flat();
}

/** The answer to a saved question, with the sources that it asks: of one about a monitor, no documents of others. */
export async function loadDrawnQuestion(id: string) {
	const page = await loadQuestionPage(id);
	if (!page.picture) error(404, `Van het antwoord op de vraag "${id}" is geen beeld.`);
	const { monitor } = model.questions.find((each) => each.id === id)!;
	const others = model.monitors.flatMap(({ monitor: { slug, documents } }) =>
		monitor === undefined || slug === monitor ? [] : documents
	);
	const asked = sourcesIn(`${page.sql}\n${page.steps ?? ''}`, sourceMap).filter(
		(each) => !others.includes(each)
	);
	return {
		...page,
		sources: sourcesNamed(page.picture.kind === 'map' ? [...asked, 'wijkgrenzen-2024'] : asked)
	};
}
