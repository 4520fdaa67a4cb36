import type { Handle } from '@sveltejs/kit';
import { linkQuestions } from '#lib/server/ask/link.ts';
import { linkCitation } from '#lib/server/citation/link.ts';
import { placeCode } from '#lib/server/embed/code.ts';

export const handle: Handle = ({ event, resolve }) => {
	const { pathname } = event.url;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			linkQuestions(linkCitation(placeCode(html, pathname), pathname), pathname)
	});
};
