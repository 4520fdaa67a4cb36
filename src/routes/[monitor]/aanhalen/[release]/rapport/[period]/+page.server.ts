import { error } from '@sveltejs/kit';
import { citedReportEntries, releaseEntries } from '#lib/server/citation/kept.ts';
import { loadCitedReport } from '#lib/server/citation/reports.ts';

export const entries = citedReportEntries;

export const load = ({ params: { monitor, release, period } }) =>
	releaseEntries().some((each) => each.monitor === monitor && each.release === release)
		? loadCitedReport(monitor, release, period)
		: error(404, `Er is geen uitgave van ${release}.`);
