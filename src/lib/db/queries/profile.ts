import { z } from 'zod';
import type { Query } from '../query.ts';
import { trendRow } from './trend.ts';

export const profileRow = trendRow.extend({ indicator: z.string() });
export type ProfileRow = z.infer<typeof profileRow>;

/** Every figure of the areas that are asked for, the newest table first where two tables give the same. */
export const profile: Query<ProfileRow> = {
	name: 'profile',
	sql: `
select indicator, area, "table", boundaries, period, breakdown, value, lower, upper, status, published
from observation
where area in (select unnest(string_split($1, ',')))
order by indicator, area, period, breakdown, boundaries desc`,
	params: ['areas'],
	row: profileRow
};
