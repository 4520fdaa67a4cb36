import { areaMapEntries, loadAreaMap } from '#lib/server/embed/areas.ts';

export const entries = areaMapEntries;
export const load = ({ params }) => loadAreaMap(params.monitor);
