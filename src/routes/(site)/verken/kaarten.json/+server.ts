import { json } from '@sveltejs/kit';
import { model } from '#lib/server/model.ts';
import { mapOf } from '#lib/server/shapes.ts';

export const prerender = true;

/** The wijken of each gemeente, placed in a box: fetched when there is something to put on a map. */
export const GET = () =>
	json(
		Object.fromEntries(
			model.monitors.flatMap(({ monitor: { municipality, name } }) => {
				const map = mapOf(municipality);
				return map ? [[municipality, { name, ...map }]] : [];
			})
		)
	);
