import { z } from 'zod';
import { areaCode, areaLevel } from './area.ts';
import { slug, text } from './common.ts';
import { tidyBreakdown } from './tidy.ts';

export const adapterName = z.enum(['cbs-v3', 'cbs-v4', 'pdok', 'xlsx', 'csv', 'swing']);

const httpUrl = z.url({ protocol: /^https?$/, error: 'een adres dat begint met https://' });

const measure = z.strictObject({
	/** Name at the publisher, without the number that shifts from year to year: `Eenzaam` for `Eenzaam_28`. */
	name: text,
	indicator: slug,
	/** Names of the columns with the bounds of the margin. */
	lower: text.optional(),
	upper: text.optional(),
	/** Name of the column with the number of people who took part; only of a Swing upload. */
	n: text.optional()
});

/** What a Swing upload has beside its first file; all paths are from `data/`. */
const swing = z.strictObject({
	/** Its other files, such as one for each level. */
	more: z.array(text).default([]),
	/** Whether an empty cell is no figure at all, and not one that nobody was asked for. */
	skipEmpty: z.boolean().default(false),
	/** The tables that say what a cell cannot, what subjects and areas are called, as `npm run export:swing` writes them. */
	beside: text.optional(),
	subjects: text.optional(),
	places: text.optional()
});

/**
 * That the figures are accounts of gemeenten (Iv3), which land in `data/expenditure/iv3.csv`: of the indicators the feed
 * brings in only `iv3-lasten` and `iv3-inwoners` count.
 */
const accounts = z.strictObject({
	/** What the file is; left out where the groups say it, as `verslag=begroting`. */
	report: z.enum(['begroting', 'jaarrekening']).optional(),
	/** Names of taakvelden that `iv3.csv` does not know yet, by their code. */
	titles: z.record(z.string().regex(/^\d+\.\d+$/, 'een taakveld als 6.71'), text).default({}),
	/** Residents of a gemeente in the year of the figures, where neither the file nor `iv3.csv` has them. */
	population: z.record(areaCode, z.int().min(1)).default({})
});

/** What one run of `npm run fetch` takes from one table or file of a publisher. */
export const feed = z
	.strictObject({
		id: slug,
		adapter: adapterName,
		/** Id in `sources.yaml`; the figures land in `data/observations/<source>.csv`. */
		source: slug,
		/** Where the service is; the publisher's own where it is left out. */
		baseUrl: httpUrl.optional(),
		/** Code of the table at the publisher, as `50150NED`. */
		table: z
			.string()
			.regex(/^[0-9A-Za-z-]+$/, 'een tabelcode als 50150NED')
			.optional(),
		/** Path of the file from `data/`, or the address of one. */
		file: text.optional(),
		/** Name of the mapping in `data/mappings/`. */
		mapping: slug.optional(),
		measures: z.array(measure).default([]),
		/** A gemeente stands for itself and, with `levels`, for its wijken and buurten. */
		areas: z.array(areaCode).min(1),
		levels: z.array(areaLevel).optional(),
		periods: z.array(z.int().min(1900).max(2100)).optional(),
		/**
		 * For each dimension of the publisher which categories are kept, and which group each is; `codes` keeps all of
		 * them, each by its code.
		 */
		breakdowns: z
			.record(z.string(), z.union([z.literal('codes'), z.record(z.string(), tidyBreakdown)]))
			.optional(),
		/** Whether the figures are estimates from a model. */
		estimates: z.boolean().optional(),
		/** Year of the boundaries of the areas. */
		boundaries: z.int().optional(),
		/** Whether the codes come in too with which CBS says what changed in the borders since the year before. */
		changes: z.literal(true).optional(),
		accounts: accounts.optional(),
		swing: swing.optional()
	})
	.superRefine(
		({ adapter, table, file, measures, boundaries, baseUrl, changes, breakdowns, swing }, context) => {
			const need = (path: string, message: string) =>
				context.addIssue({ code: 'custom', path: [path], message });
			const isCbs = adapter === 'cbs-v3' || adapter === 'cbs-v4';
			if (isCbs && table === undefined) need('table', 'de code van een tabel, zoals 50150NED');
			if (isCbs && measures.length === 0 && !changes) need('measures', 'minstens één maat');
			if (changes && adapter !== 'cbs-v3') need('changes', 'alleen bij adapter cbs-v3');
			if (changes && boundaries === undefined) need('boundaries', 'het jaar van de grenzen, bij changes');
			if (!isCbs && Object.values(breakdowns ?? {}).includes('codes'))
				need('breakdowns', 'codes alleen bij adapter cbs-v3 of cbs-v4');
			if (adapter === 'pdok' && boundaries === undefined && baseUrl === undefined)
				need('boundaries', 'het jaar van de grenzen, of het adres van de dienst (baseUrl)');
			if (swing && adapter !== 'swing') need('swing', 'alleen bij adapter swing');
			if (adapter !== 'swing' && measures.some(({ n }) => n !== undefined))
				need('measures', 'n alleen bij adapter swing');
			if (!isCbs && adapter !== 'pdok' && file === undefined)
				need('file', 'het pad of adres van een bestand');
		}
	);

export const feeds = z.array(feed);
export type Feed = z.infer<typeof feed>;
