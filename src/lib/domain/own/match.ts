import { count, enumerate } from '../format.ts';
import { identifier, literal } from '../sql/write.ts';
import type { ToldTable } from './message.ts';

/** A column, and what of it is joined by: SQL in which the table is called `e`. */
export interface Held {
	name: string;
	sql: string;
}

/** What of a table is needed to join it. */
export interface Joinable {
	/** The table as SQL writes it. */
	from: string;
	columns: string[];
	/** Gives the code of an area as the site has it. */
	area?: Held;
	/** Gives a year. */
	period?: Held;
}

/** A table that was made of a file, whose columns are what they have to be. */
export function joinableOf({ name, columns, area, period }: ToldTable): Joinable {
	const own = (column: string): string => `e.${identifier(column)}`;
	return {
		from: identifier(name),
		columns: columns.map((column) => column.name),
		...(area !== undefined && { area: { name: area, sql: own(area) } }),
		...(period && {
			period: {
				name: period.name,
				sql: period.kind === 'day' ? `year(${own(period.name)})` : own(period.name)
			}
		})
	};
}

/** Asks how many codes of areas are in the newest division, only in older ones, or in none: one row. */
export const matchSql = (from: string, { sql }: Held): string => `with newest as (
  select code, max(boundaries) as latest from area group by code
), own as (select distinct ${sql} as code from ${from} e where ${sql} is not null)
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

/** Spending on the social domain per inhabitant, which former gemeenten have too. */
const spending = `select municipality as area, year as period, sum(value) * 1000 / max(population) as value
  from expenditure
  where report = 'jaarrekening' and taakveld like '6.%'
  group by municipality, year`;

/**
 * Asks which figure of the site joins with most areas of a table, and then with most rows, by area and where it can by
 * period: one row or none. Spending has no indicator.
 */
export const fittingSql = (from: string, area: Held, period?: Held): string => `with own as (
  select ${area.sql} as area${period ? `, ${period.sql} as period` : ''} from ${from} e
), figure as (
  select distinct indicator, breakdown, area, period from observation where value is not null
  union all
  select null, null, area, period from (${spending})
)
select f.indicator, f.breakdown, count(*) as rows
from own join figure f on f.area = own.area${period ? ' and f.period = own.period' : ''}
group by f.indicator, f.breakdown
order by count(distinct own.area) desc, f.indicator is null, rows desc, f.indicator = 'inwoners' desc, f.indicator, f.breakdown desc
limit 1`;

/** What `fittingSql` gives. */
export interface Fitting {
	indicator: string | null;
	breakdown: string | null;
}

/** Figures with one row for each area and period, or for each area that of the latest period. */
function openData({ indicator, breakdown }: Fitting, byPeriod: boolean): string {
	if (indicator === null)
		return byPeriod
			? spending
			: `${spending}\n  qualify row_number() over (partition by municipality order by year desc) = 1`;
	return `select distinct on (area${byPeriod ? ', period' : ''}) area, period, value
  from observation
  where indicator = ${literal(indicator)} and breakdown = ${literal(breakdown ?? '')}
  order by area, period desc, boundaries desc`;
}

/** A question that shows the rows of a table as they are. */
export const plainSql = (from: string): string => `-- Uw eigen bestand\nselect *\nfrom ${from}\nlimit 1000`;

/**
 * A question to begin with: puts figures of the site beside all rows of the table, by area and period. A row without a
 * figure stays, and a figure that stands in more than one table comes from the newest boundaries.
 */
export function exampleSql({ from, columns, area, period }: Joinable, fitting: Fitting): string {
	if (!area) return plainSql(from);
	const shown = columns
		.filter((name) => name !== area.name && name !== period?.name)
		.slice(0, 6)
		.map((name) => `e.${identifier(name)}`);
	const taken = new Set(columns.map((name) => name.toLowerCase()));
	const free = (name: string): string =>
		identifier(taken.has(name.toLowerCase()) ? `open_data_${name}` : name);
	const own = ({ name, sql }: Held): string =>
		sql === `e.${identifier(name)}` ? sql : `${sql} as ${identifier(name)}`;
	const chosen = [
		own(area),
		`a.label as ${free('naam')}`,
		...(period ? [`e.${identifier(period.name)}`] : []),
		...shown,
		`o.value as ${free(fitting.indicator ?? 'uitgaven_per_inwoner')}`
	];
	const beside =
		fitting.indicator === null
			? 'de uitgaven aan het sociaal domein per inwoner (jaarrekening)'
			: 'de open data';
	return `-- Uw eigen bestand naast ${beside}: per gebied${period ? ' en jaar' : ', van het laatste jaar'}
select ${chosen.join(', ')}
from ${from} e
left join (
  ${openData(fitting, period !== undefined)}
) o on o.area = ${area.sql}${period ? ` and o.period = ${period.sql}` : ''}
left join (
  select distinct on (code) code, label from area order by code, boundaries desc
) a on a.code = ${area.sql}
limit 10000`;
}
