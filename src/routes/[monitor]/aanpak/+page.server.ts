import { loadApproachPage } from '#lib/server/approach-page.ts';
import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;

export const load = ({ params }) => loadApproachPage(params.monitor);
