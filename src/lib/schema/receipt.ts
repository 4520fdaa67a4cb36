import { z } from 'zod';
import { areaCode } from './area.ts';
import { slug } from './common.ts';
import { adapterName } from './feed.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'een SHA-256 in hexadecimaal');

const year = z.int().min(1900).max(2100);

/** Words of a publisher, shown as they are. */
const words = z.string().min(1);

/**
 * What the publisher calls what was taken from it. A name that is another one the next time may mean another thing, so
 * that is told before figures are replaced.
 */
export const labels = z.strictObject({
	/** By indicator: heading, title and unit. */
	measures: z.record(slug, words),
	/** By dimension and category, as `Leeftijd 20300`. */
	groups: z.record(z.string(), words),
	areas: z.record(areaCode, words)
});

/** What was fetched, from where and when: written beside the figures, and shown on the page of sources. */
export const receipt = z.strictObject({
	feed: slug,
	/** Id in `sources.yaml`. */
	source: slug,
	adapter: adapterName,
	table: words,
	title: words,
	publisher: words.optional(),
	licence: words.optional(),
	/** As the publisher writes it. */
	modified: words.optional(),
	/** Day and time of fetching, in UTC. */
	retrieved: z.iso.datetime(),
	/** Each answer or file that the figures were taken from, in the order of asking. */
	addresses: z.array(z.strictObject({ address: words, hash, bytes: z.int().min(0) })),
	/** Figures in the file, and the hash of that file; left out where only boundaries were asked for. */
	rows: z.int().min(0).optional(),
	hash: hash.optional(),
	/** The same of the file with boundaries, and of the one with codes of changed borders; each with its year. */
	boundaries: z.strictObject({ year: year.optional(), rows: z.int().min(0), hash }).optional(),
	changes: z.strictObject({ year, rows: z.int().min(0), hash }).optional(),
	/** The same of the lines in the file with expenditure that begin with one of these, as `GM0637,2023,begroting`. */
	accounts: z.strictObject({ of: z.array(words), rows: z.int().min(0), hash }).optional(),
	/** Left out where the service gives no names. */
	labels: labels.optional(),
	remarks: z.array(words)
});

export type Labels = z.infer<typeof labels>;
export type Receipt = z.infer<typeof receipt>;
