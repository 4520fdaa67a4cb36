import { z } from 'zod';
import type { Query } from '../query.ts';
import { breakdown, status } from '../../schema/observation.ts';

/**
 * What stands behind "Bekijk de vraag" on a page: the figures of one block, with names of columns for a reader. These
 * are never run by a page itself.
 */
const askedFigure = z.object({
	gebied: z.string(),
	naam: z.string().nullable(),
	jaar: z.number(),
	waarde: z.number().nullable(),
	indicator: z.string(),
	titel: z.string(),
	groep: breakdown,
	status,
	tabel: z.string()
});

/** Open figures of some indicators, areas, years and groups. */
export const askedFigures: Query<z.infer<typeof askedFigure>> = {
	name: 'askedFigures',
	sql: `
select o.area as gebied, a.label as naam, o.period as jaar, o.value as waarde,
  o.indicator, i.title as titel, o.breakdown as groep, o.status, o."table" as tabel
from observation o
join indicator i on i.id = o.indicator
left join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator in (select unnest(string_split($1, ',')))
  and o.area in (select unnest(string_split($2, ',')))
  and o.period in (select unnest(string_split($3, ','))::int)
  and o.breakdown in (select unnest(string_split($4, ',')))
order by o.indicator, o.breakdown, o.area, o.period, o."table"`,
	params: ['indicators', 'areas', 'periods', 'breakdowns'],
	row: askedFigure
};

const askedAmount = z.object({
	gebied: z.string(),
	gemeente: z.string().nullable(),
	jaar: z.number(),
	verslag: z.string(),
	taakvelden: z.string(),
	'maal 1.000 euro': z.number(),
	'euro per inwoner': z.number(),
	inwoners: z.number()
});

/** Expenditure in total (`6`), on one taakveld (`6.6`) or on more together (`6.6+6.71`). */
export const askedSpending: Query<z.infer<typeof askedAmount>> = {
	name: 'askedSpending',
	sql: `
select e.municipality as gebied, a.label as gemeente, e.year as jaar, e.report as verslag, p.post as taakvelden,
  sum(e.value) as "maal 1.000 euro",
  sum(e.value) * 1000 / max(e.population) as "euro per inwoner",
  max(e.population) as inwoners
from (select unnest(string_split($2, ',')) as post) p
join expenditure e on list_contains(string_split(p.post, '+'), e.taakveld)
  or (p.post = '6' and e.taakveld like '6.%')
left join (select code, max_by(label, boundaries) as label from area group by code) a on a.code = e.municipality
where e.municipality in (select unnest(string_split($1, ',')))
  and e.year in (select unnest(string_split($3, ','))::int)
group by e.municipality, a.label, e.year, e.report, p.post
order by e.municipality, p.post, e.report, e.year`,
	params: ['municipalities', 'posts', 'years'],
	row: askedAmount
};

const askedDocumentFigure = z.object({
	cijfer: z.string(),
	onderwerp: z.string(),
	deel: z.string(),
	gebied: z.string(),
	periode: z.string(),
	waarde: z.number(),
	eenheid: z.string(),
	stuk: z.string(),
	plek: z.string(),
	opmerking: z.string()
});

/** Figures of the documents of one monitor. */
export const askedDocuments: Query<z.infer<typeof askedDocumentFigure>> = {
	name: 'askedDocuments',
	sql: `
select f.id as cijfer, f.subject as onderwerp, f.breakdown as deel, f.area as gebied, f.period as periode,
  f.value as waarde, f.unit as eenheid, s.title as stuk, f.place as plek, f.remark as opmerking
from figure f
join source s on s.id = f.document
where f.monitor = $1 and f.id in (select unnest(string_split($2, ',')))
order by f.id`,
	params: ['monitor', 'figures'],
	row: askedDocumentFigure
};
