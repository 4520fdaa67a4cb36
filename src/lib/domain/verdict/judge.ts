import { capital, enumerate, formatDay, formatPeriod } from '../format.ts';
import type { GoalFacts, Measurement, TargetFacts } from './facts.ts';
import { judgeReports } from './judge-report.ts';
import { judgeMeasurement, type Judgement } from './judge-value.ts';
import { dayBefore, periodEnd } from './period.ts';
import { countedStatus, statuses, statusNames, type Rule, type Status, type Verdict } from './status.ts';
import { deadlineName, inPeriod, promiseWords, valueWords } from './words.ts';

const gate = (status: Status, rule: Rule, sentence: string, remarks: string[] = []): Judgement => ({
	status,
	rule,
	sentence,
	remarks
});

/**
 * The version of each promise that held on a day.
 * @param targets all versions of all promises of a goal; versions of one promise share its id
 */
export function versionsOn<T extends Pick<TargetFacts, 'id' | 'since' | 'until'>>(
	targets: readonly T[],
	asOf: string
): T[] {
	const held = new Map<string, T>();
	for (const target of targets) {
		if (target.since !== undefined && target.since > asOf) continue;
		const other = held.get(target.id);
		if (!other || (other.since ?? '') <= (target.since ?? '')) held.set(target.id, target);
	}
	return [...held.values()].filter(({ until }) => until === undefined || until > asOf);
}

/** What was known of a series on a day: of each period the last word. */
export function knownOn(series: readonly Measurement[], asOf: string): Measurement[] {
	const line = new Map<string, Measurement>();
	for (const each of series) {
		const other = line.get(each.period);
		if (each.known <= asOf && (!other || other.known <= each.known)) line.set(each.period, each);
	}
	return [...line.values()];
}

interface Decided {
	/** The figures that the promise starts from. */
	starts: Measurement[];
	/** The measurement that decides: the first one from the deadline on, or else the latest. */
	now?: Measurement;
	/** Whether it was measured when the deadline was there. */
	final: boolean;
}

function decide({ series, deadline, baseline }: TargetFacts, asOf: string): Decided {
	const line = knownOn(series, asOf);
	const starts = baseline?.values.length
		? baseline.values
		: line.filter(({ period }) => period === baseline?.period.slice(0, 4));
	const after = line.filter(({ period }) => !baseline || periodEnd(period) > periodEnd(baseline.period));
	const end = deadline !== undefined && deadline <= asOf ? dayBefore(deadline) : undefined;
	const first = end === undefined ? undefined : after.find(({ period }) => periodEnd(period) >= end);
	return { starts, now: first ?? after.at(-1), final: first !== undefined };
}

function startWords(target: TargetFacts, starts: readonly Measurement[]): string {
	const { baseline } = target;
	if (!baseline) return '';
	const values = starts.map(
		({ value, where }) => `${valueWords(value, target)}${where ? ` (${where})` : ''}`
	);
	const chosen = baseline.chosen ? ', een uitgangspunt dat deze site koos' : '';
	return values.length > 0
		? ` Het uitgangspunt was ${enumerate(values)} ${inPeriod(baseline.period)}${chosen}.`
		: ` Het uitgangspunt is de meting van ${formatPeriod(baseline.period)}${chosen}.`;
}

function notMeasuredAgain(target: TargetFacts, starts: readonly Measurement[], asOf: string): Judgement {
	const { deadline, baseline, notes } = target;
	const name = capital(deadlineName(target));
	const due = !deadline
		? ''
		: deadline <= asOf
			? ` ${name}, ${formatDay(deadline)}, is voorbij.`
			: ` ${name} is ${formatDay(deadline)}.`;
	const [start] = starts;
	return {
		...gate(
			'no-new-measurement',
			'measured@1',
			`${baseline ? 'Na het uitgangspunt is er in dezelfde reeks niet meer gemeten.' : 'Er is nog niets gemeten.'}${startWords(target, starts)} Afgesproken is: ${promiseWords(target)}.${due}`,
			[...(baseline?.note ? [baseline.note] : []), ...notes]
		),
		figures:
			start && starts.length === 1
				? `uitgangspunt ${valueWords(start.value, target)} ${inPeriod(start.period)}, daarna in dezelfde reeks niet meer gemeten`
				: baseline && `in dezelfde reeks na ${formatPeriod(baseline.period)} niet meer gemeten`
	};
}

