import { monitorEntries } from '#lib/server/entries.ts';
import { loadIndicatorList } from '#lib/server/indicator-list.ts';

export const entries = monitorEntries;

export const load = ({ params }) => loadIndicatorList(params.monitor);
