import type { Feed } from '#lib/schema/feed.ts';
import type { ObservationStatus } from '#lib/schema/observation.ts';

type Measure = Pick<Feed['measures'][number], 'status' | 'missing'>;

/**
 * Status of a figure that is there, as the feed says it of its measure or of all; `undefined` where it leaves that to the
 * publisher.
 */
export const saidStatus = (feed: Feed, measure?: Measure): ObservationStatus | undefined =>
	measure?.status ?? feed.status ?? (feed.estimates ? 'estimate' : undefined);
