import type { Handle } from '@sveltejs/kit';
import { linkQuestions } from '#lib/server/ask/link.ts';
import { placeCode } from '#lib/server/embed/code.ts';

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => linkQuestions(placeCode(html, event.url.pathname), event.url.pathname)
	});
