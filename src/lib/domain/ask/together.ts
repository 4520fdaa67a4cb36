import type { Ask, MeasuredSubject } from '../../schema/ask.ts';
import { isRate } from '../profile.ts';
import { literal } from '../sql/write.ts';
import { ownAreasOf } from './base.ts';
import { indicatorOf, type Holdings, type NamedArea } from './holdings.ts';
import { listOf, remarks, type Steps } from './steps.ts';

type Areas = Pick<Ask, 'level' | 'within' | 'only' | 'together'>;

/** Whether areas are added up to others. */
export const isTogether = ({ level, together }: Pick<Ask, 'level' | 'together'>): boolean =>
	level === 'own' || ((level === 'wijk' || level === 'buurt') && together !== 'no');

export const oneName = 'De gekozen gebieden samen';

const nameOf = (code: string, gemeenten: readonly NamedArea[]): string =>
	gemeenten.find((each) => each.code === code)?.name ?? code;

/** Areas named one by one. */
const fromList = (
	rows: readonly (string | number)[][]
): string => `select *, count(*) over (partition by groep) as leden
from (
  values
    ${rows.map(listOf).join(',\n    ')}
) v(groep, naam, gemeente, code, op_grenzen)`;

/** On other boundaries than those it was named on, only an area with the same name counts as the same. */
const onEveryBoundaries = (
	list: string
): string => `select l.groep, l.naam, l.gemeente, l.code, a.boundaries as grenzen, l.leden
from ${list} l
join area nu on nu.code = l.code and nu.boundaries = l.op_grenzen
join area a on a.code = nu.code and a.name = nu.name and a.level = nu.level`;

function named(areas: Areas, holdings: Holdings): (string | number)[][] | undefined {
	const { level, within, only, together } = areas;
	if (level === 'own')
		return ownAreasOf(areas, holdings).flatMap(({ code, name, members, boundaries, municipality }) =>
			members.map((member) => [code, name, nameOf(municipality, holdings.gemeenten), member, boundaries])
		);
	if (together !== 'one' || only.length === 0) return undefined;
	return only.map((code) => ['samen', oneName, oneGemeente(within, holdings), code, holdings.newest]);
}

const oneGemeente = (within: readonly string[], { gemeenten }: Holdings): string =>
	within.length === 1 ? nameOf(within[0]!, gemeenten) : '';

function wholeGemeenten({ level, within, together }: Areas, holdings: Holdings): string {
	const isOne = together === 'one';
	return `select ${isOne ? `'samen' as groep, ${literal(oneName)} as naam, ${literal(oneGemeente(within, holdings))} as gemeente` : 'a.municipality as groep, g.label as naam, g.label as gemeente'},
  a.code, a.boundaries as grenzen,
  count(*) over (partition by ${isOne ? '' : 'a.municipality, '}a.boundaries) as leden
from area a
join area g on g.code = a.municipality and g.boundaries = a.boundaries
where a.level = ${literal(level)} and a.municipality in ${listOf(within)}`;
}

/** Adds which areas belong together, on the boundaries of each year: groep, naam, gemeente, code, grenzen, leden. */
export function addMembers(steps: Steps, areas: Areas, holdings: Holdings): string {
	const rows = named(areas, holdings);
	if (!rows)
		return steps.add('delen', wholeGemeenten(areas, holdings), 'Welke gebieden samen een groep zijn.');
	const list = steps.add('lijst', fromList(rows), 'Welke gebieden samen een groep zijn.');
	return steps.add(
		'delen',
		onEveryBoundaries(list),
		'Op andere grenzen telt een gebied alleen mee als het dezelfde naam heeft.'
	);
}

const groupColumns = 'l.groep as code, l.naam as gebied, l.gemeente, t.jaar, t.grenzen';
const groupBy = 'l.groep, l.naam, l.gemeente, t.jaar, t.grenzen';
const title = (titled: boolean): string => (titled ? 't.onderwerp, ' : '');
const complete = 'count(t.waarde) = any_value(l.leden)';
const memberRemarks = "string_agg(distinct t.opmerking, '; ' order by t.opmerking)";

