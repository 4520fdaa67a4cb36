import { monitorEntries } from '#lib/server/entries.ts';
import { loadFrontPage } from '#lib/server/front-page.ts';

export const entries = monitorEntries;
export const load = ({ params }) => loadFrontPage(params.monitor);
