import { z } from 'zod';
import type { Query } from '../query.ts';
import { areaLevel } from '../../schema/area.ts';
import { breakdown } from '../../schema/observation.ts';

export const askableRow = z.object({
	indicator: z.string(),
	breakdown,
	level: areaLevel,
	municipality: z.string().nullable(),
	period: z.number(),
	estimate: z.boolean()
});
export type AskableRow = z.infer<typeof askableRow>;

/** For which level of areas, gemeente and year there is at least one figure of each indicator and group. */
export const askable: Query<AskableRow> = {
	name: 'askable',
	sql: `
select o.indicator, o.breakdown, a.level, a.municipality, o.period, bool_or(o.status = 'estimate') as estimate
from observation o
join area a on a.code = o.area and a.boundaries = o.boundaries
group by all
having count(o.value) > 0
order by o.indicator, o.breakdown, a.level, a.municipality, o.period`,
	params: [],
	row: askableRow
};

export const spenderRow = z.object({
	municipality: z.string(),
	name: z.string(),
	taakveld: z.string(),
	title: z.string(),
	year: z.number(),
	report: z.enum(['begroting', 'jaarrekening'])
});
export type SpenderRow = z.infer<typeof spenderRow>;

/** Which gemeente gives which taakveld in which year, with the names of both. */
export const spenders: Query<SpenderRow> = {
	name: 'spenders',
	sql: `
select e.municipality, a.name, e.taakveld, e.title, e.year, e.report
from expenditure e
join (select code, arg_max(label, boundaries) as name from area group by code) a on a.code = e.municipality
order by e.municipality, e.year, e.report, e.taakveld`,
	params: [],
	row: spenderRow
};
