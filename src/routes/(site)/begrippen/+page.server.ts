import { byLetter } from '#lib/domain/fold.ts';
import { allTerms } from '#lib/domain/glossary.ts';
import { model } from '#lib/server/model.ts';

export function load() {
	const titles = new Map(model.sources.map(({ id, title }) => [id, title]));
	const terms = allTerms(model.glossary, model.monitors).map(({ source, ...term }) => ({
		...term,
		source: source && { title: titles.get(source.document) ?? source.document, place: source.place }
	}));
	return { letters: byLetter(terms, ({ term }) => term) };
}
