import { kinds, type Kind } from '#lib/domain/findings.ts';
import { addresses } from '#lib/state/addresses.ts';
import type { PageData } from './$types';

/** A line of the list from A to Z: a link, and the words that say what it leads to. */
export interface Line {
	kind: Kind;
	id: string;
	href: string;
	title: string;
	/** What it is: `wijk`, `buurt in Monster`. */
	label: string;
	/** Whether the data say what it is: the organisation's own kind of area. */
	said: boolean;
	/** Name of its monitor; none for what belongs to the whole site. */
	place?: string;
}

/** A thing that was found, with a link for each monitor that has it. */
export interface Hit {
	kind: Kind;
	key: string;
	title: string;
	about: Pick<Line, 'label' | 'said' | 'place'>;
	text: string;
	links: { href: string; place?: string }[];
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
	const [about = '', said = false] = labels[label] ?? [];
	return { kind: name, id, href, title, label: about, said, place: of?.name };
}

/** Findings as they are shown: an indicator that several monitors have stands there once. */
export function toHits(lines: readonly (Line & { text: string })[]): Hit[] {
	const hits = new Map<string, Hit>();
	for (const line of lines) {
		const key = line.kind === 'indicator' ? line.id : line.href;
		const known = hits.get(key);
		if (known) {
			known.about = { label: line.label, said: line.said };
			known.links.push({ href: line.href, place: line.place });
		} else
			hits.set(key, {
				kind: line.kind,
				key,
				title: line.title,
				about: line,
				text: line.text,
				links: [{ href: line.href, place: line.place }]
			});
	}
	return [...hits.values()];
}
