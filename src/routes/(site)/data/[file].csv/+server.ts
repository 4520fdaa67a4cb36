import { error } from '@sveltejs/kit';
import { csvOf, datasets } from '#lib/server/downloads.ts';

export const prerender = true;
export const entries = async () => (await datasets()).map(({ name }) => ({ file: name }));

export async function GET({ params }) {
	const csv = (await csvOf(params.file)) ?? error(404, `Er is geen bestand "${params.file}.csv".`);
	return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
