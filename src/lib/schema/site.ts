import { z } from 'zod';
import { text } from './common.ts';

/** An address on the web that others can follow; `http` only where a site has no certificate yet. */
const webAddress = z.url({
	protocol: /^https?$/,
	hostname: z.regexes.domain,
	error: 'een adres als https://www.voorbeeld.nl/'
});

/** The folder in which the site stands: what comes after it starts at its last slash. */
export const siteAddress = webAddress.regex(
	/^[^?#]*\/$/,
	'een adres dat eindigt op een schuine streep, als https://monitor.voorbeeld.nl/'
);

/** Who publishes the site, for catalogues that list its data. What is not known is left out, never made up. */
export const site = z.strictObject({
	title: text,
	/** What the site holds, in one sentence. */
	description: text,
	publisher: z.strictObject({ name: text, url: webAddress.optional() }),
	/** Where questions about the data go. */
	contact: z.strictObject({
		name: text,
		email: z.email('een e-mailadres als naam@voorbeeld.nl').optional(),
		url: webAddress.optional()
	}),
	/** The languages of the interface. Dutch is at the root of the site, another in a folder of its own. */
	languages: z
		.array(z.enum(['nl', 'en'], 'nl of en'))
		.refine((all) => all[0] === 'nl', 'een rij die begint met nl')
		.default(['nl']),
	/** Where the site stands; without it all addresses in the metadata are relative. */
	address: siteAddress.optional()
});

export type Site = z.infer<typeof site>;
