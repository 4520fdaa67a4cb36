import { z } from 'zod';
import { day, origin, period, place, slug, text } from './common.ts';
import { areaCode } from './area.ts';
import { level } from './goal.ts';

/** A page of the organisation itself; it may be named in the head or foot of every page of its monitor. */
const outsideLink = z.strictObject({
	text: text.max(60, 'hoogstens 60 tekens'),
	url: z.url({
		protocol: /^https$/,
		hostname: z.regexes.domain,
		error: 'een adres als https://www.voorbeeld.nl/'
	})
});

/** Who answers questions about a monitor, and how; what is not known is left out. */
const contact = z
	.strictObject({
		name: text,
		email: z.email('een e-mailadres als naam@voorbeeld.nl').optional(),
		/** As a reader sees it, such as `14 0174` or `+31 174 67 36 73`. */
		phone: z
			.string()
			.regex(
				/^(?=.{3,20}$)\+?\d+([ -]\d+)*$/,
				'een telefoonnummer van cijfers, als 14 0174 of +31 174 123 456'
			)
			.optional(),
		url: outsideLink.shape.url.optional(),
		/** When somebody answers, in words. */
		hours: text.optional()
	})
	.refine(
		({ email, phone, url }) => email ?? phone ?? url,
		'een e-mailadres (email), telefoonnummer (phone) of adres (url)'
	);

/** One organisation's monitor: who, what it is about, and in which words it speaks of its levels. */
export const monitor = z.strictObject({
	slug,
	name: text,
	municipality: areaCode,
	/** The language of its titles and texts, such as `fy`: a page says it of each of them where it is not its own. */
	language: z
		.string()
		.regex(/^[a-z]{2,3}$/, 'een code van een taal, als nl of fy')
		.default('nl'),
	/** What this monitor is, in one or two sentences. */
	intro: text,
	/** What the documents promised the council, in one sentence. */
	promise: text,
	documents: z.array(slug).min(1),
	/**
	 * From when the goals of a document hold; before that day nothing is judged. For a document that is not named, the
	 * day of its publication counts. `why` says how a day was worked out that no document gives.
	 */
	since: z.array(z.strictObject({ date: day, source: place, origin, why: text.optional() })).default([]),
	/** The organisation's own name for each level, and for a level without goals the reason. */
	levels: z
		.array(
			z.strictObject({
				level,
				label: text,
				/** What stands behind a number of them, where the label does not read well there. */
				counted: text.optional(),
				meaning: text,
				empty: text.optional()
			})
		)
		.length(5),
	themes: z.array(z.strictObject({ id: slug, title: text })).default([]),
	/** Accent of the site for this organisation, as two colours; `theme.css` goes over it. Contrast is checked. */
	accent: z.strictObject({
		light: z.string().regex(/^#[0-9a-f]{6}$/, 'een kleur als #1b5e3f'),
		dark: z.string().regex(/^#[0-9a-f]{6}$/, 'een kleur als #8fd3b1')
	}),
	/** A picture in this folder, shown on white, and what it says for who does not see it. */
	logo: z
		.strictObject({
			file: z.string().regex(/^[a-z0-9-]+\.(svg|png)$/, 'een bestand in deze map, als logo.svg of logo.png'),
			alt: text
		})
		.optional(),
	/** Pages of the organisation, in the head and foot of every page of this monitor. */
	links: z
		.strictObject({
			header: z.array(outsideLink).max(5).default([]),
			footer: z.array(outsideLink).max(10).default([])
		})
		.default({ header: [], footer: [] }),
	contact: contact.optional(),
	/** Statements that stand beside the tree: results, programme goals. */
	statements: z
		.array(
			z.strictObject({
				id: slug,
				title: text,
				intro: text.optional(),
				source: place,
				/** The agreement with a partner of which the items are the assignments. */
				agreement: slug.optional(),
				items: z.array(z.strictObject({ code: z.string().optional(), text })).min(1)
			})
		)
		.default([]),
	/** What does not add up in the source documents. */
	contradictions: z
		.array(z.strictObject({ text, source: place, figures: z.array(slug).default([]) }))
		.default([])
});

export const services = z.strictObject({
	intro: text,
	groups: z
		.array(
			z.strictObject({
				id: slug,
				title: text,
				intro: text.optional(),
				source: place,
				services: z
					.array(
						z.strictObject({
							name: text,
							provider: text.optional(),
							funding: text.optional(),
							text: text.optional(),
							parts: z.array(text).default([]),
							figures: z.array(slug).default([]),
							goals: z.array(slug).default([])
						})
					)
					.min(1)
			})
		)
		.min(1)
});

/** A dated event in the course of a plan, as the source announced it. */
export const milestones = z.array(
	z.strictObject({
		date: period,
		/** `act` is something that is done; `date` only says when something holds, ends or must be reached. */
		kind: z.enum(['act', 'date']).default('act'),
		/** Whether somebody who decides, such as the council, set or changed the course. */
		decision: z.boolean().default(false),
		title: text,
		text: text.optional(),
		source: place,
		goals: z.array(slug).default([]),
		remark: text.optional()
	})
);

/** An agreement with a partner: what for, how much, for how long, and how it is evaluated. */
export const agreements = z.array(
	z.strictObject({
		id: slug,
		partner: text,
		task: text,
		amounts: z.array(slug).default([]),
		term: text,
		/** From when it holds, as far as the source says; the words stand in `term`. */
		from: period.optional(),
		options: text.optional(),
		evaluation: text.optional(),
		goals: z.array(slug).default([]),
		source: place
	})
);

/** What people said, with how they were asked and how many: qualitative evidence for goals. */
export const voices = z.strictObject({
	intro: text,
	studies: z.array(
		z.strictObject({
			id: slug,
			title: text,
			method: text,
			/** Number of people or conversations, where the source gives it. */
			people: z.strictObject({ count: z.int().optional(), figure: slug.optional(), text }),
			date: z.union([period, day]).optional(),
			source: place,
			findings: z
				.array(z.strictObject({ id: slug, title: text, text, goals: z.array(slug).default([]) }))
				.min(1)
		})
	)
});

/** A group of residents that the plans are made for. */
export const profiles = z.array(
	z.strictObject({
		id: slug,
		title: text,
		who: z.array(text).min(1),
		wanted: text,
		/** From light to heavy: what help there is on each step. */
		chain: z.array(z.strictObject({ step: text, items: z.array(text).min(1) })),
		goals: z.array(slug).default([]),
		source: place,
		remark: text.optional()
	})
);

export const glossary = z.array(
	z.strictObject({ term: text, meaning: text, source: place.optional(), seeAlso: z.array(text).default([]) })
);

export type Monitor = z.infer<typeof monitor>;
export type Services = z.infer<typeof services>;
export type Milestone = z.infer<typeof milestones>[number];
export type Agreement = z.infer<typeof agreements>[number];
export type Voices = z.infer<typeof voices>;
export type Profile = z.infer<typeof profiles>[number];
export type Term = z.infer<typeof glossary>[number];
