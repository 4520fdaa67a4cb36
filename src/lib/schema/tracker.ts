import { z } from 'zod';
import { day, origin, period, place, slug, text } from './common.ts';
import { breakdown } from './observation.ts';

/** Paragraphs of plain text with the little Markdown that notes may use: emphasis, lists and links. */
export const markdown = z.string().min(1, 'een tekst');

/** A piece of a line of text. */
export interface Inline {
	kind: 'text' | 'emphasis' | 'strong' | 'link';
	text: string;
	/** Of a link; always https. */
	href?: string;
}

/** What is left of Markdown once it is read: nothing that could be markup of its own. */
export type Block = { kind: 'paragraph'; content: Inline[] } | { kind: 'list'; items: Inline[][] };

/** Where something stands: a document of the monitor, or else a public page. */
const origins = {
	source: place.optional(),
	url: z.url({ protocol: /^https$/, error: 'een adres dat begint met https://' }).optional()
};

/** Something that happened and may have moved figures. Drawn on the time axis; never a cause by itself. */
export const event = z
	.strictObject({
		id: slug,
		/** When it happened, or when it began and ended. */
		date: period,
		/** A few words, for in a chart. */
		label: text,
		text,
		/** Indicators in whose charts it belongs; all of them where it names none. */
		indicators: z.array(slug).default([]),
		/** Tables whose figures it says something of; those of every table where it is left out. */
		tables: z.array(slug).min(1).optional(),
		...origins
	})
	.refine(({ source, url }) => source !== undefined || url !== undefined, {
		message: 'een bron (source) of een adres (url)'
	});

/** What an explanation is about; at least one of these. */
const subject = z
	.strictObject({
		goal: slug.optional(),
		indicator: slug.optional(),
		breakdown: breakdown.optional(),
		/** Code of an area of the division, or of the monitor itself. */
		area: z.string().min(1).optional(),
		period: period.optional(),
		figure: slug.optional()
	})
	.refine((about) => Object.keys(about).length > 0, {
		message: 'een doel, een indicator, een gebied of een cijfer waar de toelichting over gaat'
	});

/** An explanation of a figure, goal or neighbourhood, by somebody, until a date. */
export const note = z.strictObject({
	id: slug,
	about: subject,
	text: markdown,
	/** Who explains, as a role: "redactie van deze site", "beleidsmedewerker jeugd". */
	role: text,
	/** Whether the words are those of a source, or of an editor. */
	origin: origin.exclude(['derived']),
	date: day,
	/** Until when it holds; after that day it is marked as expired, and somebody has to look at it again. */
	until: day.optional(),
	source: place.optional()
});

/** A column of an organisation's own way of steering: what it wants to know of each area. */
const steeringColumn = z.strictObject({
	id: slug,
	title: text,
	question: text,
	/** Open figures that say something of it, per area. */
	indicators: z
		.array(z.strictObject({ indicator: slug, breakdown: breakdown.optional(), why: text }))
		.default([]),
	/** Domains whose spending per year (Iv3) says something of it, for the whole. */
	domains: z.array(slug).default([]),
	/** Goals whose verdict belongs in it, for the city as a whole. */
	goals: z.array(slug).default([]),
	/** Figures of the document about it, for the whole. */
	figures: z.array(slug).default([]),
	/** Tables of the document about it, by their id. */
	tables: z.array(slug).default([]),
	/** What is not measured, and why. */
	missing: text.optional()
});

/** An organisation's own way of steering: the same questions for each area and for the whole. */
export const steering = z.strictObject({
	title: text,
	intro: text,
	source: place,
	columns: z.array(steeringColumn).min(1)
});

/** A period on which the organisation reports to its council. */
export const report = z.strictObject({
	/** As in the address of the report: a year or half a year. */
	period: z.string().regex(/^\d{4}(-h[12])?$/, 'een jaar (2017) of halfjaar (2018-h1)'),
	/** Day on which the verdicts of the report stand. */
	asOf: day,
	title: text,
	/** Why this period and this day. */
	why: text
});

export const events = z.array(event);
export const notes = z.array(note);
export const reports = z.array(report);
export type TimelineEvent = z.infer<typeof event>;
/** An explanation with its text read. */
export type Note = z.infer<typeof note> & { blocks: Block[] };
export type Steering = z.infer<typeof steering>;
export type Report = z.infer<typeof report>;
