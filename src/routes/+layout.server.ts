import { formatDay } from '#lib/domain/format.ts';
import { model } from '#lib/server/model.ts';

/** The day of the newest release, for on paper. */
export const load = () => ({ released: formatDay(model.asOf) });
