import { json } from '@sveltejs/kit';
import { previews } from '#lib/server/previews.ts';

export const prerender = true;

/** The first rows of each table, for who opens one in the list of tables. */
export const GET = async () => json(await previews());
