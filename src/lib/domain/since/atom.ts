import { language } from '../language.ts';
import { escapeMarkup } from '../markup.ts';

/** An entry of a feed; nothing in it depends on a clock or on where the site stands. */
export interface FeedEntry {
	id: string;
	/** Day of which it speaks. */
	day: string;
	title: string;
	/** Address from the feed itself. */
	href: string;
	summary: string;
	items: readonly string[];
}

export interface Feed {
	id: string;
	title: string;
	subtitle: string;
	author: string;
	/** Addresses from the feed itself: its own, and that of the page that says the same. */
	self: string;
	alternate: string;
	/** Day on which something was last said. */
	day: string;
	/** The newest first. */
	entries: readonly FeedEntry[];
}

const moment = (day: string): string => `${day}T00:00:00Z`;

const html = ({ summary, items }: FeedEntry): string => {
	const list = items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('');
	return `<p>${escapeMarkup(summary)}</p>${list && `<ul>${list}</ul>`}`;
};

const entryXml = (entry: FeedEntry): string => `	<entry>
		<id>${escapeMarkup(entry.id)}</id>
		<title>${escapeMarkup(entry.title)}</title>
		<updated>${moment(entry.day)}</updated>
		<link rel="alternate" type="text/html" href="${escapeMarkup(entry.href)}"/>
		<summary>${escapeMarkup(entry.summary)}</summary>
		<content type="html">${escapeMarkup(html(entry))}</content>
	</entry>`;

/** Writes an Atom 1.0 feed (RFC 4287). Addresses in it are relative to the feed, as the site knows no host. */
export const atomFeed = (feed: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
	<id>${escapeMarkup(feed.id)}</id>
	<title>${escapeMarkup(feed.title)}</title>
	<subtitle>${escapeMarkup(feed.subtitle)}</subtitle>
	<updated>${moment(feed.day)}</updated>
	<author><name>${escapeMarkup(feed.author)}</name></author>
	<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.self)}"/>
	<link rel="alternate" type="text/html" href="${escapeMarkup(feed.alternate)}"/>
${feed.entries.map(entryXml).join('\n')}
</feed>
`;
