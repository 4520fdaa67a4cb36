import { error, json } from '@sveltejs/kit';
import { answerOf, apiFiles } from '#lib/server/api.ts';

export const prerender = true;
export const entries = () =>
	apiFiles().flatMap((file) => {
		const [kind, name] = file.split('/');
		return kind && name ? [{ kind, id: name.slice(0, -'.json'.length) }] : [];
	});

export const GET = async ({ params: { kind, id } }) =>
	json((await answerOf(`${kind}/${id}.json`)) ?? error(404, 'Dit bestand is er niet.'));
