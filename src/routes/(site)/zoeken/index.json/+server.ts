import { json } from '@sveltejs/kit';
import { findables } from '#lib/server/search.ts';
import { makeIndex } from '../engine.ts';

export const prerender = true;

/** The index of the page of search; the number of an entry is its place in the list from A to Z. */
export async function GET() {
	const entries = (await findables()).flatMap(({ items }) => items);
	return json(
		JSON.parse(makeIndex(entries.map(({ title, other, text }, id) => ({ id, title, other, text }))))
	);
}
