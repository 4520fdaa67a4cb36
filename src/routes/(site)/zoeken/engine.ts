import MiniSearch, { type Options } from 'minisearch';
import { fold } from '#lib/domain/fold.ts';

/** What the index knows of a thing: its number in the list from A to Z, and the words that lead to it. */
export interface Entry {
	id: number;
	title: string;
	other: string;
	/** Name of its monitor. */
	place: string;
	text: string;
}

/** A finding: a number in the list from A to Z, with the text that stands below its title. */
export interface Finding {
	id: number;
	text: string;
}

const options: Options<Entry> = {
	fields: ['title', 'other', 'place', 'text'],
	storeFields: ['text'],
	// The plus of "65+" is no mark between words to the library; here it is.
	tokenize: (text) => text.split(/[\s\p{P}\p{S}]+/u),
	processTerm: (term) => fold(term) || null,
	searchOptions: {
		boost: { title: 10, place: 0.2, text: 0.5 },
		prefix: (term) => term.length > 1,
		fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
		weights: { fuzzy: 0.3, prefix: 0.6 }
	}
};

export type Engine = MiniSearch<Entry>;

/** The index as plain data, made at build. */
export function makeIndex(entries: readonly Entry[]): string {
	const engine = new MiniSearch(options);
	engine.addAll(entries);
	return JSON.stringify(engine);
}

/** The index as the browser reads it. */
export const readIndex = (json: string): Engine => MiniSearch.loadJSON(json, options);

/**
 * What fits all words of a query, from best to worst; where nothing does, what fits some of them. Accents and capitals
 * do not matter, the start of a word is enough, and one letter in five may be wrong; in a code none may.
 */
export function find(engine: Engine, query: string): Finding[] {
	const all = engine.search(query, { combineWith: 'AND' });
	const found = all.length > 0 ? all : engine.search(query, { combineWith: 'OR' });
	return found.map(({ id, text }) => ({ id: Number(id), text: String(text) }));
}
