import type { MonitorData } from '#lib/schema/model.ts';
import { documentTitles } from '../documents.ts';
import { model } from '../model.ts';

/** What tables and documents are called for who reads a source below a chart. */
export const sourcesNamed = (ids: Iterable<string>): string[] =>
	[...new Set(ids)].flatMap((id) => {
		const source = model.sources.find((each) => each.id === id);
		return source ? [`${source.title}, ${source.publisher} (${source.licence}).`] : [];
	});

/** The documents that a monitor rests on. */
export const documentsNamed = (data: MonitorData): string[] =>
	Object.values(documentTitles(data)).map((title) => `${title}.`);
