import { writableTables } from '#lib/server/words.ts';

export const load = async () => ({ tables: await writableTables() });
