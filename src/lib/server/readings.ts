import { list } from '#lib/db/query.ts';
import { profile, type ProfileRow } from '#lib/db/queries/index.ts';
import { areasOf } from './areas.ts';
import { run } from './database.ts';
import { model } from './model.ts';

const cache = new Map<string, Promise<ProfileRow[]>>();

/** Every figure of a gemeente, of all areas in it and of Nederland, read once. */
export function readingsOf(municipality: string): Promise<ProfileRow[]> {
	const known =
		cache.get(municipality) ??
		areasOf(municipality).then((areas) =>
			run(profile, list(new Set(['NL01', municipality, ...areas.map(({ code }) => code)])))
		);
	cache.set(municipality, known);
	return known;
}

/** What a page says about tables it shows figures of, in the order of the list of sources. */
export function tableSources(tables: ReadonlySet<string>) {
	return model.sources
		.filter(({ id }) => tables.has(id))
		.map(({ id, code, title, publisher, licence, url, boundaries, note }) => ({
			id,
			code,
			title,
			publisher,
			licence,
			url,
			boundaries,
			note
		}));
}
