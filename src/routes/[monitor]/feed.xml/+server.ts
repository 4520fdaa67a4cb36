import { atomFeed } from '#lib/domain/since/atom.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { feedOf } from '#lib/server/feed.ts';

export const prerender = true;
export const entries = monitorEntries;

export const GET = ({ params }) =>
	new Response(atomFeed(feedOf(params.monitor)), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
	});
