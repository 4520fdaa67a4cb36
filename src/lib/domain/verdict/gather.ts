import { max, min, rollup } from 'd3';
import type { Figure } from '../../schema/figure.ts';
import type { Goal, GoalKind, Target } from '../../schema/goal.ts';
import type { Indicator, Unit } from '../../schema/indicator.ts';
import type { MonitorData } from '../../schema/model.ts';
import type { Source } from '../../schema/source.ts';
import { reportsOf } from '../action/report.ts';
import { fitNames } from '../measure.ts';
import type { GoalFacts, Measurement, TargetFacts } from './facts.ts';
import {
	datedBy,
	holdsFrom,
	knownFrom,
	periodEnd,
	periodStart,
	publishedOn,
	type Published
} from './period.ts';

/** One figure of an indicator in one area, as the database gives it. */
export interface MeasuredRow {
	indicator: string;
	breakdown: string;
	table: string;
	boundaries: number;
	period: number;
	value: number | null;
	lower: number | null;
	upper: number | null;
	n: number | null;
}

/** What promises are held against: the figures of one area, and the lists that explain them. */
export interface Context {
	data: Pick<MonitorData, 'monitor' | 'goals' | 'figures'>;
	indicators: readonly Indicator[];
	sources: readonly (Source & { since?: string })[];
	rows: readonly MeasuredRow[];
}

/** The unit of an indicator that a figure of a document is written in, if it has one. */
export const figureUnits: Partial<Record<Figure['unit'], Unit>> = {
	procent: 'procent',
	'per 1000': 'per-1000',
	aantal: 'aantal',
	personen: 'aantal',
	gevallen: 'aantal',
	euro: 'euro'
};

/** Kinds of goals that are work: what is promised of them is that it is done. */
export const workKinds: readonly GoalKind[] = ['action', 'project', 'subproject', 'phase', 'pilot', 'result'];

/** What decides from when a figure counts: its table, the boundaries of that, and the period. */
type Dated = Pick<MeasuredRow, 'table' | 'boundaries' | 'period'>;

/**
 * From when each figure of one indicator and group counts. A figure that revises one of an older table counts from the
 * day of its publication, or where nobody knows that, from the end of the last period of its table: before that nobody
 * can have known it.
 * @param own all figures of that indicator and group; those without a value left out
 */
export function countingDays(
	own: readonly Dated[],
	sources: Published
): (figure: Dated) => { revises: boolean; known: string; published: boolean } {
	const lastPeriods = rollup(
		own,
		(same) => max(same, ({ period }) => period)!,
		({ table }) => table
	);
	const firstOf = rollup(
		own,
		(same) => min(same, ({ boundaries }) => boundaries)!,
		({ period }) => period
	);
	return ({ table, boundaries, period }) => {
		const revises = boundaries > firstOf.get(period)!;
		const from = String(revises ? Math.max(lastPeriods.get(table) ?? period, period) : period);
		return { revises, ...knownFrom(from, publishedOn(sources, table)) };
	};
}

/** The measurements of an indicator in one area, revisions included. */
export function measuredSeries(
	{ rows, sources, indicators }: Pick<Context, 'rows' | 'sources' | 'indicators'>,
	id: string,
	breakdown: string
): Pick<TargetFacts, 'series' | 'breaks'> {
	const own = rows.filter((row) => row.indicator === id && row.breakdown === breakdown && row.value !== null);
	const countsFrom = countingDays(own, sources);
	return {
		series: own
			.toSorted((a, b) => a.period - b.period || a.boundaries - b.boundaries)
			.map((row) => {
				const { period, value, lower, upper, n, table } = row;
				const { known, published } = countsFrom(row);
				return { period: String(period), table, value: value!, lower, upper, n, known, published };
			}),
		breaks: (indicators.find((each) => each.id === id)?.breaks ?? []).map(({ period, why }) => ({
			period,
			why
		}))
	};
}

function fromFigures({ data, sources }: Context, ids: readonly string[], period: string): Measurement[] {
	return ids.flatMap((id) => {
		const figure = data.figures.find((each) => each.id === id);
		if (!figure) return [];
		const own = figure.period || period;
		const document = sources.find((each) => each.id === figure.document);
		return {
			period: own,
			table: figure.document,
			value: Number(figure.value),
			lower: null,
			upper: null,
			n: null,
			...knownFrom(own, document?.published, document?.since),
			where: figure.area === data.monitor.name ? undefined : figure.area || undefined
		};
	});
}

function unitOf({ indicators, data }: Context, { indicator, unit, baseline }: Target): Unit {
	const first = data.figures.find(({ id }) => id === baseline?.figures[0]);
	return (
		indicators.find(({ id }) => id === indicator)?.unit ??
		unit ??
		(first && figureUnits[first.unit]) ??
		'aantal'
	);
}

/** Where the indicator measures the goal in part or from a distance, the verdict says why. */
const fitNotes = ({ indicators }: Goal, { indicator, breakdown }: Target): string[] =>
	indicators
		.filter((each) => each.indicator === indicator && each.breakdown === breakdown && each.fit !== 'whole')
		.map(({ fit, why }) => `${fitNames[fit]} ${why}`);

