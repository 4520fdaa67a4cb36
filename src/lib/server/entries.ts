import { model } from './model.ts';

/** The addresses of all monitors, for the pages that each of them has once. */
export const monitorEntries = () => model.monitors.map(({ monitor }) => ({ monitor: monitor.slug }));
