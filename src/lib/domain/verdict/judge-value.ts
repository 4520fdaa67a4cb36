import { capital, formatDay, formatPeriod } from '../format.ts';
import type { Measurement, TargetFacts } from './facts.ts';
import { difference, intervalOf, type Interval } from './margin.ts';
import { periodEnd } from './period.ts';
import { judgeChange, judgeValue, pathValue, type ChangeWanted, type Holding } from './rules.ts';
import type { Rule, Status } from './status.ts';
import {
	changeWords,
	deadlineName,
	differenceWords,
	inPeriod,
	isChosen,
	promiseWords,
	valueWords,
	wantedWords
} from './words.ts';

/** A measurement to be judged, whether it is the one that decides, and against which start. */
export interface Case {
	target: TargetFacts;
	baseline: Measurement | undefined;
	now: Measurement;
	/** Whether it was measured when the deadline was there: the last word. */
	final: boolean;
}

export interface Judgement {
	status: Status;
	rule: Rule;
	sentence: string;
	/** The figures of that sentence alone, for where more promises are told together. */
	figures?: string;
	/** Whether any difference counted, because nobody decided which one is large enough. */
	anyDifference?: boolean;
	remarks: string[];
}

const statusOf: Record<Holding, [running: Status, final: Status]> = {
	kept: ['on-track', 'reached'],
	broken: ['off-track', 'missed'],
	uncertain: ['too-uncertain', 'too-uncertain']
};

const point = (value: number): Interval => ({ low: value, value, high: value });

function knownRemark({ known, published, period }: Measurement): string {
	if (published) return `Het cijfer over ${formatPeriod(period)} is gepubliceerd op ${formatDay(known)}.`;
	const from =
		known === periodEnd(period)
			? 'het einde van die periode'
			: `${formatDay(known)}, de dag waarmee deze site voor de bron rekent`;
	return `Wanneer het cijfer over ${formatPeriod(period)} is gepubliceerd, is niet bekend. Het telt mee vanaf ${from}.`;
}

/** The shifts of the table between start and measurement. */
function shiftsBetween({ target, baseline, now }: Case): string[] {
	const start = baseline && periodEnd(baseline.period);
	return (target.shifts ?? [])
		.filter(({ table, period }) => {
			const shift = periodEnd(period);
			return table === now.table && start !== undefined && start < shift && shift <= periodEnd(now.period);
		})
		.map(({ why }) => why);
}

function remarksOf(given: Case, margin: boolean, change: boolean): string[] {
	const { target, now } = given;
	const smallest = change
		? target.smallestDifference === undefined
			? ['Niemand sprak af welk verschil groot genoeg is om te tellen. Daarom telt elk verschil.']
			: [
					`Een verschil telt als het groter is dan ${differenceWords(target.smallestDifference, target.unit)}.`
				]
		: [];
	return [
		margin
			? 'De marge van de cijfers is meegerekend (95 procent zekerheid).'
			: 'De marge van de cijfers is onbekend: de bron geeft haar niet.',
		...smallest,
		knownRemark(now),
		...(target.baseline?.chosen && target.baseline.note ? [target.baseline.note] : []),
		...shiftsBetween(given),
		...target.notes
	];
}

function deadlineSentence({ target, now, final }: Case, asOf: string): string {
	if (!target.deadline) return '';
	const [day, measured] = [formatDay(target.deadline), formatPeriod(now.period)];
	const chosen = `Deze site rekent met ${day} als einddatum`;
	if (final)
		return ` ${isChosen(target) ? chosen : `De afgesproken datum was ${day}`}; de meting van ${measured} telt als de eerste van die datum of later.`;
	return target.deadline <= asOf
		? ` Dat is van vóór ${deadlineName(target)}, ${day}. Van die datum of later is er nog geen meting.`
		: ` ${isChosen(target) ? chosen : `De afspraak loopt tot ${day}`}; de laatste meting is van ${measured}.`;
}

/** Why a margin leaves open whether a change is the one that was wanted. */
function doubtOf(wanted: ChangeWanted, change: number, target: TargetFacts): string {
	const { smallestDifference: smallest = 0, unit } = target;
	const moved = wanted === 'rises' || wanted === 'not-risen' ? 'gestegen' : 'gedaald';
	if (smallest > 0)
		return ` Door de marge is niet te zeggen of het meer dan ${differenceWords(smallest, unit)} is ${moved}.`;
	return change === 0
		? ` Door de marge is niet te zeggen of het is ${moved}.`
		: ' Dat verschil is niet groter dan de marge; het kan toeval zijn.';
}

