import { z } from 'zod';
import type { Query } from '../query.ts';
import { areaLevel } from '../../schema/area.ts';
import { breakdown } from '../../schema/observation.ts';

export const coverageRow = z.object({
	indicator: z.string(),
	breakdown,
	level: areaLevel,
	first: z.number(),
	last: z.number(),
	figures: z.number()
});
export type CoverageRow = z.infer<typeof coverageRow>;

/** What there is of each indicator in one gemeente: groups, levels and periods. */
export const coverage: Query<CoverageRow> = {
	name: 'coverage',
	sql: `
select o.indicator, o.breakdown, a.level,
  min(o.period)::int as first, max(o.period)::int as last, count(o.value)::int as figures
from observation o
join area a on a.code = o.area and a.boundaries = o.boundaries
where a.municipality = $1
group by all
order by o.indicator, o.breakdown, a.level`,
	params: ['municipality'],
	row: coverageRow
};
