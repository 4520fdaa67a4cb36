import { monitorEntries } from '#lib/server/entries.ts';
import { loadMeansPage } from '#lib/server/means-page.ts';

export const entries = monitorEntries;

export const load = ({ params }) => loadMeansPage(params.monitor);
