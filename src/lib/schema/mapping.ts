import { z } from 'zod';
import { areaCode, areaLevel } from './area.ts';
import { slug, text } from './common.ts';
import { missing, status } from './observation.ts';
import { tidyBreakdown } from './tidy.ts';

const year = z.int().min(1900).max(2100);

/** Where the areas stand. A code as `GM0637` needs nothing more. */
const areaColumn = z.strictObject({
	column: text,
	/** Column with the level of each area, for a file that holds more than one. */
	levelColumn: text.optional(),
	/** Level of the areas, where the codes are bare numbers: 637 is then GM0637. */
	level: areaLevel.optional(),
	/** Codes of areas that are written with a name; what is not in this list is left out. */
	codes: z.record(z.string(), areaCode).optional(),
	/** Texts that are no area and are left out, as a row with a total. */
	skip: z.array(text).default([])
});

/** `year` is 2020 or 2020JJ00, `date` a day of which the year counts. */
const periodColumn = z.strictObject({ column: text, form: z.enum(['year', 'date']).default('year') });

/** For each category that is kept, the group that it is. */
const breakdownColumn = z.strictObject({ column: text, groups: z.record(z.string(), tidyBreakdown) });

const factors = [0.001, 0.01, 0.1, 10, 100, 1000, 1_000_000] as const;

const signs = z.record(z.string(), missing);

/** One indicator of the file. */
const mappedMeasure = z.strictObject({
	/** Name of its column, or in a long file the text in the column of indicators. */
	name: text,
	indicator: slug,
	/** Columns with the bounds of the margin, and with the number of people who took part. */
	lower: text.optional(),
	upper: text.optional(),
	n: text.optional(),
	/** What a figure is multiplied by. */
	factor: z.literal(factors).optional(),
	/** What stands where a figure of this measure is missing; goes before that of the whole file. */
	missing: signs.optional(),
	/** Of all figures in the column, where the file has no column for it. */
	period: year.optional(),
	breakdown: tidyBreakdown.optional()
});

const shape = {
	/** Sheet of a workbook; the first one where it is left out. */
	sheet: text.optional(),
	/** Row of the names, from 1, and how many rows of names there are; those of one column are joined with " / ". */
	headRow: z.int().min(1).max(100).default(1),
	headRows: z.int().min(1).max(5).default(1),
	/** Of a CSV; seen from its head where it is left out. */
	separator: z.enum([';', ',', 'tab']).optional(),
	/** Of a CSV; UTF-8 where it is that, and else Windows-1252, where it is left out. */
	encoding: z.enum(['utf-8', 'windows-1252']).optional(),
	decimal: z.enum(['.', ',']).default('.')
};

/**
 * Which column of a CSV or a workbook is what; `data/mappings/<name>.yaml`.
 * A name of a column is compared exactly, or without the number that shifts from year to year (`Eenzaam_28`).
 */
export const mapping = z
	.strictObject({
		title: text,
		publisher: text.optional(),
		licence: text.optional(),
		...shape,
		area: areaColumn,
		period: z.union([periodColumn, z.strictObject({ year })]).optional(),
		breakdown: z.union([breakdownColumn, z.strictObject({ group: tidyBreakdown })]).optional(),
		/** A long file: its column with the indicators, and the one with the figures. */
		long: z.strictObject({ column: text, value: text }).optional(),
		measures: z.array(mappedMeasure).min(1),
		/** Status of the figures that are there. */
		status: status.exclude(missing.options).default('definitive'),
		/** What stands where a figure is missing, with the reason; "" is an empty cell. */
		missing: signs.default({}),
		/** For each column that is named, the texts of the rows that count. */
		where: z.record(z.string(), z.array(z.string()).min(1)).default({})
	})
	.superRefine(({ measures, period, breakdown, long }, context) => {
		const seen = new Set<string>();
		for (const [i, measure] of measures.entries()) {
			const refuse = (field: string, message: string) =>
				context.addIssue({ code: 'custom', path: ['measures', i, field], message });
			const key = [measure.indicator, measure.period, measure.breakdown].join(' ');
			if (seen.has(key)) refuse('indicator', 'elke indicator één keer per jaar en groep');
			seen.add(key);
			if (!period && measure.period === undefined)
				refuse('name', 'een jaar (period), hier of voor het hele bestand');
			if (!breakdown && measure.breakdown === undefined)
				refuse('name', 'een groep (breakdown), hier of voor het hele bestand');
			for (const field of ['lower', 'upper', 'n'] as const)
				if (long && measure[field] !== undefined)
					refuse(field, 'niets, bij een bestand met indicatoren onder elkaar');
		}
	});

/** What may have to be said of a Swing upload; the rest of such a file is always the same. */
export const swingMapping = z.strictObject(shape);

export type Mapping = z.infer<typeof mapping>;
export type MappedMeasure = Mapping['measures'][number];
export type SwingMapping = z.infer<typeof swingMapping>;
