import { json } from '@sveltejs/kit';
import { allMaps } from '#lib/server/shapes.ts';

export const prerender = true;

/** The wijken of each gemeente, placed in a box: fetched when there is something to put on a map. */
export const GET = () => json(Object.fromEntries(allMaps().map(({ code, ...map }) => [code, map])));
