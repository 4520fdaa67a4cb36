import { loadAreaList } from '#lib/server/area-list.ts';
import { loadTables } from '#lib/server/documents.ts';
import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;

export const load = async ({ params }) => ({
	...(await loadAreaList(params.monitor)),
	...loadTables(params.monitor, 'gebieden')
});
