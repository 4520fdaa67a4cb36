import { error, json } from '@sveltejs/kit';
import { cubeOf, cubes } from '#lib/server/cubes.ts';

export const prerender = true;
export const entries = cubes;

export const GET = async ({ params: { table, indicator } }) =>
	json((await cubeOf(table, indicator)) ?? error(404, `Tabel "${table}" heeft geen "${indicator}".`));
