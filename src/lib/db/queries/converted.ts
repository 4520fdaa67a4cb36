import { z } from 'zod';
import type { Query } from '../query.ts';
import { conversionBasis } from '../../schema/area.ts';
import { breakdown } from '../../schema/observation.ts';
import { trendRow } from './trend.ts';

export const convertedTrendRow = trendRow.extend({ basis: conversionBasis.nullable() });
export type ConvertedTrendRow = z.infer<typeof convertedTrendRow>;

/**
 * All figures of one indicator for one group on the boundaries of one year: what tables give on those boundaries, and
 * with a `basis` what the site worked out for them.
 */
export const convertedTrend: Query<ConvertedTrendRow> = {
	name: 'convertedTrend',
	sql: `
select area, "table", boundaries, period, breakdown, value, lower, upper, status, published, null as basis
from observation
where indicator = $1 and breakdown = $2 and area in (select unnest(string_split($3, ','))) and boundaries = $4
union all
select area, "table", boundaries, period, breakdown, value, null, null, status, null, basis
from converted
where indicator = $1 and breakdown = $2 and area in (select unnest(string_split($3, ','))) and boundaries = $4
order by area, period`,
	params: ['indicator', 'breakdown', 'areas', 'boundaries'],
	row: convertedTrendRow
};

export const conversionCoverageRow = z.object({
	indicator: z.string(),
	breakdown,
	boundaries: z.number(),
	figures: z.number()
});
export type ConversionCoverageRow = z.infer<typeof conversionCoverageRow>;

/** Which figures about the wijken of one gemeente there are on other boundaries than those of their table. */
export const conversionCoverage: Query<ConversionCoverageRow> = {
	name: 'conversionCoverage',
	sql: `
select c.indicator, c.breakdown, c.boundaries, count(c.value)::int as figures
from converted c
join area a on a.code = c.area and a.boundaries = c.boundaries
where a.municipality = $1 and a.level = 'wijk'
group by all
having count(c.value) > 0
order by c.indicator, c.breakdown, c.boundaries`,
	params: ['municipality'],
	row: conversionCoverageRow
};
