import { z } from 'zod';
import { slug, text } from './common.ts';
import { adapterName } from './feed.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'een SHA-256 in hexadecimaal');

/** What was fetched, from where and when: written beside the figures, and shown on the page of sources. */
export const receipt = z.strictObject({
	feed: slug,
	adapter: adapterName,
	table: text,
	title: text,
	publisher: text.optional(),
	licence: text.optional(),
	/** As the publisher writes it. */
	modified: text.optional(),
	/** Day and time of fetching, in UTC. */
	retrieved: z.iso.datetime(),
	/** Each answer that the figures were taken from, in the order of asking. */
	addresses: z.array(z.strictObject({ address: text, hash, bytes: z.int().min(0) })),
	/** Figures, or boundaries, in the file. */
	rows: z.int().min(0),
	/** Of the file with the figures. */
	hash,
	remarks: z.array(text)
});

export type Receipt = z.infer<typeof receipt>;
