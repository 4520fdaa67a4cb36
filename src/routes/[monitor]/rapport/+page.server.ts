import { monitorEntries } from '#lib/server/entries.ts';
import { reportsOf } from '#lib/server/report-page.ts';

export const entries = monitorEntries;
export const load = ({ params }) => ({ reports: reportsOf(params.monitor) });
