import type { Handle } from '@sveltejs/kit';
import { linkQuestions } from '#lib/server/ask/link.ts';
import { placeCode } from '#lib/server/embed/code.ts';
import { dress } from '#lib/server/house-style.ts';

export const handle: Handle = ({ event, resolve }) => {
	const path = event.url.pathname;
	return resolve(event, {
		transformPageChunk: ({ html }) => linkQuestions(dress(placeCode(html, path), path), path)
	});
};
