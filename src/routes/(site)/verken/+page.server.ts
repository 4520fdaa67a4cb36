import { describeTables } from '#lib/server/tables.ts';

export const load = async () => ({ tables: await describeTables() });
