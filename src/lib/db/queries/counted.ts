import { z } from 'zod';
import type { Query } from '../query.ts';
import { countedRows } from './counted-rows.ts';
import { areaLevel } from '../../schema/area.ts';
import { level } from '../../schema/goal.ts';

/**
 * What stands behind "Bekijk de vraag" at numbers that are counted: goals, promises, verdicts and figures. A page counts
 * for itself what it shows; a test holds it against these. Everything that can occur has a row, also where it is 0.
 */

/** Words that readers know for codes, as the site has them; a test holds them against those. */
export const countedWords = {
	verdicts: {
		reached: 'bereikt',
		'on-track': 'op koers',
		'off-track': 'niet op koers',
		missed: 'niet bereikt',
		'too-uncertain': 'te onzeker',
		'no-new-measurement': 'geen meting na het begin',
		'not-comparable': 'niet te vergelijken',
		'no-target': 'geen streefwaarde',
		'no-indicator': 'geen indicator',
		'not-started': 'nog niet begonnen'
	},
	origins: { source: 'uit de bron', editorial: 'van de redactie', derived: 'afgeleid' },
	statuses: {
		definitive: 'definitief',
		provisional: 'voorlopig',
		estimate: 'schatting',
		suppressed: 'verborgen',
		'not-asked': 'niet gevraagd',
		'not-yet': 'nog niet bekend',
		'not-applicable': 'niet van toepassing',
		unknown: 'onbekend'
	},
	kinds: {
		project: 'project',
		subproject: 'deelproject',
		action: 'actiepunt',
		phase: 'fase',
		pilot: 'proef',
		result: 'resultaat',
		goal: 'doel over de manier van werken'
	},
	states: {
		done: 'gedaan',
		running: 'bezig',
		planned: 'gepland',
		delayed: 'vertraagd',
		stopped: 'gestopt',
		unreported: 'niets gemeld'
	},
	changes: {
		verdict: 'ander oordeel',
		new: 'nieuwe meting',
		revised: 'herzien cijfer',
		gone: 'cijfer dat weg is',
		definition: 'definitie',
		goal: 'tekst van een doel',
		promise: 'afspraak',
		link: 'verbinding'
	}
} as const;

/** The same as a table of SQL: the code of each, and its word. */
const wordsOf = (kind: keyof typeof countedWords, name = 'w'): string =>
	`(values ${Object.entries(countedWords[kind])
		.map(([code, word]) => `('${code}', '${word}')`)
		.join(', ')}) ${name} (code, woord)`;

const levels = `(values (1, 'impact'), (2, 'outcome'), (3, 'output'), (4, 'throughput'), (5, 'input')) l (place, level)`;

const goalCount = z.object({
	monitor: z.string(),
	niveau: z.union([level, z.literal('alle')]),
	onderdelen: z.number(),
	'met een open cijfer': z.number(),
	'precies te meten': z.number(),
	'deels te meten': z.number(),
	'van een afstand te meten': z.number(),
	'geen open cijfer': z.number()
});

/** Goals of some monitors, per level and in all, by how well an open figure fits. */
export const countedGoals: Query<z.infer<typeof goalCount>> = {
	name: 'countedGoals',
	sql: `
select coalesce(m.monitor, 'alle') as monitor, coalesce(l.level, 'alle') as niveau,
  count(v.goal)::int as onderdelen,
  count(v.fit)::int as "met een open cijfer",
  (count(*) filter (where v.fit = 'whole'))::int as "precies te meten",
  (count(*) filter (where v.fit = 'part'))::int as "deels te meten",
  (count(*) filter (where v.fit = 'indirect'))::int as "van een afstand te meten",
  (count(v.goal) - count(v.fit))::int as "geen open cijfer"
from (select distinct monitor from goal where monitor in (select unnest(string_split($1, ',')))) m
cross join ${levels}
left join goal g on g.monitor = m.monitor and g.level = l.level
left join verdict v on v.monitor = g.monitor and v.goal = g.id
group by grouping sets ((m.monitor, l.place, l.level), (m.monitor), ())
order by m.monitor nulls first, l.place nulls first`,
	params: ['monitors'],
	row: goalCount
};

const statusCount = z.object({
	oordeel: z.string(),
	alle: z.number(),
	impact: z.number(),
	outcome: z.number(),
	output: z.number(),
	throughput: z.number(),
	input: z.number()
});

/** How many goals there are in all and on each level. */
const perLevel = [
	'count(*)::int as alle',
	...level.options.map((each) => `(count(*) filter (where g.level = '${each}'))::int as ${each}`)
].join(',\n  ');

