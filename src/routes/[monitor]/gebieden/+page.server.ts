import { loadAreaList } from '#lib/server/area-list.ts';
import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;

export const load = ({ params }) => loadAreaList(params.monitor);
