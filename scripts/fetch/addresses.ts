import { FetchProblem } from './problem.ts';

/** Where publishers have their services; links in an answer of a copy of one may still name these. */
const publishers = new Set([
	'opendata.cbs.nl',
	'dataderden.cbs.nl',
	'datasets.cbs.nl',
	'odata4.cbs.nl',
	'beta-odata4.cbs.nl',
	'api.pdok.nl'
]);

/** An address of which the rest is the same wherever the service is. */
export interface Service {
	/** Without a slash at its end. */
	base: string;
	/** First part of each path after the base: the code of a table, or `collections`. */
	root: string;
}

export const service = (base: string, root: string): Service => ({ base: base.replace(/\/+$/, ''), root });

export const addressOf = ({ base, root }: Service, rest: string): string => `${base}/${root}/${rest}`;

/**
 * The address that a link to a next page leads to. It stays with the service: a link of a copy that still names the
 * publisher's own server is put on the base, and one to any other server is refused.
 */
export function nextAddress({ base, root }: Service, link: string, current: string): string {
	const refuse = () =>
		FetchProblem.of(current, `een volgende pagina op dezelfde server (${new URL(base).origin})`, link);
	if (!URL.canParse(link, current)) throw refuse();
	const to = new URL(link, current);
	if (to.origin === new URL(base).origin) return to.href;
	const isSame = to.hostname === new URL(base).hostname && to.port === '';
	if (!isSame && !publishers.has(to.hostname)) throw refuse();
	const parts = to.pathname.split('/');
	const at = parts.findIndex((part) => part.toLowerCase() === root.toLowerCase());
	if (at < 0) throw refuse();
	return `${base}/${root}/${parts.slice(at + 1).join('/')}${to.search}`;
}
