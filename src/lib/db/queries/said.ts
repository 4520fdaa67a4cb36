import { z } from 'zod';
import type { Query } from '../query.ts';

const saidRow = z.object({ goal: z.string(), sentence: z.string() });

/**
 * The reason of the verdict on each goal of a monitor on a day, that of the site or of a report, in the words of releases:
 * in Dutch, whatever a page speaks.
 */
export const said: Query<z.infer<typeof saidRow>> = {
	name: 'said',
	sql: `
select goal, sentence
from (
  select monitor, goal, as_of, sentence from verdict
  union
  select monitor, goal, as_of, sentence from verdict_then
)
where monitor = $1 and as_of = $2::date
order by goal`,
	params: ['monitor', 'day'],
	row: saidRow
};
