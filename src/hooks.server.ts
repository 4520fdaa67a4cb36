import type { Handle } from '@sveltejs/kit';
import { linkQuestions } from '#lib/server/ask/link.ts';
import { linkCitation } from '#lib/server/citation/link.ts';
import { placeCode } from '#lib/server/embed/code.ts';
import { nameSite } from '#lib/server/embed/name-site.ts';
import { dress } from '#lib/server/house-style.ts';
import { speak } from '#lib/server/language.ts';
import { model } from '#lib/server/model.ts';
import { shareHead } from '#lib/server/share/head.ts';

export const handle: Handle = ({ event, resolve }) => {
	const { pathname } = event.url;
	return resolve(event, {
		transformPageChunk: async ({ html }) => {
			const linked = await linkQuestions(linkCitation(placeCode(html, pathname), pathname), pathname);
			const spoken = await speak(dress(linked, pathname), pathname, model.site.languages);
			return shareHead(nameSite(spoken, pathname), pathname);
		}
	});
};
