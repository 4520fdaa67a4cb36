import { z } from 'zod';
import type { Query } from '../query.ts';
import { areaLevel } from '../../schema/area.ts';
import { status } from '../../schema/observation.ts';

export const holdingRow = z.object({
	table: z.string(),
	first: z.number(),
	last: z.number(),
	indicators: z.number(),
	rows: z.number(),
	figures: z.number(),
	/** Figures of which both bounds are given. */
	margins: z.number()
});
export type HoldingRow = z.infer<typeof holdingRow>;

/** What the site holds of each table with open data: expenditure counts as one of them. */
export const holdings: Query<HoldingRow> = {
	name: 'holdings',
	sql: `
select "table", min(period)::int as first, max(period)::int as last, count(distinct indicator)::int as indicators,
  count(*)::int as rows, count(value)::int as figures,
  (count(*) filter (where lower is not null and upper is not null))::int as margins
from observation
group by "table"
union all
select 'iv3', min(year)::int, max(year)::int, 0, count(*)::int, count(value)::int, 0
from expenditure
having count(*) > 0
order by 1`,
	params: [],
	row: holdingRow
};

export const reachRow = z.object({ table: z.string(), municipality: z.string().nullable() });
export type ReachRow = z.infer<typeof reachRow>;

/** The gemeenten that each table with open data has rows of; empty stands for the whole country. */
export const reach: Query<ReachRow> = {
	name: 'reach',
	sql: `
select distinct o."table", a.municipality
from observation o
join area a on a.code = o.area and a.boundaries = o.boundaries
union
select 'iv3', municipality
from expenditure
order by 1, 2 nulls first`,
	params: [],
	row: reachRow
};

export const statusRow = z.object({ status, rows: z.number() });
export type StatusRow = z.infer<typeof statusRow>;

/** How often each status occurs in the open data. */
export const statuses: Query<StatusRow> = {
	name: 'statuses',
	sql: `
select status, count(*)::int as rows
from observation
group by status
order by status`,
	params: [],
	row: statusRow
};

export const divisionRow = z.object({
	municipality: z.string(),
	level: areaLevel,
	boundaries: z.number(),
	areas: z.number()
});
export type DivisionRow = z.infer<typeof divisionRow>;

/** How many wijken and buurten a gemeente has on the boundaries of each year. */
export const division: Query<DivisionRow> = {
	name: 'division',
	sql: `
select municipality, level, boundaries, count(*)::int as areas
from area
where level in ('wijk', 'buurt') and municipality in (select unnest(string_split($1, ',')))
group by municipality, level, boundaries
order by municipality, level desc, boundaries`,
	params: ['municipalities'],
	row: divisionRow
};

export const columnRow = z.object({
	table: z.string(),
	meaning: z.string().nullable(),
	rows: z.number(),
	column: z.string(),
	type: z.string(),
	optional: z.boolean(),
	note: z.string().nullable()
});
export type ColumnRow = z.infer<typeof columnRow>;

/** The tables and columns of the database, as the database itself describes them. */
export const columns: Query<ColumnRow> = {
	name: 'columns',
	sql: `
select t.table_name as "table", t.comment as meaning, t.estimated_size::int as rows, c.column_name as "column",
  lower(c.data_type) as type, c.is_nullable as optional, c.comment as note
from duckdb_tables() t
join duckdb_columns() c on c.table_oid = t.table_oid and c.database_oid = t.database_oid
where not t.internal
order by t.table_name, c.column_index`,
	params: [],
	row: columnRow
};
