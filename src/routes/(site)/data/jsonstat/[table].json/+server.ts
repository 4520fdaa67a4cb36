import { error, json } from '@sveltejs/kit';
import { collectionOf, cubeTables } from '#lib/server/cubes.ts';

export const prerender = true;
export const entries = () => cubeTables().map((table) => ({ table }));

export const GET = ({ params }) =>
	json(collectionOf(params.table) ?? error(404, `Er is geen tabel "${params.table}".`));