/** The shifts that the tables of a series name for a group. */
function shiftsOf({ sources }: Context, series: readonly Measurement[], breakdown: string) {
	const tables = new Set(series.map(({ table }) => table));
	return sources.flatMap(({ id, shifts = [] }) =>
		shifts
			.filter((each) => tables.has(id) && each.breakdown === breakdown)
			.map(({ period, why }) => ({ table: id, period, why }))
	);
}

function targetFacts(context: Context, goal: Goal, target: Target): TargetFacts {
	const { baseline, indicator } = target;
	const ownFigures = baseline?.series === 'figures' || indicator === undefined;
	const usual = context.indicators.find(({ id }) => id === indicator)?.breakdowns[0];
	const measured =
		indicator !== undefined && !ownFigures
			? measuredSeries(context, indicator, target.breakdown ?? usual ?? 'totaal')
			: {
					series: fromFigures(context, target.measured ?? [], '').toSorted((a, b) =>
						a.period < b.period ? -1 : 1
					),
					breaks: []
				};
	const figures = baseline ? fromFigures(context, baseline.figures, baseline.date) : [];
	const uncounted = ownFigures && figures.length === 0 && !target.measured?.length;
	return {
		id: target.id,
		title: target.title,
		wanted: target.wanted,
		value: target.value,
		exclusive: target.exclusive,
		unit: unitOf(context, target),
		fromDocument: ownFigures,
		deadline: target.deadline,
		deadlineOrigin: target.deadlineOrigin,
		noun: target.noun,
		smallestDifference: target.smallestDifference,
		since: target.since,
		until: target.until,
		baseline: baseline && {
			period: baseline.date,
			values: ownFigures ? figures : [],
			chosen: (baseline.origin ?? 'source') !== 'source',
			note: baseline.note
		},
		...measured,
		noIndicator:
			target.wanted !== 'done-by' && uncounted
				? (target.noIndicator ?? goal.noIndicator ?? 'Er is geen cijfer dat dit meet.')
				: undefined,
		shifts: shiftsOf(context, measured.series, target.breakdown ?? usual ?? 'totaal'),
		reports: reportsOf(goal, context.sources),
		notes: [...fitNotes(goal, target), ...[target.deadlineNote, target.note].flatMap((note) => note ?? [])]
	};
}

/** What a goal without targets promises by itself: to be there on its date, or, for work, to be done. */
function ownPromise(goal: Goal, sources: Published): TargetFacts[] {
	const isWork = workKinds.includes(goal.kind);
	if (!goal.deadline && goal.progress.length === 0 && !(isWork && goal.period)) return [];
	const deadline = goal.deadline?.date ?? (goal.period && isWork ? periodEnd(goal.period) : undefined);
	return [
		{
			id: goal.id,
			title: goal.title,
			wanted: 'done-by',
			unit: 'aantal',
			...(goal.kind === 'result' && !goal.deadline && { reportedOnly: true as const }),
			deadline,
			deadlineOrigin: goal.deadline || !deadline ? undefined : 'derived',
			notes: [
				...(goal.deadline || !deadline
					? []
					: ['De bron noemt geen dag, maar een periode. Gerekend is met het einde daarvan.']),
				...(goal.kind === 'goal' && goal.noIndicator ? [goal.noIndicator] : []),
				...(goal.kind === 'goal' && goal.indicators.length > 0
					? ['Bij dit doel hoort een indicator, maar het stuk noemt geen waarde die gehaald moet worden.']
					: [])
			],
			series: [],
			breaks: [],
			reports: reportsOf(goal, sources)
		}
	];
}

/** From when a goal holds: what its monitor says of the document, or the publication of that; work from its start. */
function sinceOf({ data, sources }: Context, goal: Goal): GoalFacts['since'] {
	const { document } = goal.source;
	const said = data.monitor.since.find(({ source }) => source.document === document);
	const date = holdsFrom(sources, document);
	const begins = goal.period && workKinds.includes(goal.kind) ? periodStart(goal.period) : undefined;
	if (begins !== undefined && (date === undefined || begins > date)) return { date: begins };
	return date === undefined ? undefined : { date, why: said?.why };
}

/** The first day on which a figure of any of the indicators of a goal counts. */
const measuredSince = (context: Context, { indicators }: Goal): string | undefined =>
	min(
		indicators.flatMap(({ indicator, breakdown }) => {
			const usual = context.indicators.find(({ id }) => id === indicator)?.breakdowns[0];
			return measuredSeries(context, indicator, breakdown ?? usual ?? 'totaal').series;
		}),
		({ known }) => known
	);

/**
 * All that verdicts on the goals of a monitor need.
 * @param context the monitor, and the figures of the area that it is about
 */
export function gatherFacts(given: Context): GoalFacts[] {
	const context = { ...given, sources: datedBy(given.sources, given.data.monitor.since) };
	return context.data.goals.map((goal) => ({
		id: goal.id,
		since: sinceOf(context, goal),
		hasIndicator: goal.indicators.length > 0,
		measuredSince: measuredSince(context, goal),
		noIndicator: goal.noIndicator,
		noTarget: goal.noTarget,
		targets:
			goal.targets.length > 0
				? goal.targets.map((target) => targetFacts(context, goal, target))
				: ownPromise(goal, context.sources)
	}));
}
