import { z } from 'zod';
import type { Query } from '../query.ts';
import { breakdown, status } from '../../schema/observation.ts';

export const trendRow = z.object({
	area: z.string(),
	table: z.string(),
	boundaries: z.number(),
	period: z.number(),
	breakdown,
	value: z.number().nullable(),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	status,
	/** What the source gives, where this site corrected it. */
	published: z.number().nullable()
});
export type TrendRow = z.infer<typeof trendRow>;

/** All figures of one indicator for one group, in the areas that are asked for. */
export const trend: Query<TrendRow> = {
	name: 'trend',
	sql: `
select area, "table", boundaries, period, breakdown, value, lower, upper, status, published
from observation
where indicator = $1
  and breakdown = $2
  and area in (select unnest(string_split($3, ',')))
order by area, period, boundaries`,
	params: ['indicator', 'breakdown', 'areas'],
	row: trendRow
};
