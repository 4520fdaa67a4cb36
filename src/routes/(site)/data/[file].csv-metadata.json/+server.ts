import { error, json } from '@sveltejs/kit';
import { csvMetadata } from '#lib/server/catalogue.ts';
import { datasets } from '#lib/server/downloads.ts';

export const prerender = true;
export const entries = async () => (await datasets()).map(({ name }) => ({ file: name }));

export const GET = async ({ params }) =>
	json((await csvMetadata(params.file)) ?? error(404, `Er is geen bestand "${params.file}.csv".`));
