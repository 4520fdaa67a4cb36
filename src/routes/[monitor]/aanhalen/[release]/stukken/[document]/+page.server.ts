import { error } from '@sveltejs/kit';
import { loadCitedDocument } from '#lib/server/citation/documents.ts';
import { documentEntries, releaseEntries } from '#lib/server/citation/kept.ts';

export const entries = documentEntries;

export const load = ({ params: { monitor, release, document } }) =>
	releaseEntries().some((each) => each.monitor === monitor && each.release === release)
		? loadCitedDocument(monitor, release, document)
		: error(404, `Er is geen uitgave van ${release}.`);
