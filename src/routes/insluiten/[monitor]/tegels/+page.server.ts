import { loadTiles } from '#lib/server/embed/goal.ts';
import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;
export const load = ({ params }) => loadTiles(params.monitor);
