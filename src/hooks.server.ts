import type { Handle } from '@sveltejs/kit';
import { linkQuestions } from '#lib/server/ask/link.ts';

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => linkQuestions(html, event.url.pathname) });
