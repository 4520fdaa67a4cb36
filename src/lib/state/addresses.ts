import { resolve } from '$app/paths';

/** The address of a path that starts at the root of the site, whatever folder the site is published in. */
const at = (path: string): string => resolve(path as '/');

/** The public addresses of a monitor's pages: a contract that charts elsewhere and council documents point at. */
export const addresses = {
	monitor: (slug: string) => at(`/${slug}/`),
	tree: (slug: string) => at(`/${slug}/doelen/`),
	/** The whole tree as one file to take away. */
	treeFile: (slug: string, kind: 'svg' | 'html') => at(`/${slug}/boom.${kind}`),
	goal: (slug: string, id: string) => at(`/${slug}/doelen/${id}/`),
	progress: (slug: string) => at(`/${slug}/voortgang/`),
	reports: (slug: string) => at(`/${slug}/rapport/`),
	/** What changed; between two days where they are given. */
	since: (slug: string, from?: string, to?: string) =>
		`${at(`/${slug}/sinds/`)}${from && to ? `?van=${from}&tot=${to}` : ''}`,
	/** The same as an Atom feed. */
	feed: (slug: string) => at(`/${slug}/feed.xml`),
	/** Plan, do, check and act of the goals in one period on which is reported. */
	cycle: (slug: string, period: string) => at(`/${slug}/cyclus/${period}/`),
	measurability: (slug: string) => at(`/${slug}/meetbaarheid/`),
	indicators: (slug: string) => at(`/${slug}/indicatoren/`),
	indicator: (slug: string, id: string, choice?: string) =>
		at(`/${slug}/indicatoren/${id}/${choice ? `${choice}/` : ''}`),
	areas: (slug: string) => at(`/${slug}/gebieden/`),
	area: (slug: string, code: string) => at(`/${slug}/gebieden/${code}/`),
	portal: () => at('/'),
	search: () => at('/zoeken/'),
	/** The workbench; a question goes behind the `#`, so that it stays in the reader's browser. */
	workbench: (question?: string) => `${at('/verken/')}${question ? `#${question}` : ''}`,
	/** The list of saved questions, or the page of one. */
	questions: (id?: string) => at(`/vragen/${id ? `${id}/` : ''}`),
	/** A file that the workbench fetches when it is needed. */
	workbenchFile: (file: string) => at(`/verken/${file}`),
	method: () => at('/methode/'),
	/** The explanation of one rule of verdicts; a rule is a name and a version, as `not-risen@1`. */
	rule: (rule: string) => `${at('/methode/')}#regel-${rule.split('@')[0]}`,
	glossary: () => at('/begrippen/'),
	data: () => at('/data/'),
	accessibility: () => at('/toegankelijkheid/'),
	/** How others publish the site, or an example of it. */
	hosting: (file = '') => at(`/publiceren/${file}`)
};
