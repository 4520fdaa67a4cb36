import { kinds, type Kind } from '#lib/domain/findings.ts';
import { addresses } from '#lib/state/addresses.ts';
import type { PageData } from './$types';

/** A line of the list from A to Z: a link, and the words that say what it leads to. */
export interface Line {
	kind: Kind;
	href: string;
	title: string;
	/** What it is and of which monitor: `wijk, Westland`. */
	about: string;
}

type Row = PageData['letters'][number]['rows'][number];

/** Unpacks a row into the line that is shown. */
export function toLine(
	[kind, monitor, label, id, title]: Row,
	{ monitors, labels }: Pick<PageData, 'monitors' | 'labels'>
): Line {
	const of = monitors[monitor];
	const slug = of?.slug ?? '';
	const name = kinds[kind]!;
	const href = {
		goal: () => addresses.goal(slug, id),
		indicator: () => addresses.indicator(slug, id),
		area: () => addresses.area(slug, id),
		term: () => `${addresses.glossary()}#${id}`
	}[name]();
	return { kind: name, href, title, about: [labels[label], of?.name].filter(Boolean).join(', ') };
}
