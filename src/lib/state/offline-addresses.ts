import { addresses } from './addresses.ts';

/** Where a reader keeps pages; apart from the other addresses, so that no page with script pays for it. */
export const offlineAddress = (): string => `${addresses.portal()}offline/`;

/** The root of the site as a whole address, whatever folder it stands in; only in a browser. */
export const siteRoot = (): string => new URL(addresses.portal(), location.href).href;
