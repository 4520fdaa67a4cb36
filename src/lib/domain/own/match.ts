import { count, enumerate } from '../format.ts';
import { identifier, literal } from '../sql/write.ts';
import type { OwnTable } from './table.ts';

/** What of a table is needed to join it. */
export type Joinable = Pick<OwnTable, 'name' | 'area' | 'period'> & {
	columns: { name: string; kind: string }[];
};

const yearOf = ({ name, kind }: NonNullable<OwnTable['period']>): string =>
	kind === 'day' ? `year(e.${identifier(name)})` : `e.${identifier(name)}`;

/** Asks how many codes of areas are in the newest division, only in older ones, or in none: one row. */
export const matchSql = (table: string, area: string): string => `with newest as (
  select code, max(boundaries) as latest from area group by code
), own as (select distinct ${identifier(area)} as code from ${identifier(table)} where ${identifier(area)} is not null)
select (select max(boundaries) from area) as division,
  (count(*) filter (where n.latest = (select max(boundaries) from area)))::int as current,
  (count(*) filter (where n.latest < (select max(boundaries) from area)))::int as older,
  (count(*) filter (where n.latest is null))::int as unknown,
  min(o.code) filter (where n.latest < (select max(boundaries) from area)) as "oldExample",
  min(o.code) filter (where n.latest is null) as "unknownExample"
from own o left join newest n on n.code = o.code`;

export interface Matched {
	/** Year of the newest division that the site has. */
	division: number;
	current: number;
	older: number;
	unknown: number;
	oldExample: string | null;
	unknownExample: string | null;
}

/** How the areas of a file fit those of the site, in Dutch. */
export function tellMatch({
	division,
	current,
	older,
	unknown,
	oldExample,
	unknownExample
}: Matched): string {
	const parts = [
		...(current > 0
			? [`${count(current, 'gebied staat', 'gebieden staan')} in de indeling van ${division}`]
			: []),
		...(older > 0
			? [
					`${count(older, 'code staat', 'codes staan')} alleen in een oudere indeling (zoals ${oldExample}) en ${older === 1 ? 'past' : 'passen'} bij cijfers van toen`
				]
			: []),
		...(unknown > 0
			? [`${count(unknown, 'code staat', 'codes staan')} niet op deze site (zoals ${unknownExample})`]
			: [])
	];
	return parts.length > 0 ? `${enumerate(parts)}.` : 'Er staan geen codes van gebieden in.';
}

/** Asks which figure of the site joins with most rows of a table, by area and where it can by period: one row or none. */
export const fittingSql = ({
	name,
	area,
	period
}: Joinable): string => `select o.indicator, o.breakdown, count(*) as rows
from ${identifier(name)} e
join (select distinct indicator, breakdown, area, period from observation where value is not null) o
  on o.area = e.${identifier(area ?? '')}${period ? ` and o.period = ${yearOf(period)}` : ''}
group by o.indicator, o.breakdown
order by rows desc, o.indicator = 'inwoners' desc, o.indicator, o.breakdown desc
limit 1`;

export interface Fitting {
	indicator: string;
	breakdown: string;
}

/**
 * A question to begin with. Where figures of the site fit, it puts them beside all rows of the table, by area and
 * period; a row without a figure stays, and a figure that stands in more than one table comes from the newest boundaries.
 */
export function exampleSql(table: Joinable, fitting?: Fitting): string {
	const own = identifier(table.name);
	const { area, period } = table;
	if (!fitting || area === undefined) return `-- Uw eigen bestand\nselect *\nfrom ${own}\nlimit 1000`;
	const shown = table.columns
		.filter(({ name }) => name !== area && name !== period?.name)
		.slice(0, 6)
		.map(({ name }) => `e.${identifier(name)}`);
	const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
	const free = (name: string): string =>
		identifier(taken.has(name.toLowerCase()) ? `open_data_${name}` : name);
	const columns = [
		`e.${identifier(area)}`,
		`a.label as ${free('naam')}`,
		...(period ? [`e.${identifier(period.name)}`] : []),
		...shown,
		`o.value as ${free(fitting.indicator)}`
	];
	return `-- Uw eigen bestand naast de open data: per gebied${period ? ' en jaar' : ', van het laatste jaar'}
select ${columns.join(', ')}
from ${own} e
left join (
  select distinct on (area${period ? ', period' : ''}) area, period, value
  from observation
  where indicator = ${literal(fitting.indicator)} and breakdown = ${literal(fitting.breakdown)}
  order by area, period desc, boundaries desc
) o on o.area = e.${identifier(area)}${period ? ` and o.period = ${yearOf(period)}` : ''}
left join (
  select distinct on (code) code, label from area order by code, boundaries desc
) a on a.code = e.${identifier(area)}
limit 10000`;
}
