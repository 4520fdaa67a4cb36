import type { Make } from '../../schema/ask.ts';

type Method = Extract<Make, { kind: 'correlation' }>['method'];

/** Fewest areas of which a correlation is given: with fewer its interval says nothing. */
export const fewestPairs = 10;

/** Ranks from low to high; areas with the same value share the mean of their ranks. */
const rankOf = (column: string): string =>
	`rank() over (partition by jaar order by ${column}) + (count(*) over (partition by jaar, ${column}) - 1) / 2`;

/** The pairs that are known on both sides, as values or as ranks. */
export const complete = (pairs: string, method: Method): string =>
	method === 'pearson'
		? `select jaar, waarde as x, ander as y
from ${pairs}
where waarde is not null and ander is not null`
		: `select jaar, ${rankOf('waarde')} as x,
  ${rankOf('ander')} as y
from ${pairs}
where waarde is not null and ander is not null`;

/** Standard error of the transformed correlation. */
const errors: Record<Method, string> = {
	pearson: 'sqrt(1 / (n - 3))',
	spearman: 'sqrt((1 + r * r / 2) / (n - 3))'
};

/**
 * Correlation over areas, one for each year, with its number of areas and 95% interval. Spearman's is Pearson's of the
 * ranks, with mean ranks for ties. The interval is worked out with Fisher's transformation (R.A. Fisher, 1915 and 1921);
 * the standard error of Spearman's is that of Bonett and Wright (2000, Psychometrika 65, 23-28). Spearman's is offered
 * first: shares per area are rounded and skewed, and one small area that stands apart would carry Pearson's by itself.
 * @param all step with every year that is asked for
 * @param pairs step with `jaar`, `x` and `y` where both are known
 */
export const correlations = (all: string, pairs: string): string => `select j.jaar, count(p.x)::int as n,
  case when count(p.x) >= ${fewestPairs} and min(p.x) < max(p.x) and min(p.y) < max(p.y) then corr(p.x, p.y) end as r
from (select distinct jaar from ${all}) j
left join ${pairs} p on p.jaar = j.jaar
group by j.jaar`;

/** A correlation of 1 or -1 has no interval; the sums behind it are rounded, so it may lie a hair beside that. */
const bound = (sign: '-' | '+', method: Method): string =>
	`round(case when abs(r) < 1 - 1e-9 then tanh(atanh(r) ${sign} 1.96 * ${errors[method]}) end, 2)`;

export const correlationColumns = (method: Method): string => `jaar, n as gebieden, round(r, 2) as samenhang,
  ${bound('-', method)} as van, ${bound('+', method)} as tot,
  case when n < ${fewestPairs} then 'minder dan ${fewestPairs} gebieden' when r is null then 'een van beide is overal gelijk' end as waarom_leeg`;
