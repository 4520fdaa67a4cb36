import { addresses } from './addresses.ts';

/** Addresses that pages without script lead to, apart from the others so that few pages with script pay for them. */
export const plainAddresses = {
	/** A file of the API, or its page. */
	api: (file = '') => `${addresses.data()}v1/${file}`,
	/** The search page with words already in it. */
	find: (words: string) => `${addresses.search()}?q=${encodeURIComponent(words)}`,
	/** Leads on from an address as viewers of Swing have. */
	viewer: () => `${addresses.portal()}viewer/`,
	actions: (slug: string) => `${addresses.monitor(slug)}acties/`,
	approach: (slug: string) => `${addresses.monitor(slug)}aanpak/`,
	means: (slug: string) => `${addresses.monitor(slug)}middelen/`,
	report: (slug: string, period: string) => `${addresses.monitor(slug)}rapport/${period}/`,
	/** The organisation's own way of steering, where it has one. */
	steering: (slug: string) => `${addresses.monitor(slug)}sturing/`
};
