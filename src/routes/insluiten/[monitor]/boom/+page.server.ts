import { loadEmbeddedTree } from '#lib/server/embed/tree.ts';
import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;
export const load = ({ params }) => loadEmbeddedTree(params.monitor);