/** Verdicts on the goals of a monitor on the day of the edition, per status and level. */
export const countedVerdicts: Query<z.infer<typeof statusCount>> = {
	name: 'countedVerdicts',
	sql: `
select w.woord as oordeel, ${perLevel}
from verdict v
join ${wordsOf('verdicts')} on w.code = v.status
join goal g on g.monitor = v.monitor and g.id = v.goal
where v.monitor = $1
group by w.woord
order by alle desc, oordeel`,
	params: ['monitor'],
	row: statusCount
};

const thenCount = statusCount.extend({ dag: z.string(), 'in een stuk': z.boolean() });

/** The same on the day of a report, apart for goals that stood in a document by then. */
export const countedThen: Query<z.infer<typeof thenCount>> = {
	name: 'countedThen',
	sql: `
select v.as_of::varchar as dag, v.held as "in een stuk", w.woord as oordeel, ${perLevel}
from verdict_then v
join ${wordsOf('verdicts')} on w.code = v.status
join goal g on g.monitor = v.monitor and g.id = v.goal
where v.monitor = $1 and v.as_of = $2::date
group by v.as_of, v.held, w.woord
order by "in een stuk" desc, alle desc, oordeel`,
	params: ['monitor', 'day'],
	row: thenCount
};

const belowCount = z.object({ oordeel: z.string(), onderdelen: z.number() });

/** Verdicts on what contributes directly to a goal. */
export const countedBelow: Query<z.infer<typeof belowCount>> = {
	name: 'countedBelow',
	sql: `
select w.woord as oordeel, count(*)::int as onderdelen
from link l
join verdict v on v.monitor = l.monitor and v.goal = l."from"
join ${wordsOf('verdicts')} on w.code = v.status
where l.monitor = $1 and l."to" = $2
group by w.woord
order by onderdelen desc, oordeel`,
	params: ['monitor', 'goal'],
	row: belowCount
};

const measurableCount = z.object({
	soort: z.enum(['alle', 'niveau', 'thema']),
	naam: z.string(),
	onderdelen: z.number(),
	'precies te meten': z.number(),
	'deels te meten': z.number(),
	'van een afstand te meten': z.number(),
	'met een open cijfer': z.number(),
	'alleen een open cijfer in de buurt': z.number(),
	'alleen een cijfer uit het stuk': z.number(),
	'met een afspraak': z.number(),
	'gemeten of gemeld na het begin': z.number(),
	'zonder indicator, met een open cijfer in de buurt': z.number(),
	'zonder indicator, met een cijfer voor een deel': z.number()
});

const standingVerdict = z.object({
	onderdeel: z.string(),
	titel: z.string(),
	niveau: level,
	oordeel: z.string(),
	uitleg: z.string(),
	dag: z.string()
});

const standingIn = (verdicts: 'verdict' | 'verdict_then', wanted: string): string => `
select g.id as onderdeel, g.title as titel, g.level as niveau, w.woord as oordeel, v.sentence as uitleg,
  v.as_of::varchar as dag
from ${verdicts} v
join ${wordsOf('verdicts')} on w.code = v.status
join goal g on g.monitor = v.monitor and g.id = v.goal
join ${levels} on l.level = g.level
where v.monitor = $1${wanted}
order by l.place, g.id`;

/** The verdict on each goal of a monitor on the day of the edition, with why. */
export const standingVerdicts: Query<z.infer<typeof standingVerdict>> = {
	name: 'standingVerdicts',
	sql: standingIn('verdict', ''),
	params: ['monitor'],
	row: standingVerdict
};

/** The same on the day of a report. */
export const standingThen: Query<z.infer<typeof standingVerdict>> = {
	name: 'standingThen',
	sql: standingIn('verdict_then', ' and v.as_of = $2::date'),
	params: ['monitor', 'day'],
	row: standingVerdict
};

