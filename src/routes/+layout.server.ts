import { formatDay } from '#lib/domain/format.ts';
import { model } from '#lib/server/model.ts';

export const prerender = true;
export const trailingSlash = 'always';
// Pages are whole without script; those that answer back switch it on for themselves.
export const csr = false;

/** The day of the newest release, for on paper. */
export const load = () => ({ released: formatDay(model.asOf) });
