import { monitorEntries } from '#lib/server/entries.ts';

export const entries = monitorEntries;
