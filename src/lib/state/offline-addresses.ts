import { resolve } from '$app/paths';

/** Where a reader keeps pages; apart from the other addresses, so that no page with script pays for it. */
export const offlineAddress = (): string => resolve('/offline/' as '/');

/** The root of the site as a whole address, whatever folder it stands in; only in a browser. */
export const siteRoot = (): string => new URL(resolve('/'), location.href).href.replace(/[?#].*$/, '');
