import { z } from 'zod';
import type { Query } from '../query.ts';

const saidRow = z.object({ goal: z.string(), sentence: z.string() });

/** The reason of the verdict on each goal of a monitor, in the words of releases: in Dutch, whatever a page speaks. */
export const said: Query<z.infer<typeof saidRow>> = {
	name: 'said',
	sql: `
select goal, sentence
from verdict
where monitor = $1
order by goal`,
	params: ['monitor'],
	row: saidRow
};