/** Why two measurements cannot be compared: a new method between them, or another table. */
function breakBetween({ breaks }: TargetFacts, start: Measurement, now: Measurement): string | undefined {
	const method = breaks.find(
		({ period }) => periodEnd(period) > periodEnd(start.period) && periodEnd(period) <= periodEnd(now.period)
	);
	if (method) return method.why;
	return start.table === now.table
		? undefined
		: 'De cijfers komen uit verschillende tabellen, op andere grenzen.';
}

/** Why a measurement cannot be compared with where its promise starts; a wanted value needs no start. */
function incomparable(
	target: TargetFacts,
	starts: readonly Measurement[],
	now: Measurement
): string | undefined {
	const [start] = starts;
	const why = start && breakBetween(target, start, now);
	if (why)
		return `De meting van ${formatPeriod(now.period)} is niet te vergelijken met die van ${formatPeriod(target.baseline!.period)}. ${why}`;
	if (target.value !== undefined || starts.length === 1) return undefined;
	return start
		? `Het uitgangspunt bestaat uit meer dan één cijfer.${startWords(target, starts)} Daarmee is één meting niet te vergelijken.`
		: `Over ${formatPeriod(target.baseline!.period)} is er geen cijfer in deze reeks. Er is dus niets om mee te vergelijken.`;
}

/** Judges one version of a promise on a day. The questions are asked in a fixed order; see `/methode/`. */
export function judgeTarget(target: TargetFacts, asOf: string): Judgement {
	if (target.since !== undefined && target.since > asOf)
		return gate('not-started', 'started@1', `Dit is pas afgesproken op ${formatDay(target.since)}.`);
	if (target.wanted === 'done-by') return judgeReports(target, asOf);
	if (target.noIndicator) return gate('no-indicator', 'indicator@1', target.noIndicator);
	const { starts, now, final } = decide(target, asOf);
	const apart = now && incomparable(target, starts, now);
	if (apart !== undefined) return gate('not-comparable', 'comparable@1', apart);
	if (!now) return notMeasuredAgain(target, starts, asOf);
	return judgeMeasurement({ target, baseline: starts[0], now, final }, asOf);
}

/** From what weighs most in a goal with more promises to what weighs least: each of them must be kept. */
export const promiseWeights: readonly Status[] = [
	'missed',
	'off-track',
	'not-started',
	'no-indicator',
	'no-target',
	'not-comparable',
	'no-new-measurement',
	'too-uncertain',
	'on-track',
	'reached'
];

/** A promise with what can be said of it. */
export interface TargetVerdict {
	target: TargetFacts;
	verdict: Verdict & Pick<Judgement, 'figures' | 'anyDifference'>;
}

export interface GoalVerdict extends Verdict {
	/** One for each promise that held on the day. */
	targets: TargetVerdict[];
}

function tellPromise({ target, verdict }: TargetVerdict): string {
	const figures = verdict.figures ? ` (${verdict.figures})` : '';
	return ` ${target.title}: ${statusNames[verdict.status].label}${figures}.`;
}

function together(targets: readonly TargetVerdict[]): Judgement & Pick<Verdict, 'share'> {
	const [first, ...others] = targets.toSorted(
		(a, b) => promiseWeights.indexOf(a.verdict.status) - promiseWeights.indexOf(b.verdict.status)
	);
	if (!first || others.length === 0) return first!.verdict;
	const counts = promiseWeights.flatMap((status) => {
		const number = targets.filter(({ verdict }) => verdict.status === status).length;
		return number > 0 ? { status, number } : [];
	});
	const { status } = first.verdict;
	const told =
		counts.length > 1
			? `Van de ${targets.length} afspraken: ${enumerate(counts.map((own) => countedStatus(own.number, own.status)))}.`
			: `Voor ${targets.length === 2 ? 'beide' : `alle ${targets.length}`} afspraken geldt: ${statusNames[status].label}.`;
	const any = targets.some(({ verdict }) => verdict.anyDifference)
		? ' Waar niemand afsprak welk verschil groot genoeg is om te tellen, telt elk verschil.'
		: '';
	return {
		...gate(
			status,
			'every-target@1',
			`${told}${targets.map(tellPromise).join('')} Het doel is pas bereikt als elke afspraak is bereikt.${any}`
		),
		share: counts.length > 1 ? { number: counts[0]!.number, of: targets.length } : undefined
	};
}

