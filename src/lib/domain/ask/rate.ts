import type { MeasuredSubject } from '../../schema/ask.ts';
import { small } from '../format.ts';
import { literal } from '../sql/write.ts';
import { smallestWhole } from '../population.ts';
import { indicatorOf, type Holdings } from './holdings.ts';
import { remarks } from './steps.ts';

/**
 * A count per 100 or 1,000 of another one: of the same year, and else of the nearest year on the same boundaries, which
 * is told. Missing where either is, and where the whole is so small that rounding decides.
 * @param part step with the count
 * @param whole step with what it is divided by
 */
export function rateOf(part: string, whole: string, { per }: MeasuredSubject, holdings: Holdings): string {
	const { of, scale } = per!;
	const name = small(indicatorOf(of, holdings)?.title ?? of);
	return `select t.* replace (
  case when n.waarde >= ${smallestWhole} then t.waarde * ${scale} / n.waarde end as waarde,
  coalesce(t.waarom_leeg, case
    when n.waarde is null then ${literal(`aantal ${name} niet bekend`)}
    when n.waarde < ${smallestWhole} then ${literal(`minder dan ${smallestWhole} ${name}`)}
  end) as waarom_leeg,
  ${remarks('t.opmerking', `case when n.jaar <> t.jaar then ${literal(`${name} van `)} || n.jaar end`)} as opmerking)
from ${part} t
left join ${whole} n on n.code = t.code and n.grenzen = t.grenzen
qualify row_number() over (
  partition by t.code, t.grenzen, t.jaar order by n.waarde is null, abs(n.jaar - t.jaar), n.jaar desc
) = 1`;
}
