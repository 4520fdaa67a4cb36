import type { Feed } from '#lib/schema/feed.ts';
import type { Adapter } from './adapter.ts';
import { cbsV3 } from './cbs-v3.ts';
import { cbsV4 } from './cbs-v4.ts';
import { fetchCsv } from './csv.ts';
import { pdok } from './pdok.ts';
import { fetchSwing } from './swing.ts';
import { fetchXlsx } from './xlsx.ts';

/** What knows how to ask each kind of service, and how to read each kind of file. */
export const adapters: Record<Feed['adapter'], Adapter> = {
	'cbs-v3': cbsV3,
	'cbs-v4': cbsV4,
	pdok,
	csv: fetchCsv,
	xlsx: fetchXlsx,
	swing: fetchSwing
};
