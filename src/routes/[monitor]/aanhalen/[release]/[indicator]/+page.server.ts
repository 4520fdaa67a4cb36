import { error } from '@sveltejs/kit';
import { loadCitedFigures } from '#lib/server/citation/figures.ts';
import { citedEntries, releaseEntries } from '#lib/server/citation/kept.ts';

export const entries = citedEntries;

export const load = ({ params: { monitor, release, indicator } }) =>
	releaseEntries().some((each) => each.monitor === monitor && each.release === release)
		? loadCitedFigures(monitor, release, indicator)
		: error(404, `Er is geen uitgave van ${release}.`);
