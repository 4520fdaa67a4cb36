import { resolve } from '$app/paths';

/**
 * Where a release is cited: all verdicts on the goals of a monitor, or the figures of a part: an indicator, as
 * `eenzaamheid`, a document, as `stukken/001`, spending in a year, as `iv3/2020`, or a report, as `rapport/2017`. Apart from the other addresses, since
 * no page with script needs it.
 */
export const citationAddress = (slug: string, release: string, part?: string): string =>
	resolve(`/${slug}/aanhalen/${release}/${part ? `${part}/` : ''}` as '/');