/** What there is to judge the goals of a monitor by, per level and per theme. */
export const countedMeasurable: Query<z.infer<typeof measurableCount>> = {
	name: 'countedMeasurable',
	sql: `
with part as (
  select 'alle' as soort, 0 as place, 'alle' as naam, id as goal
  from goal
  where monitor = $1
  union all
  select 'niveau', l.place, l.level, g.id
  from ${levels}
  left join goal g on g.level = l.level and g.monitor = $1
  union all
  select 'thema', 0, title, goal
  from goal_theme
  where monitor = $1
)
select p.soort, p.naam,
  count(v.goal)::int as onderdelen,
  (count(*) filter (where v.fit = 'whole'))::int as "precies te meten",
  (count(*) filter (where v.fit = 'part'))::int as "deels te meten",
  (count(*) filter (where v.fit = 'indirect'))::int as "van een afstand te meten",
  (count(*) filter (where v.has_indicator and v.fit is not null))::int as "met een open cijfer",
  (count(*) filter (where not v.has_indicator and v.fit is not null))::int as "alleen een open cijfer in de buurt",
  (count(*) filter (where v.has_document_figure))::int as "alleen een cijfer uit het stuk",
  (count(*) filter (where v.has_promise))::int as "met een afspraak",
  (count(*) filter (where v.has_measurement))::int as "gemeten of gemeld na het begin",
  (count(*) filter (where v.status = 'no-indicator' and v.fit is not null and not v.has_indicator))::int
    as "zonder indicator, met een open cijfer in de buurt",
  (count(*) filter (where v.status = 'no-indicator' and v.has_indicator))::int
    as "zonder indicator, met een cijfer voor een deel"
from part p
left join verdict v on v.monitor = $1 and v.goal = p.goal
group by p.soort, p.place, p.naam
order by p.soort, p.place, p.naam`,
	params: ['monitor'],
	row: measurableCount
};

const indicatorCount = z.object({ gemeente: z.string(), indicatoren: z.number() });

/** Indicators with figures of some gemeenten or of areas in them. */
export const countedIndicators: Query<z.infer<typeof indicatorCount>> = {
	name: 'countedIndicators',
	sql: `
select a.municipality as gemeente, count(distinct o.indicator)::int as indicatoren
from observation o
join area a on a.code = o.area and a.boundaries = o.boundaries
where o.value is not null and a.municipality in (select unnest(string_split($1, ',')))
group by a.municipality
order by a.municipality`,
	params: ['municipalities'],
	row: indicatorCount
};

const linkCount = z.object({ monitor: z.string(), 'wie het zegt': z.string(), verbindingen: z.number() });

/** Links between goals of some monitors, by who says that the one contributes to the other. */
export const countedLinks: Query<z.infer<typeof linkCount>> = {
	name: 'countedLinks',
	sql: `
select m.monitor, w.woord as "wie het zegt", count(l.monitor)::int as verbindingen
from (select distinct monitor from goal where monitor in (select unnest(string_split($1, ',')))) m
cross join ${wordsOf('origins')}
left join link l on l.monitor = m.monitor and l.origin = w.code
group by m.monitor, w.woord
order by m.monitor, verbindingen desc, w.woord`,
	params: ['monitors'],
	row: linkCount
};

const promiseCount = z.object({
	'afspraken over een cijfer': z.number(),
	'met een kleinste verschil': z.number()
});

/** Promises about a figure, and those of which it was decided which difference counts. */
export const countedPromises: Query<z.infer<typeof promiseCount>> = {
	name: 'countedPromises',
	sql: `
select count(*)::int as "afspraken over een cijfer",
  count(smallest_difference)::int as "met een kleinste verschil"
from promise
where wanted <> 'done-by'`,
	params: [],
	row: promiseCount
};

const figureCount = z.object({
	status: z.string(),
	cijfers: z.number(),
	'met een marge': z.number()
});

/** Open figures by how sure they are, or why they are missing. */
export const countedFigures: Query<z.infer<typeof figureCount>> = {
	name: 'countedFigures',
	sql: `
select coalesce(w.woord, 'alle') as status, count(o.status)::int as cijfers,
  (count(*) filter (where o.lower is not null and o.upper is not null))::int as "met een marge"
from ${wordsOf('statuses')}
left join observation o on o.status = w.code
group by rollup (w.woord)
order by cijfers desc, status`,
	params: [],
	row: figureCount
};

const areaCount = z.object({
	gemeente: z.string(),
	soort: areaLevel,
	grenzen: z.number(),
	gebieden: z.number()
});

/** Wijken and buurten of some gemeenten on the boundaries of each year that there are. */
export const countedAreas: Query<z.infer<typeof areaCount>> = {
	name: 'countedAreas',
	sql: `
select m.municipality as gemeente, l.level as soort, y.boundaries as grenzen, count(a.code)::int as gebieden
from (select distinct municipality from area where municipality in (select unnest(string_split($1, ',')))) m
cross join (values ('wijk'), ('buurt')) l (level)
cross join (
  select distinct boundaries
  from area
  where level in ('wijk', 'buurt') and municipality in (select unnest(string_split($1, ',')))
) y
left join area a on a.municipality = m.municipality and a.level = l.level and a.boundaries = y.boundaries
group by m.municipality, l.level, y.boundaries
order by m.municipality, l.level desc, y.boundaries`,
	params: ['municipalities'],
	row: areaCount
};

const actionCount = z.object({
	soort: z.enum(['alle', 'soort', 'stand', 'thema']),
	naam: z.string(),
	acties: z.number(),
	'datum voorbij, daarna niets gemeld': z.number()
});

