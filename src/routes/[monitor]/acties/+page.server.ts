import { loadActionsPage } from '#lib/server/actions-page.ts';
import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;
export const load = ({ params }) => loadActionsPage(params.monitor);
