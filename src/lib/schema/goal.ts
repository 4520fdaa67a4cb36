import { z } from 'zod';
import { day, origin, period, place, slug, text } from './common.ts';
import { unit } from './indicator.ts';
import { breakdown } from './observation.ts';

export const level = z.enum(['impact', 'outcome', 'output', 'throughput', 'input']);

/** What kind of node of the tree it is, in the organisation's own way of working. */
export const goalKind = z.enum([
	'ambition',
	'goal',
	'project',
	'subproject',
	'action',
	'result',
	'service',
	'phase',
	'pilot',
	'means'
]);

/** How well an indicator measures a goal: wholly, for a part of it, or only from a distance. */
export const fit = z.enum(['whole', 'part', 'indirect']);

export const goalIndicator = z.strictObject({
	indicator: slug,
	/** The group that the goal speaks of, where the indicator knows more than one. */
	breakdown: breakdown.optional(),
	fit,
	why: text
});

export const wanted = z.enum(['not-risen', 'not-fallen', 'rises', 'falls', 'at-least', 'at-most', 'done-by']);

/** Where a promise starts: the measurement at a date, or what the source itself names. */
export const baseline = z.strictObject({
	date: z.union([period, day]),
	/** What the source names as the start; where it names nothing the measurement at the date counts. */
	figures: z.array(slug).default([]),
	/**
	 * Which series the promise is held against. `indicator`: the figure of the source is a measurement of the
	 * indicator, and must equal it. `figures`: a series of the source's own, that no open table continues.
	 */
	series: z.enum(['indicator', 'figures']).optional(),
	/** Whether the source gives the date, or an editor chose it; `note` then says why. */
	origin: origin.optional(),
	note: text.optional()
});

/** What was promised: from which baseline, which way, how much and by when. Versions of one promise share its id. */
export const target = z.strictObject({
	id: slug,
	/** What is counted: an indicator of the site, or else figures of the source itself. */
	indicator: slug.optional(),
	breakdown: breakdown.optional(),
	/** Why nothing counts what was promised. */
	noIndicator: text.optional(),
	title: text,
	wanted,
	/** The value to be reached, for `at-least` and `at-most`. */
	value: z.number().optional(),
	/** Whether that value itself is not enough: more than, or less than. */
	exclusive: z.boolean().optional(),
	/** Of `value` and of figures of the source; that of the indicator where there is one. */
	unit: unit.optional(),
	/** What is counted, after one and after more, where a number alone says nothing. */
	noun: z.strictObject({ one: text, more: text }).optional(),
	baseline: baseline.optional(),
	/** Later figures of source documents in the same series as the figures of the baseline. */
	measured: z.array(slug).optional(),
	deadline: day.optional(),
	/** Whether the source gives the deadline, or an editor worked it out; `deadlineNote` then says why. */
	deadlineOrigin: origin.optional(),
	deadlineNote: text.optional(),
	/** The smallest difference that counts, in the unit of the indicator; nobody decided one where it is left out. */
	smallestDifference: z.number().nonnegative().optional(),
	decidedBy: text,
	/** Since when this version of the target holds. */
	since: day,
	/** Until when it held, for a promise that was withdrawn. */
	until: day.optional(),
	source: place,
	note: text.optional()
});

/** How an action or phase stood, as the source itself says it on a date. */
export const progress = z.strictObject({
	date: day,
	state: z.enum(['planned', 'running', 'done', 'delayed', 'stopped']),
	text,
	source: place
});

export const goal = z
	.strictObject({
		id: slug,
		level,
		kind: goalKind,
		/** The organisation's own letter or number. */
		code: z
			.string()
			.regex(/^[A-Z0-9][A-Za-z0-9.]*$/, 'een eigen letter of nummer als A, IV of N.3')
			.optional(),
		/** The name by which the council knows it, where that is not its title. */
		name: text.optional(),
		title: text,
		text: text.optional(),
		themes: z.array(slug).default([]),
		owner: text.optional(),
		/** `on`: to be reached on that day; `from`: to hold from that day. */
		deadline: z.strictObject({ kind: z.enum(['on', 'from']), date: day }).optional(),
		/** When it runs, for phases, projects and actions. */
		period: period.optional(),
		progress: z.array(progress).default([]),
		/** Why the source itself says that the ambition is under pressure. */
		pressure: z.strictObject({ text, source: place }).optional(),
		source: place,
		indicators: z.array(goalIndicator).default([]),
		/** Why no indicator of this site can measure it. */
		noIndicator: text.optional(),
		targets: z.array(target).default([]),
		/** Why the source promises nothing of it that can be judged. */
		noTarget: text.optional(),
		/** Figures of the source documents that belong to it. */
		figures: z.array(slug).default([]),
		/** Money for it in the source documents: what was planned, what was spent, and the share that the source gives. */
		money: z
			.strictObject({
				period,
				budget: slug.optional(),
				actual: slug.optional(),
				share: slug.optional()
			})
			.optional(),
		/** What does not add up or is not certain in the source. */
		remark: text.optional()
	})
	.superRefine((goal, context) => {
		if (goal.indicators.length > 0 === (goal.noIndicator !== undefined))
			context.addIssue({
				code: 'custom',
				path: [goal.indicators.length > 0 ? 'noIndicator' : 'indicators'],
				message: 'óf indicatoren, óf een reden waarom geen indicator dit doel kan meten (noIndicator)'
			});
		if (goal.noTarget !== undefined && (goal.targets.length > 0 || goal.indicators.length === 0))
			context.addIssue({
				code: 'custom',
				path: ['noTarget'],
				message: 'een reden (noTarget) alleen bij een doel met een indicator en zonder afspraak'
			});
	});

/** How it is known that a child contributes to its parent, from strong to none. */
export const evidenceKind = z.enum(['causal-study', 'qualitative', 'plausible', 'assumption', 'none']);

export const evidence = z.strictObject({
	kind: evidenceKind,
	strength: z.enum(['strong', 'moderate', 'weak']),
	text,
	/** What people said, as `study/finding` of `voices.yaml`: method and number of people stand there. */
	finding: z
		.string()
		.regex(
			/^[a-z0-9-]+\/[a-z0-9-]+$/,
			'een onderzoek en een bevinding uit voices.yaml, als "onderzoek/bevinding"'
		)
		.optional(),
	source: place.optional()
});

/** A child contributes to a parent one or more levels up. */
export const link = z.strictObject({
	from: slug,
	to: slug,
	origin,
	why: text,
	source: place.optional(),
	/** What supports the link; without it nothing is known but that somebody drew it. */
	evidence: z.array(evidence).default([])
});

export const goals = z.array(goal);
export const links = z.array(link);
export type Level = z.infer<typeof level>;
export type GoalKind = z.infer<typeof goalKind>;
export type Goal = z.infer<typeof goal>;
export type GoalIndicator = z.infer<typeof goalIndicator>;
export type Fit = z.infer<typeof fit>;
export type Target = z.infer<typeof target>;
export type Wanted = z.infer<typeof wanted>;
export type Progress = z.infer<typeof progress>;
export type Link = z.infer<typeof link>;
export type Evidence = z.infer<typeof evidence>;
export type EvidenceKind = z.infer<typeof evidenceKind>;