/** The figures of a judgement, with what a reader of them alone would miss. */
function figuresWords(figures: string, margin: boolean, { target, final }: Case, asOf: string): string {
	const { deadline } = target;
	const overdue = !final && deadline !== undefined && deadline <= asOf;
	return [
		figures,
		...(margin ? [] : ['marge onbekend']),
		...(overdue ? [`vanaf ${formatDay(deadline)} nog niet gemeten`] : [])
	].join(', ');
}

function judgeAgainstBaseline(given: Case & { baseline: Measurement }, asOf: string): Judgement {
	const { target, baseline, now, final } = given;
	const wanted = target.wanted as ChangeWanted;
	const { interval, margin } = difference(baseline, now, target.unit);
	const holding = judgeChange(wanted, interval, target.smallestDifference ?? 0);
	const words = changeWords(interval.value, target.unit);
	const [nowWords, startWords] = [now, baseline].map(({ value }) => valueWords(value, target));
	const doubt = holding === 'uncertain' ? doubtOf(wanted, interval.value, target) : '';
	return {
		status: statusOf[holding][final ? 1 : 0],
		rule: `${wanted}@1`,
		figures: figuresWords(
			`${nowWords} ${inPeriod(now.period)}, ${startWords} ${inPeriod(baseline.period)}`,
			margin,
			given,
			asOf
		),
		anyDifference: target.smallestDifference === undefined,
		sentence: `${capital(inPeriod(now.period))} was het ${nowWords}, ${inPeriod(baseline.period)} ${startWords}: ${words}${margin ? '' : ' (marge onbekend)'}. Afgesproken is: ${wantedWords[wanted]}.${doubt}${deadlineSentence(given, asOf)}`,
		remarks: remarksOf(given, margin, true)
	};
}

/** Before the deadline a value on the straight line from baseline to promise is on track. */
function onPath({ target, baseline, now }: Case): number | undefined {
	if (!baseline || !target.deadline || target.value === undefined) return undefined;
	return pathValue(baseline.value, target.value, {
		baseline: periodEnd(baseline.period),
		measured: periodEnd(now.period),
		deadline: target.deadline
	});
}

function judgeAgainstValue(given: Case, asOf: string): Judgement {
	const { target, now, final } = given;
	const wanted = target.wanted as 'at-least' | 'at-most';
	const [bound, exclusive] = [target.value!, target.exclusive ?? false];
	const known = intervalOf(now, target.unit);
	const own = known ?? point(now.value);
	const reached = judgeValue(wanted, own, bound, exclusive);
	const path = onPath(given);
	const holding = final || path === undefined ? reached : judgeValue(wanted, own, path, false);
	const pathWords =
		path !== undefined && !final
			? ` Wie gelijkmatig van het uitgangspunt naar de afspraak gaat, staat dan op ${valueWords(path, target)}.`
			: '';
	const doubt = holding === 'uncertain' ? ' De marge is te groot om te zeggen of dat is gehaald.' : '';
	return {
		status: statusOf[holding][final || (!target.deadline && reached === 'kept') ? 1 : 0],
		rule: `${wanted}@1`,
		figures: figuresWords(
			`${valueWords(now.value, target)} ${inPeriod(now.period)}, afgesproken ${promiseWords(target)}`,
			known !== undefined,
			given,
			asOf
		),
		sentence: `${capital(inPeriod(now.period))} was het ${valueWords(now.value, target)}${known ? '' : ' (marge onbekend)'}; afgesproken is ${promiseWords(target)}.${pathWords}${doubt}${deadlineSentence(given, asOf)}`,
		remarks: remarksOf(given, known !== undefined, false)
	};
}

/**
 * Judges one measurement by the rule of its promise.
 * @param given the promise, where it starts, and the measurement; a start is needed for a wanted change
 */
export function judgeMeasurement(given: Case, asOf: string): Judgement {
	const { target, baseline } = given;
	if (target.wanted === 'at-least' || target.wanted === 'at-most') return judgeAgainstValue(given, asOf);
	if (!baseline) throw new Error(`Promise "${target.id}" is about a change and has no start`);
	return judgeAgainstBaseline({ ...given, baseline }, asOf);
}
