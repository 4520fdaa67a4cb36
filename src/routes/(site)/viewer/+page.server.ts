import { portals } from '#lib/server/swing-codes.ts';

export const csr = true;
export const load = async () => ({ portals: await portals() });
