import { z } from 'zod';
import { columnTexts } from '../columns.ts';
import type { Query } from '../query.ts';
import { origin } from '../../schema/common.ts';
import { areaLevel } from '../../schema/area.ts';
import { fit, goalKind, level } from '../../schema/goal.ts';
import { breakdown, status } from '../../schema/observation.ts';

/** A query that fills a file to take away; the order of the columns in the file is that of its row schema. */
export interface FileQuery<Shape extends z.ZodRawShape> extends Query<z.infer<z.ZodObject<Shape>>> {
	row: z.ZodObject<Shape>;
	/** What each column is, in words for a reader. */
	columns: Record<keyof Shape & string, string>;
	/** The columns that together are different in every row and never empty; none where there are no such columns. */
	key: (keyof Shape & string)[];
}

/** A text that is there: an empty one cannot be told from none in a CSV. */
const filled = z.string().min(1);

const file = <Shape extends z.ZodRawShape>(query: FileQuery<Shape>): FileQuery<Shape> => query;

/** All figures of one table, with the name of the area on the boundaries of that table. */
export const observationFile = file({
	name: 'observationFile',
	sql: `
select o."table", o.indicator, o.area, a.label as area_name, a.level, a.municipality, o.boundaries, o.period,
  o.breakdown, i.unit, o.value, o.lower, o.upper, o.n, o.status, o.published
from observation o
join area a on a.code = o.area and a.boundaries = o.boundaries
join indicator i on i.id = o.indicator
where o."table" = $1
order by o.indicator, o.area, o.period, o.breakdown`,
	params: ['table'],
	row: z.object({
		table: filled,
		indicator: filled,
		area: filled,
		area_name: filled,
		level: areaLevel,
		municipality: filled.nullable(),
		boundaries: z.int(),
		period: z.int(),
		breakdown,
		unit: filled,
		value: z.number().nullable(),
		lower: z.number().nullable(),
		upper: z.number().nullable(),
		n: z.number().nullable(),
		status,
		published: z.number().nullable()
	}),
	columns: {
		...columnTexts.observation,
		area_name: columnTexts.area.label,
		level: columnTexts.area.level,
		municipality: columnTexts.area.municipality,
		unit: columnTexts.indicator.unit
	},
	key: ['table', 'indicator', 'area', 'period', 'breakdown']
});

/** All expenditure, of every taakveld, in thousands of euro. */
export const expenditureFile = file({
	name: 'expenditureFile',
	sql: `
select municipality, year, report, population, taakveld, title, value
from expenditure
order by municipality, year, report, taakveld, title`,
	params: [],
	row: z.object({
		municipality: filled,
		year: z.int(),
		report: z.enum(['begroting', 'jaarrekening']),
		population: z.int(),
		taakveld: filled,
		title: filled,
		value: z.number()
	}),
	columns: columnTexts.expenditure,
	key: ['municipality', 'year', 'report', 'taakveld', 'title']
});

/** All goals of all monitors, with their place in the source document. */
export const goalFile = file({
	name: 'goalFile',
	sql: `
select monitor, id, level, kind, code, title, deadline::varchar as deadline, document, place
from goal
order by monitor, level, id`,
	params: [],
	row: z.object({
		monitor: filled,
		id: filled,
		level,
		kind: goalKind,
		code: filled.nullable(),
		title: filled,
		deadline: z.iso.date().nullable(),
		document: filled,
		place: filled
	}),
	columns: columnTexts.goal,
	key: ['monitor', 'id']
});

/** All links between goals, with who drew them. */
export const linkFile = file({
	name: 'linkFile',
	sql: `
select monitor, "from", "to", origin, why
from link
order by monitor, "from", "to"`,
	params: [],
	row: z.object({ monitor: filled, from: filled, to: filled, origin, why: filled }),
	columns: columnTexts.link,
	key: ['monitor', 'from', 'to']
});

/** Which indicator says something about which goal, and how well it fits. */
export const measureFile = file({
	name: 'measureFile',
	sql: `
select monitor, goal, indicator, breakdown, fit, why
from goal_indicator
order by monitor, goal, indicator`,
	params: [],
	row: z.object({
		monitor: filled,
		goal: filled,
		indicator: filled,
		breakdown: breakdown.nullable(),
		fit,
		why: filled
	}),
	columns: columnTexts.goal_indicator,
	key: []
});

/** All figures of source documents. */
export const figureFile = file({
	name: 'figureFile',
	sql: `
select monitor, id, document, place, subject, breakdown, area, period, value, unit, remark
from figure
order by monitor, id`,
	params: [],
	row: z.object({
		monitor: filled,
		id: filled,
		document: filled,
		place: filled,
		subject: filled,
		breakdown: z.string(),
		area: z.string(),
		period: z.string(),
		value: z.number(),
		unit: filled,
		remark: z.string()
	}),
	columns: columnTexts.figure,
	key: ['monitor', 'id']
});

/** What is measured: the codes of the files with figures, in words. */
export const indicatorFile = file({
	name: 'indicatorFile',
	sql: `
select id, title, unit, direction, theme, definition, population
from indicator
order by id`,
	params: [],
	row: z.object({
		id: filled,
		title: filled,
		unit: filled,
		direction: filled,
		theme: filled,
		definition: filled,
		population: filled
	}),
	columns: columnTexts.indicator,
	key: ['id']
});

/** All areas on the boundaries of each year. */
export const areaFile = file({
	name: 'areaFile',
	sql: `
select code, boundaries, level, name, label, label_derived, parent, municipality
from area
order by boundaries, code`,
	params: [],
	row: z.object({
		code: filled,
		boundaries: z.int(),
		level: areaLevel,
		name: filled,
		label: filled,
		label_derived: z.boolean(),
		parent: filled.nullable(),
		municipality: filled.nullable()
	}),
	columns: columnTexts.area,
	key: ['code', 'boundaries']
});

/** Figures that this site gives another value than their source, with both values and the reason. Most sites have none. */
export const correctionFile = file({
	name: 'correctionFile',
	sql: `
select "table", indicator, area, boundaries, period, breakdown, published, value, reason, decided_by,
  date::varchar as date, source, url
from correction
order by "table", indicator, area, period, breakdown`,
	params: [],
	row: z.object({
		table: filled,
		indicator: filled,
		area: filled,
		boundaries: z.int(),
		period: z.int(),
		breakdown,
		published: z.number(),
		value: z.number(),
		reason: filled,
		decided_by: filled,
		date: filled,
		source: filled,
		url: filled.nullable()
	}),
	columns: columnTexts.correction,
	key: ['table', 'indicator', 'area', 'period', 'breakdown']
});