/** What is being done in a monitor: by kind, by how it last stood, and by theme. */
export const countedActions: Query<z.infer<typeof actionCount>> = {
	name: 'countedActions',
	sql: `
with own as (
  select * from work where monitor = $1 and as_of = $2::date and kind <> 'result'
), part as (
  select 1 as place, 'alle' as soort, 'alle' as naam, overdue from own
  union all
  select 2, 'soort', w.woord, overdue from own join ${wordsOf('kinds')} on w.code = own.kind
  union all
  select 3, 'stand', w.woord, overdue from own join ${wordsOf('states')} on w.code = own.state
  union all
  select 4, 'thema', coalesce(theme, 'Zonder thema'), overdue from own
)
select soort, naam, count(*)::int as acties,
  (count(*) filter (where overdue))::int as "datum voorbij, daarna niets gemeld"
from part
group by place, soort, naam
order by place, acties desc, naam`,
	params: ['monitor', 'day'],
	row: actionCount
};

const workCount = z.object({ soort: z.string(), stand: z.string(), onderdelen: z.number() });

/** Actions and results that contribute to a goal, directly or through others: by kind and by how it last stood. */
export const countedWork: Query<z.infer<typeof workCount>> = {
	name: 'countedWork',
	sql: `
with recursive below (goal) as (
  select "from" from link where monitor = $1 and "to" = $2
  union
  select l."from" from link l join below b on l."to" = b.goal where l.monitor = $1
)
select k.woord as soort, s.woord as stand, count(*)::int as onderdelen
from work
join below on below.goal = work.goal
join ${wordsOf('kinds', 'k')} on k.code = work.kind
join ${wordsOf('states', 's')} on s.code = work.state
where work.monitor = $1 and work.as_of = $3::date and work.held
group by k.woord, s.woord
order by onderdelen desc, soort, stand`,
	params: ['monitor', 'goal', 'day'],
	row: workCount
};

const changeCount = z.object({ wat: z.string(), aantal: z.number() });

/** What changed in a monitor with a release, by what it is. */
export const countedChanges: Query<z.infer<typeof changeCount>> = {
	name: 'countedChanges',
	sql: `
select w.woord as wat, count(c.kind)::int as aantal
from ${wordsOf('changes')}
left join change c on c.kind = w.code and c.monitor = $1 and c."to" = $2::date
group by w.woord
order by aantal desc, wat`,
	params: ['monitor', 'day'],
	row: changeCount
};

const conversionCount = z.object({
	van_jaar: z.number(),
	naar_jaar: z.number(),
	bekend: z.number(),
	'alle gebieden': z.number()
});

/** Of how many areas it is known what became of them on newer boundaries. */
export const countedConversions: Query<z.infer<typeof conversionCount>> = {
	name: 'countedConversions',
	sql: `
select c.from_boundaries as van_jaar, c.to_boundaries as naar_jaar, count(distinct c."from")::int as bekend,
  (select count(*) from area a where a.boundaries = c.from_boundaries)::int as "alle gebieden"
from conversion c
group by c.from_boundaries, c.to_boundaries
order by c.from_boundaries, c.to_boundaries`,
	params: [],
	row: conversionCount
};

const sourceCount = z.object({
	bron: z.string(),
	titel: z.string(),
	cijfers: z.number(),
	'ontbreekt, met een reden': z.number()
});

/** Figures of each source, and those that it should have and has not. */
export const countedSources: Query<z.infer<typeof sourceCount>> = {
	name: 'countedSources',
	sql: `
select s.id as bron, s.title as titel, count(f.value)::int as cijfers,
  (count(f.source) - count(f.value))::int as "ontbreekt, met een reden"
from source s
left join (
  select "table" as source, value from observation
  union all
  select 'iv3', value from expenditure
  union all
  select document, value from figure
) f on f.source = s.id
group by s.id, s.title
order by cijfers desc, bron`,
	params: [],
	row: sourceCount
};

/** All of them, by the word that a page says beside what it counted or judged. */
export const counted = {
	goals: countedGoals,
	verdicts: countedVerdicts,
	then: countedThen,
	below: countedBelow,
	measurable: countedMeasurable,
	indicators: countedIndicators,
	links: countedLinks,
	promises: countedPromises,
	statuses: countedFigures,
	sources: countedSources,
	areas: countedAreas,
	actions: countedActions,
	work: countedWork,
	changes: countedChanges,
	conversions: countedConversions,
	rows: countedRows,
	standing: standingVerdicts,
	standingThen
};
export type Counted = keyof typeof counted;
