import { resolve } from '$app/paths';

/**
 * Where a release is cited: all verdicts on the goals of a monitor, or all figures of one indicator. Apart from the other
 * addresses, since no page with script needs it.
 */
export const citationAddress = (slug: string, release: string, indicator?: string): string =>
	resolve(`/${slug}/aanhalen/${release}/${indicator ? `${indicator}/` : ''}` as '/');
