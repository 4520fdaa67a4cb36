/** What these pages show: the part behind the `#` of the address. */
export interface Spot {
	monitor?: string | undefined;
	list?: string | undefined;
	/** The place of one thing, `nieuw` for one that is not there yet. */
	item?: string | undefined;
}

export function spotOf(hash: string): Spot {
	const [monitor, list, item] = hash.replace(/^#\/?/, '').split('/').filter(Boolean);
	return { monitor, list, item };
}

export const hashOf = ({ monitor, list, item }: Spot): string =>
	`#/${[monitor, list, item].filter((part) => part !== undefined).join('/')}`;
