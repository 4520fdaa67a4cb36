import { z } from 'zod';
import type { Query } from '../query.ts';
import { breakdown, status } from '../../schema/observation.ts';

export const measurementRow = z.object({
	table: z.string(),
	area: z.string(),
	boundaries: z.number(),
	period: z.number(),
	breakdown,
	value: z.number().nullable(),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	n: z.number().nullable(),
	status
});
export type MeasurementRow = z.infer<typeof measurementRow>;

/** Everything that is known of an indicator, in every table and area. */
export const measurements: Query<MeasurementRow> = {
	name: 'measurements',
	sql: `
select "table", area, boundaries, period, breakdown, value, lower, upper, n, status
from observation
where indicator = $1
order by "table", area, period, breakdown`,
	params: ['indicator'],
	row: measurementRow
};