/** One row for each group and year; with `keep` for the boundaries of each year too. */
const pick = (keep: boolean, nearest = ''): string => `qualify row_number() over (
  partition by code, jaar${keep ? ', grenzen' : ''} order by waarde is null${keep ? '' : ', grenzen desc'}${nearest}
) = 1`;

/** Counts of the members added up; missing where the figure of one member is. */
export const summed = (part: string, members: string, keep: boolean, titled: boolean): string => `select *
from (
  select ${title(titled)}${groupColumns},
    case when ${complete} then sum(t.waarde) end as waarde,
    case when count(t.waarde) < any_value(l.leden) then 'niet van alle delen bekend' end as waarom_leeg,
    ${memberRemarks} as opmerking
  from ${part} t
  join ${members} l on l.code = t.code and l.grenzen = t.grenzen
  group by ${title(titled)}${groupBy}
)
${pick(keep)}`;

/** The wholes of groups, as `countsOf` gives them for areas. */
export const summedCounts = (
	part: string,
	members: string
): string => `select l.groep as code, t.jaar, t.grenzen,
  case when ${complete} then sum(t.waarde) end as waarde
from ${part} t
join ${members} l on l.code = t.code and l.grenzen = t.grenzen
group by l.groep, t.jaar, t.grenzen`;

/** What a share is weighted with: the people that it is about, where they are known per area, and else all residents. */
export function weightOf(
	{ indicator, breakdown }: MeasuredSubject,
	holdings: Holdings
): { indicator: string; exact: boolean } {
	const exact =
		indicatorOf(indicator, holdings)?.denominator ?? (breakdown === '65+' ? 'inwoners-65plus' : undefined);
	return { indicator: exact ?? 'inwoners', exact: exact !== undefined };
}

export const isShare = (subject: MeasuredSubject, holdings: Holdings): boolean =>
	isRate(indicatorOf(subject.indicator, holdings)?.unit ?? 'aantal');

/**
 * Shares of the members, weighted with people of the same year, or else of the nearest year of which all members have
 * them. An approximation, and marked so, unless the weights are exactly the people that the share is about.
 */
export function weighted(
	part: string,
	weights: string,
	members: string,
	{ exact, people, keep, titled }: { exact: boolean; people: string; keep: boolean; titled: boolean }
): string {
	const approximate = exact ? ' and w.jaar <> t.jaar' : '';
	return `select * exclude jaar_gewicht
from (
  select ${title(titled)}${groupColumns},
    case when any_value(l.leden) = 1 then any_value(t.waarde)
      when ${complete} and count(w.waarde) = any_value(l.leden) and sum(w.waarde) > 0
      then sum(t.waarde * w.waarde) / sum(w.waarde) end as waarde,
    case when count(t.waarde) < any_value(l.leden) then 'niet van alle delen bekend'
      when any_value(l.leden) = 1 then null
      when count(w.waarde) < any_value(l.leden) then ${literal(`${people} niet van alle delen bekend`)}
      when sum(w.waarde) = 0 then ${literal(`geen ${people}`)} end as waarom_leeg,
    ${remarks(memberRemarks, `case when any_value(l.leden) > 1${approximate} then ${literal(`benadering, gewogen naar ${people} van `)} || w.jaar end`)} as opmerking,
    w.jaar as jaar_gewicht
  from ${part} t
  join ${members} l on l.code = t.code and l.grenzen = t.grenzen
  left join ${weights} w on w.code = t.code and w.grenzen = t.grenzen
  group by ${title(titled)}${groupBy}, w.jaar
)
${pick(keep, ', abs(jaar_gewicht - jaar), jaar_gewicht desc')}`;
}
