import { error } from '@sveltejs/kit';
import { releaseEntries } from '#lib/server/citation/kept.ts';
import { loadCitedVerdicts } from '#lib/server/citation/verdicts.ts';

export const entries = releaseEntries;

export const load = ({ params: { monitor, release } }) =>
	releaseEntries().some((each) => each.monitor === monitor && each.release === release)
		? loadCitedVerdicts(monitor, release)
		: error(404, `Er is geen uitgave van ${release}.`);
