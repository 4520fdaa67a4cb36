import { z } from 'zod';
import { slug } from './common.ts';
import { adapterName } from './feed.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'een SHA-256 in hexadecimaal');

/** Words of a publisher, shown as they are. */
const words = z.string().min(1);

/** What was fetched, from where and when: written beside the figures, and shown on the page of sources. */
export const receipt = z.strictObject({
	feed: slug,
	adapter: adapterName,
	table: words,
	title: words,
	publisher: words.optional(),
	licence: words.optional(),
	/** As the publisher writes it. */
	modified: words.optional(),
	/** Day and time of fetching, in UTC. */
	retrieved: z.iso.datetime(),
	/** Each answer that the figures were taken from, in the order of asking. */
	addresses: z.array(z.strictObject({ address: words, hash, bytes: z.int().min(0) })),
	/** Figures in the file, and the hash of that file; left out where only boundaries were asked for. */
	rows: z.int().min(0).optional(),
	hash: hash.optional(),
	/** The same of the file with boundaries. */
	boundaries: z.strictObject({ rows: z.int().min(0), hash }).optional(),
	remarks: z.array(words)
});

export type Receipt = z.infer<typeof receipt>;
