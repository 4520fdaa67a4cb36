import { json } from '@sveltejs/kit';
import { model } from '#lib/server/model.ts';
import { findables } from '#lib/server/search.ts';
import { makeIndex } from '../engine.ts';

export const prerender = true;

/** The index of the page of search; the number of an entry is its place in the list from A to Z. */
export async function GET() {
	const names = new Map(model.monitors.map(({ monitor: { slug, name } }) => [slug, name]));
	const entries = (await findables()).flatMap(({ items }) => items);
	return json(
		JSON.parse(
			makeIndex(
				entries.map(({ title, other, text, monitor }, id) => ({
					id,
					title,
					other,
					place: names.get(monitor) ?? '',
					text
				}))
			)
		)
	);
}
