import { z } from 'zod';
import type { Query } from '../query.ts';
import { origin } from '../../schema/common.ts';
import { areaLevel } from '../../schema/area.ts';
import { fit, goalKind, level } from '../../schema/goal.ts';
import { breakdown, status } from '../../schema/observation.ts';

/** A query that fills a file to take away; the order of the columns in the file is that of its row schema. */
export interface FileQuery<Shape extends z.ZodRawShape> extends Query<z.infer<z.ZodObject<Shape>>> {
	row: z.ZodObject<Shape>;
}

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
		table: z.string(),
		indicator: z.string(),
		area: z.string(),
		area_name: z.string(),
		level: areaLevel,
		municipality: z.string().nullable(),
		boundaries: z.number(),
		period: z.number(),
		breakdown,
		unit: z.string(),
		value: z.number().nullable(),
		lower: z.number().nullable(),
		upper: z.number().nullable(),
		n: z.number().nullable(),
		status,
		published: z.number().nullable()
	})
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
		municipality: z.string(),
		year: z.number(),
		report: z.enum(['begroting', 'jaarrekening']),
		population: z.number(),
		taakveld: z.string(),
		title: z.string(),
		value: z.number()
	})
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
		monitor: z.string(),
		id: z.string(),
		level,
		kind: goalKind,
		code: z.string().nullable(),
		title: z.string(),
		deadline: z.string().nullable(),
		document: z.string(),
		place: z.string()
	})
});

/** All links between goals, with who drew them. */
export const linkFile = file({
	name: 'linkFile',
	sql: `
select monitor, "from", "to", origin, why
from link
order by monitor, "from", "to"`,
	params: [],
	row: z.object({ monitor: z.string(), from: z.string(), to: z.string(), origin, why: z.string() })
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
		monitor: z.string(),
		goal: z.string(),
		indicator: z.string(),
		breakdown: breakdown.nullable(),
		fit,
		why: z.string()
	})
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
		monitor: z.string(),
		id: z.string(),
		document: z.string(),
		place: z.string(),
		subject: z.string(),
		breakdown: z.string(),
		area: z.string(),
		period: z.string(),
		value: z.number(),
		unit: z.string(),
		remark: z.string()
	})
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
		id: z.string(),
		title: z.string(),
		unit: z.string(),
		direction: z.string(),
		theme: z.string(),
		definition: z.string(),
		population: z.string()
	})
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
		code: z.string(),
		boundaries: z.number(),
		level: areaLevel,
		name: z.string(),
		label: z.string(),
		label_derived: z.boolean(),
		parent: z.string().nullable(),
		municipality: z.string().nullable()
	})
});
