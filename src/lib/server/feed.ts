import { formatDay } from '#lib/domain/format.ts';
import type { Feed, FeedEntry } from '#lib/domain/since/atom.ts';
import { tellRelease, tellStep } from '#lib/domain/since/tell-release.ts';
import type { PublishedRelease } from '#lib/schema/model.ts';
import { findMonitor, model } from './model.ts';

/** Ids need a name, not an address: the site can stand at any. */
const tag = (slug: string, rest = ''): string => `tag:doelenboom.invalid,2026:${slug}${rest}`;

function entryOf(slug: string, now: PublishedRelease, before: PublishedRelease | undefined): FeedEntry {
	return {
		id: tag(slug, `/${now.date}`),
		day: now.date,
		title: `Stand op ${formatDay(now.date)}`,
		href: before ? `sinds/?van=${before.date}&tot=${now.date}` : 'sinds/',
		...(before ? tellStep(before, now, slug) : tellRelease(now, slug))
	};
}

/** A monitor's releases as a feed: what each of them changed, told from what the releases themselves hold. */
export function feedOf(slug: string): Feed {
	const { monitor } = findMonitor(slug);
	return {
		id: tag(slug),
		title: `Doelenboom ${monitor.name}: wat er veranderde`,
		subtitle: 'Andere oordelen, nieuwe en herziene cijfers, en andere afspraken, per uitgave.',
		author: 'Doelenboom',
		self: 'feed.xml',
		alternate: 'sinds/',
		day: model.releases.at(-1)?.date ?? model.asOf,
		entries: model.releases.map((now, i) => entryOf(slug, now, model.releases[i - 1])).toReversed()
	};
}
