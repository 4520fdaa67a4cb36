import { error, json } from '@sveltejs/kit';
import { answerOf, apiFiles } from '#lib/server/api.ts';

export const prerender = true;
export const entries = () =>
	apiFiles()
		.filter((file) => !file.includes('/'))
		.map((file) => ({ kind: file.slice(0, -'.json'.length) }));

export const GET = async ({ params }) =>
	json((await answerOf(`${params.kind}.json`)) ?? error(404, 'Dit bestand is er niet.'));