/** A goal with an indicator of which nothing is promised that can be judged. */
function unpromised({ targets, measuredSince, noTarget }: GoalFacts, asOf: string): Judgement {
	const ended = targets
		.flatMap(({ until }) => until ?? [])
		.toSorted()
		.at(-1);
	if (ended) return gate('no-target', 'target@1', `Deze afspraak gold tot ${formatDay(ended)}.`);
	const why = noTarget ? ` ${noTarget}` : '';
	return gate(
		'no-target',
		'target@1',
		`Er hoort een indicator bij, maar in de stukken staat niet welke kant het cijfer op moet, of welke waarde het moet halen.${why}`,
		measuredSince !== undefined && measuredSince <= asOf ? [] : ['Een cijfer was er op deze dag nog niet.']
	);
}

/**
 * What can be said of a goal on a day, and why. Pure: the same facts and the same day give the same verdict.
 * @param facts all versions of its promises with their figures
 * @param asOf a day, as `2022-01-01`
 */
export function judgeGoal(facts: GoalFacts, asOf: string): GoalVerdict {
	const held = versionsOn(facts.targets, asOf).map((target) => ({
		target,
		verdict: { ...judgeTarget(target, asOf), asOf }
	}));
	const first = facts.targets.flatMap(({ since }) => since ?? []).toSorted()[0];
	const start = [facts.since, held.length === 0 && first ? { date: first } : undefined].find(
		(day) => day && day.date > asOf
	);
	const judgement = start
		? gate(
				'not-started',
				'started@1',
				`Dit geldt pas vanaf ${formatDay(start.date)}.`,
				start.why ? [start.why] : []
			)
		: held.length > 0
			? together(held)
			: !facts.hasIndicator
				? gate('no-indicator', 'indicator@1', facts.noIndicator ?? 'Er is geen cijfer dat dit meet.')
				: unpromised(facts, asOf);
	return { ...judgement, asOf, targets: start ? [] : held };
}

/** How many of the given verdicts have each status, the judged ones first. */
export function countStatuses(
	verdicts: readonly Pick<Verdict, 'status'>[]
): { status: Status; number: number }[] {
	return statuses
		.map((status) => ({ status, number: verdicts.filter((each) => each.status === status).length }))
		.filter(({ number }) => number > 0);
}

/** Goals of the level on which these organisations steer. */
export const outcomeNames = { one: 'doel voor inwoners (outcome)', more: 'doelen voor inwoners (outcome)' };

/**
 * How a group of goals stands, in one or two sentences; never an average.
 * @param names what they are, one and more of them
 */
export function tellVerdicts(
	verdicts: readonly Pick<Verdict, 'status'>[],
	{ one, more }: { one: string; more: string }
): string {
	const [only, ...others] = verdicts;
	if (only && others.length === 0) return `Eén ${one}: ${statusNames[only.status].label}.`;
	const counts = countStatuses(verdicts);
	const told = (judged: boolean) =>
		counts
			.filter(({ status }) => statusNames[status].judged === judged)
			.map(({ status, number }) => countedStatus(number, status));
	const [judged, unjudged] = [told(true), told(false)];
	const without = verdicts.filter(({ status }) => !statusNames[status].judged).length;
	const reasons =
		unjudged.length > 0 ? ` Over ${without} is geen oordeel mogelijk: ${enumerate(unjudged)}.` : '';
	return judged.length > 0
		? `Van de ${verdicts.length} ${more}: ${enumerate(judged)}.${reasons}`
		: `Over geen van de ${verdicts.length} ${more} is een oordeel mogelijk: ${enumerate(unjudged)}.`;
}
