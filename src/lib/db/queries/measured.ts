import { z } from 'zod';
import type { Query } from '../query.ts';
import { breakdown } from '../../schema/observation.ts';

export const measuredRow = z.object({
	indicator: z.string(),
	breakdown,
	table: z.string(),
	boundaries: z.number(),
	period: z.number(),
	value: z.number().nullable(),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	n: z.number().nullable()
});

/** Every figure of one area, with what is known of its margin: what promises are held against. */
export const measured: Query<z.infer<typeof measuredRow>> = {
	name: 'measured',
	sql: `
select indicator, breakdown, "table", boundaries, period, value, lower, upper, n
from observation
where area = $1
order by indicator, breakdown, period, boundaries`,
	params: ['area'],
	row: measuredRow
};
