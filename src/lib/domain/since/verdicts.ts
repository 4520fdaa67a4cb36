import type { ReleasedVerdict } from '../../schema/release.ts';
import { capital, formatDay, formatPeriod } from '../format.ts';
import { tellStand } from '../action/report.ts';
import type { GoalFacts, Measurement, TargetFacts } from '../verdict/facts.ts';
import { judgeGoal, versionsOn } from '../verdict/judge.ts';
import { statuses, type Rule, type Status, type Verdict } from '../verdict/status.ts';
import { deadlineName, valueWords } from '../verdict/words.ts';
import { compareBy } from './change.ts';
import { tellTarget, type ChangeItem } from './tell-texts.ts';

/** A verdict as a reader sees it. */
export interface ShownVerdict {
	status: Status;
	rule: Rule;
	sentence: string;
	share?: Verdict['share'];
}

/** Verdicts as they were published on the day of a release, by goal, where today's data give another one. */
export type Published = Readonly<Record<string, Readonly<Record<string, ShownVerdict>>>>;

/** A verdict of a release, whose status the check has seen to be one that the site knows. */
export const shownVerdict = ({ status, rule, sentence, share }: ReleasedVerdict): ShownVerdict => ({
	status: status as Status,
	rule: rule as Rule,
	sentence,
	share
});

/** What was said of a goal on a day: what a release of that day holds, or else what today's data say of it. */
export function verdictOn(facts: GoalFacts, day: string, published: Published): ShownVerdict {
	const { status, rule, sentence, share } = judgeGoal(facts, day);
	return published[day]?.[facts.id] ?? { status, rule, sentence, share };
}

/** A goal whose verdict turned, with what happened to it in between. */
export interface Turn {
	id: string;
	before: ShownVerdict;
	now: ShownVerdict;
	why: string[];
}

function measured(target: TargetFacts, each: Measurement): string {
	const isRevision = target.series.some(({ period, known }) => period === each.period && known < each.known);
	return `Vanaf ${formatDay(each.known)} telt het ${isRevision ? 'herziene ' : ''}cijfer over ${formatPeriod(each.period)} mee: ${valueWords(each.value, target)}.`;
}

interface Happening {
	day: string;
	text: string;
}

const at = (day: string | undefined, tell: (shown: string) => string): Happening[] =>
	day === undefined ? [] : [{ day, text: tell(formatDay(day)) }];

const happenings = (target: TargetFacts): Happening[] => [
	...at(target.since, (day) => `Vanaf ${day} geldt de afspraak: ${target.title}.`),
	...at(target.until, (day) => `Op ${day} is de afspraak ingetrokken: ${target.title}.`),
	...at(target.deadline, (day) => `${capital(deadlineName(target))} was ${day}.`),
	...target.series.flatMap((each) => at(each.known, () => measured(target, each))),
	...target.reports.flatMap((report) =>
		at(report.known, (day) => `Vanaf ${day} telt de melding mee. ${tellStand(report)}`)
	)
];

/** What happened to a goal after one day, up to and including another: promises, figures and reports. */
export function eventsBetween({ since, targets }: GoalFacts, from: string, to: string): string[] {
	const events = [...at(since?.date, (day) => `Vanaf ${day} geldt dit.`), ...targets.flatMap(happenings)];
	const within = events.filter(({ day }) => day > from && day <= to);
	return [...new Set(within.toSorted((a, b) => a.day.localeCompare(b.day)).map(({ text }) => text))];
}

/** Goals whose verdict is another one on the second day than on the first. */
export function turnedBetween(
	goals: readonly GoalFacts[],
	from: string,
	to: string,
	published: Published = {}
): Turn[] {
	return goals.flatMap((facts) => {
		const [before, now] = [verdictOn(facts, from, published), verdictOn(facts, to, published)];
		return before.status === now.status
			? []
			: { id: facts.id, before, now, why: eventsBetween(facts, from, to) };
	});
}

/** Promises that were made, replaced or withdrawn between two days, as they are known today. */
export function promisesBetween(
	goals: readonly { title: string; facts: GoalFacts }[],
	from: string,
	to: string
): ChangeItem[] {
	return goals.flatMap(({ title, facts }) =>
		compareBy(versionsOn(facts.targets, from), versionsOn(facts.targets, to), ({ id }) => id).map((change) =>
			tellTarget({ ...change, id: `${facts.id} ${change.id}` }, { id: facts.id, title })
		)
	);
}

/** Turns of the same kind together, what is judged now first. */
export function turnGroups<T extends Turn>(turns: readonly T[]) {
	const kinds = statuses.flatMap((now) => statuses.map((before) => ({ now, before })));
	return kinds.flatMap((kind) => {
		const own = turns.filter(({ before, now }) => before.status === kind.before && now.status === kind.now);
		const [first] = own;
		const key = `${kind.before} ${kind.now}`;
		return first ? [{ key, before: first.before, now: first.now, turns: own }] : [];
	});
}
