import { error } from '@sveltejs/kit';
import { loadCitedAmounts } from '#lib/server/citation/amounts.ts';
import { amountEntries, releaseEntries } from '#lib/server/citation/kept.ts';

export const entries = amountEntries;

export const load = ({ params: { monitor, release, year } }) =>
	releaseEntries().some((each) => each.monitor === monitor && each.release === release)
		? loadCitedAmounts(monitor, release, year)
		: error(404, `Er is geen uitgave van ${release}.`);
