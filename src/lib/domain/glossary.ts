import type { MonitorData } from '../schema/model.ts';
import type { Term } from '../schema/monitor.ts';
import { anchorOf } from './fold.ts';

/** A word with its meaning, and where on the page of terms it stands. */
export interface Entry {
	anchor: string;
	term: string;
	meaning: string;
	/** The monitor that the meaning belongs to; none where it holds for the whole site. */
	monitor?: { slug: string; name: string };
	/** Whether the site explains the same word in general, so that this is what the monitor's documents mean by it. */
	besides: boolean;
	source?: { document: string; place: string };
	seeAlso: { term: string; anchor: string }[];
}

type Own = Pick<MonitorData, 'glossary'> & { monitor: { slug: string; name: string } };

/**
 * All terms of the site and of its monitors. A reference leads to the monitor's own meaning where it has one, and
 * else to that of the site; one that leads nowhere is left out.
 */
export function allTerms(general: readonly Term[], monitors: readonly Own[]): Entry[] {
	const anchors = new Map<string, string>();
	const key = (term: string, slug = '') => `${slug}/${term.toLowerCase()}`;
	for (const { term } of general) anchors.set(key(term), anchorOf(term));
	for (const { monitor, glossary } of monitors)
		for (const { term } of glossary)
			anchors.set(key(term, monitor.slug), `${monitor.slug}-${anchorOf(term)}`);

	function toEntry({ term, meaning, source, seeAlso }: Term, monitor?: Own['monitor']): Entry {
		const anchor = (word: string) => anchors.get(key(word, monitor?.slug)) ?? anchors.get(key(word));
		return {
			anchor: anchor(term)!,
			term,
			meaning,
			...(monitor && { monitor: { slug: monitor.slug, name: monitor.name } }),
			besides: monitor !== undefined && anchors.has(key(term)),
			...(source && { source }),
			seeAlso: seeAlso.flatMap((word) => {
				const to = anchor(word);
				return to === undefined ? [] : [{ term: word, anchor: to }];
			})
		};
	}
	return [
		...general.map((term) => toEntry(term)),
		...monitors.flatMap(({ monitor, glossary }) => glossary.map((term) => toEntry(term, monitor)))
	];
}

/** The terms that occur in a text as words of their own, from A to Z. */
export const termsIn = (text: string, terms: readonly Entry[]): Pick<Entry, 'term' | 'anchor'>[] =>
	terms
		.filter(({ term }) =>
			new RegExp(`(?<![\\p{L}\\d])${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu').test(
				text
			)
		)
		.map(({ term, anchor }) => ({ term, anchor }))
		.toSorted((a, b) => a.term.localeCompare(b.term, 'nl'));
