import { list } from '#lib/db/query.ts';
import { profile, type ProfileRow } from '#lib/db/queries/index.ts';
import { areasOf } from './areas.ts';
import { run } from './database.ts';
import { model } from './model.ts';

/** Every figure of a gemeente, of all areas in it and of Nederland. */
export async function readingsOf(municipality: string): Promise<readonly ProfileRow[]> {
	const codes = (await areasOf(municipality)).map(({ code }) => code);
	return run(profile, list(new Set(['NL01', municipality, ...codes])));
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
