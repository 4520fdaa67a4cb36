import type { Ask, MeasuredSubject, SpendingSubject, Subject } from '../../schema/ask.ts';
import { eraStarts } from '../expenditure.ts';
import { missingSigns } from '../format.ts';
import { literal } from '../sql/write.ts';
import { spendingOf, type Holdings } from './holdings.ts';
import { listOf, remarks } from './steps.ts';
import { titleOf } from './subjects.ts';

/**
 * Which figures a step reads. Steps give the columns code, gebied, jaar, grenzen (year of the boundaries), waarde,
 * waarom_leeg and opmerking.
 */
export interface Read {
	/** Condition on the area `a`. */
	areas: string;
	/** Years; none means all. */
	periods: readonly number[];
	/** Whether figures on every boundaries are kept, for a comparison that needs the same ones on both sides. */
	keep: boolean;
	/** Whether the subject and the gemeente are columns too. */
	titled?: boolean;
	gemeente?: boolean;
}

export const newestWins = 'Geven twee tabellen hetzelfde cijfer? Dan telt dat op de nieuwste grenzen.';
export const sameBoundaries =
	'Vergelijken en samennemen kan alleen op dezelfde grenzen. Aantallen die de site heeft omgerekend, tellen mee.';

const reasons = Object.entries(missingSigns).map(
	([id, { meaning }]) => `when ${literal(id)} then ${literal(meaning.split(':')[0]!)}`
);
const whyMissing = `case o.status ${reasons.slice(0, 2).join(' ')}
    ${reasons.slice(2).join(' ')} end`;
const isSoft = "case o.status when 'estimate' then 'schatting' when 'provisional' then 'voorlopig' end";

const inYears = (column: string, periods: readonly number[]): string =>
	periods.length > 0 ? `\n  and ${column} in ${listOf(periods)}` : '';

/** The figures of tables, and on later boundaries those that the site worked out. */
function everyBoundaries({ indicator, breakdown }: MeasuredSubject): string {
	const from = (table: string, isConverted: boolean) =>
		`select area, boundaries, period, value, status, "table", ${isConverted} as omgerekend from ${table}
  where indicator = ${literal(indicator)} and breakdown = ${literal(breakdown)}`;
	return `(
  ${from('observation', false)}
  union all
  ${from('converted', true)}
) o`;
}

const once = `qualify row_number() over (
  partition by o.area, o.period, o.boundaries order by o.omgerekend, o."table" desc
) = 1`;

function measured(subject: MeasuredSubject, title: string, read: Read): string {
	const { areas, periods, keep, titled, gemeente } = read;
	const which = `o.indicator = ${literal(subject.indicator)} and o.breakdown = ${literal(subject.breakdown)}\n  and `;
	const converted = "case when o.omgerekend then 'omgerekend naar deze grenzen' end";
	return `select ${titled ? `${literal(title)} as onderwerp, ` : ''}o.area as code, a.label as gebied,${gemeente ? ' g.label as gemeente,' : ''}
  o.period as jaar, o.boundaries as grenzen, o.value as waarde,
  ${whyMissing} as waarom_leeg,
  ${keep ? remarks(isSoft, converted) : isSoft} as opmerking
from ${keep ? everyBoundaries(subject) : 'observation o'}
join area a on a.code = o.area and a.boundaries = o.boundaries${
		gemeente ? '\nleft join area g on g.code = a.municipality and g.boundaries = a.boundaries' : ''
	}
where ${keep ? '' : which}${areas}${inYears('o.period', periods)}
${
	keep
		? once
		: 'qualify row_number() over (partition by o.area, o.period order by o.boundaries desc, o."table" desc) = 1'
}`;
}

/** Counts that others are divided by or weighted with, of all years and on all boundaries: code, jaar, grenzen, waarde. */
export const countsOf = (
	indicator: string,
	areas: string
): string => `select o.area as code, o.period as jaar, o.boundaries as grenzen, o.value as waarde
from ${everyBoundaries({ kind: 'indicator', indicator, breakdown: 'totaal' })}
join area a on a.code = o.area and a.boundaries = o.boundaries
where ${areas}
${once}`;

/** The division into taakvelden of a year, for a taakveld that is not the same in every one. */
const era = `case ${eraStarts
	.toReversed()
	.map((start) => `when e.year >= ${start} then ${start}`)
	.join(' ')} end`;

function spent(
	{ of, report, perInhabitant }: SpendingSubject,
	title: string,
	{ areas, periods, keep, titled }: Read,
	holdings: Holdings
): string {
	const held = spendingOf(of, holdings);
	const which = of === '6' ? "e.taakveld like '6.%'" : `e.taakveld in ${listOf(held?.taakvelden ?? [of])}`;
	const amount = perInhabitant ? 'sum(e.value) * 1000 / any_value(e.population)' : 'sum(e.value)';
	const steady = held?.steady !== false || !keep;
	return `select ${titled ? `${literal(title)} as onderwerp, ` : ''}e.municipality as code, a.gebied, e.year as jaar,
  ${steady ? '0' : era} as grenzen,
  ${amount} as waarde,
  cast(null as varchar) as waarom_leeg, cast(null as varchar) as opmerking
from expenditure e
join (select code, level, arg_max(label, boundaries) as gebied from area group by code, level) a on a.code = e.municipality
where e.report = ${literal(report)} and ${which}
  and ${areas}${inYears('e.year', periods)}
group by all`;
}

/** The figures of a subject as a query of their own. */
export function baseOf(subject: Subject, read: Read, holdings: Holdings): string {
	const title = titleOf(subject, holdings);
	return subject.kind === 'indicator'
		? measured(subject, title, read)
		: spent(subject, title, read, holdings);
}

/** Which areas are read, as a condition on `a`. */
export function areasOf(
	{ level, within, only }: Pick<Ask, 'level' | 'within' | 'only'>,
	holdings: Holdings
): string {
	// A code may have gone to another area since.
	const some =
		only.length > 0
			? `
  and (a.code, a.name) in (select n.code, n.name from area n where n.boundaries = ${holdings.newest} and n.code in ${listOf(only)})`
			: '';
	switch (level) {
		case 'land':
			return "a.level = 'land'";
		case 'gemeente':
			return `a.level = 'gemeente' and a.code in ${listOf(within)}`;
		case 'own':
			return `a.code in ${listOf([...new Set(ownAreasOf({ within, only }, holdings).flatMap(({ members }) => members))])}`;
		default:
			return `a.level = ${literal(level)} and a.municipality in ${listOf(within)}${some}`;
	}
}

/** The chosen areas of the organisations themselves. */
export const ownAreasOf = ({ within, only }: Pick<Ask, 'within' | 'only'>, { own }: Holdings) =>
	own
		.filter(({ municipality }) => within.includes(municipality))
		.flatMap(({ areas, boundaries, municipality }) =>
			areas
				.filter(({ code }) => only.length === 0 || only.includes(code))
				.map((area) => ({ ...area, boundaries, municipality }))
		);
