import { count, enumerate, formatDay, formatPeriod, formatValue } from '../format.ts';
import type { GoalFacts, Measurement, TargetFacts } from './facts.ts';
import { judgeReports } from './judge-report.ts';
import { judgeMeasurement, type Judgement } from './judge-value.ts';
import { dayBefore, periodEnd } from './period.ts';
import { statusNames, type Rule, type Status, type Verdict } from './status.ts';

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
export function versionsOn(targets: readonly TargetFacts[], asOf: string): TargetFacts[] {
	const held = new Map<string, TargetFacts>();
	for (const target of targets) {
		if (target.since !== undefined && target.since > asOf) continue;
		const other = held.get(target.id);
		if (!other || (other.since ?? '') <= (target.since ?? '')) held.set(target.id, target);
	}
	return [...held.values()].filter(({ until }) => until === undefined || until > asOf);
}

/** The measurement that decides: the first one from the deadline on, or else the latest; and whether it is final. */
function deciding(
	{ series, deadline, baseline }: TargetFacts,
	asOf: string
): { now: Measurement; final: boolean } | undefined {
	const after = series.filter(
		({ period, known }) => known <= asOf && (!baseline || periodEnd(period) > periodEnd(baseline.period))
	);
	const end = deadline !== undefined && deadline <= asOf ? dayBefore(deadline) : undefined;
	const first = end === undefined ? undefined : after.find(({ period }) => periodEnd(period) >= end);
	const now = first ?? after.at(-1);
	return now && { now, final: first !== undefined };
}

function startWords({ baseline, unit }: TargetFacts): string {
	if (!baseline) return '';
	const values = enumerate(baseline.values.map(({ value }) => formatValue(value, unit)));
	return ` Het uitgangspunt is ${values || 'de meting'} van ${formatPeriod(baseline.period)}.`;
}

/** Judges one version of a promise on a day. The questions are asked in a fixed order; see `/methode/`. */
export function judgeTarget(target: TargetFacts, asOf: string): Judgement {
	if (target.since !== undefined && target.since > asOf)
		return gate('not-started', 'started@1', `Dit is pas afgesproken op ${formatDay(target.since)}.`);
	if (target.wanted === 'done-by') return judgeReports(target, asOf);
	if (target.noIndicator) return gate('no-indicator', 'indicator@1', target.noIndicator);
	const decided = deciding(target, asOf);
	const [start, ...more] = target.baseline?.values ?? [];
	const needsStart = target.value === undefined;
	const broken =
		decided &&
		target.baseline &&
		target.breaks.find(
			({ period }) =>
				periodEnd(period) > periodEnd(target.baseline!.period) &&
				periodEnd(period) <= periodEnd(decided.now.period)
		);
	if (broken)
		return gate(
			'not-comparable',
			'comparable@1',
			`De meting van ${formatPeriod(decided.now.period)} is niet te vergelijken met die van ${formatPeriod(target.baseline!.period)}. ${broken.why}`
		);
	if (decided && needsStart && (!start || more.length > 0))
		return gate(
			'not-comparable',
			'comparable@1',
			start
				? `Het uitgangspunt bestaat uit meer dan één cijfer.${startWords(target)} Daarmee is één meting niet te vergelijken.`
				: `Over ${formatPeriod(target.baseline!.period)} is er geen cijfer in deze reeks. Er is dus niets om mee te vergelijken.`
		);
	if (!decided) {
		const past = target.deadline && target.deadline <= asOf;
		const due = past
			? ` De afgesproken datum, ${formatDay(target.deadline!)}, is voorbij.`
			: target.deadline
				? ` De afgesproken datum is ${formatDay(target.deadline)}.`
				: '';
		return gate(
			'no-new-measurement',
			'measured@1',
			`Na het uitgangspunt is er in dezelfde reeks niet meer gemeten.${startWords(target)}${due}`,
			target.baseline?.note ? [target.baseline.note] : []
		);
	}
	return judgeMeasurement({ target, baseline: start, ...decided }, asOf);
}

/** From what weighs most in a goal with more promises to what weighs least: each of them must be kept. */
const weight: readonly Status[] = [
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
	verdict: Verdict;
}

export interface GoalVerdict extends Verdict {
	/** One for each promise that held on the day. */
	targets: TargetVerdict[];
}

function together(targets: readonly TargetVerdict[]): Judgement {
	const verdict = targets
		.map((each) => each.verdict)
		.toSorted((a, b) => weight.indexOf(a.status) - weight.indexOf(b.status))[0]!;
	if (targets.length === 1) return verdict;
	const counts = weight.flatMap((status) => {
		const number = targets.filter((each) => each.verdict.status === status).length;
		return number > 0 ? [`${number} ${statusNames[status].label}`] : [];
	});
	return gate(
		verdict.status,
		'every-target@1',
		`Van de ${targets.length} afspraken: ${enumerate(counts)}. Het doel is pas bereikt als elke afspraak is bereikt.`
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
	const start = [facts.since, held.length === 0 ? first : undefined].filter((day) => day && day > asOf)[0];
	const judgement = start
		? gate('not-started', 'started@1', `Dit doel geldt pas vanaf ${formatDay(start)}.`)
		: held.length > 0
			? together(held)
			: !facts.hasIndicator
				? gate('no-indicator', 'indicator@1', facts.noIndicator ?? 'Er is geen cijfer dat dit meet.')
				: gate(
						'no-target',
						'target@1',
						facts.targets.length > 0
							? `Deze afspraak gold tot ${formatDay(facts.targets[0]!.until!)}.`
							: 'Er is een cijfer, maar in de stukken staat niet wat ermee moet gebeuren.'
					);
	return { ...judgement, asOf, targets: start ? [] : held };
}

/** How many of the given verdicts have each status, and those that are no judgement in words. */
export function countStatuses(verdicts: readonly Pick<Verdict, 'status'>[]): Map<Status, number> {
	const counts = new Map<Status, number>();
	for (const { status } of verdicts) counts.set(status, (counts.get(status) ?? 0) + 1);
	return counts;
}

/** How children stand, in one sentence; never an average. */
export function tellChildren(verdicts: readonly Pick<Verdict, 'status'>[]): string {
	const counts = countStatuses(verdicts);
	const told = weight
		.toReversed()
		.flatMap((status) => (counts.has(status) ? [`${counts.get(status)} ${statusNames[status].label}`] : []));
	const unjudged = verdicts.filter(({ status }) => !statusNames[status].judged).length;
	return `Van de ${count(verdicts.length, 'onderdeel', 'onderdelen')} hieronder: ${enumerate(told)}. Over ${unjudged} is geen oordeel mogelijk.`;
}
