import type { Ask, Make, MeasuredSubject, Subject } from '../../schema/ask.ts';
import {
	allPeriods,
	areasFor,
	indicatorOf,
	levelsFor,
	sharedPeriods,
	spendingOf,
	type HeldIndicator,
	type Holdings
} from './holdings.ts';
import { comparesAreas, needsTwo } from './objection.ts';
import { isSize } from './subjects.ts';

/** Most subjects of one ask. */
export const mostSubjects = 4;

/** An indicator as a subject, in its first group. */
export const subjectOf = ({ id, groups }: HeldIndicator): MeasuredSubject => ({
	kind: 'indicator',
	indicator: id,
	breakdown: groups[0]!.breakdown
});

/** What a count is divided by, if nothing else is chosen; for the residents themselves that is nothing. */
export const defaultWhole = (indicator: string, holdings: Holdings): string | undefined => {
	if (isSize(indicator)) return undefined;
	const declared = indicatorOf(indicator, holdings)?.denominator;
	return [declared, 'inwoners', ...holdings.wholes].find(
		(each) => each !== undefined && each !== indicator && holdings.wholes.includes(each)
	);
};

/** A first question, to begin with. */
export function firstAsk(holdings: Holdings): Ask | undefined {
	const [first] = holdings.indicators;
	const [gemeente] = holdings.gemeenten;
	if (!first || !gemeente) return undefined;
	const ask: Ask = {
		version: 1,
		subjects: [subjectOf(first)],
		level: 'wijk',
		within: [gemeente.code],
		only: [],
		together: 'no',
		periods: [],
		make: { kind: 'figures', pivot: 'none' }
	};
	return fit({ ...ask, periods: allPeriods(ask, holdings).slice(-1) }, holdings);
}

function fitSubject(subject: Subject, make: Make, holdings: Holdings): Subject | undefined {
	if (subject.kind === 'spending') {
		const perInhabitant = subject.perInhabitant || comparesAreas(make);
		return spendingOf(subject.of, holdings) && { ...subject, perInhabitant };
	}
	const held = indicatorOf(subject.indicator, holdings);
	if (!held) return undefined;
	const { breakdown } = held.groups.find((each) => each.breakdown === subject.breakdown) ?? held.groups[0]!;
	const bare: MeasuredSubject = { kind: 'indicator', indicator: subject.indicator, breakdown };
	if (held.unit !== 'aantal') return bare;
	const asked = subject.per && holdings.wholes.includes(subject.per.of) && subject.per.of !== held.id;
	if (asked) return { ...bare, per: subject.per };
	const of = defaultWhole(held.id, holdings);
	return of !== undefined && (subject.per || comparesAreas(make))
		? { ...bare, per: { of, scale: 1000 } }
		: bare;
}

/** Something to hold beside a subject: another group of the same indicator, or another indicator with a year in common. */
function companion(ask: Ask, holdings: Holdings): Subject[] {
	const [first] = ask.subjects;
	const others = holdings.indicators.flatMap((held) =>
		held.groups.map(({ breakdown }): Subject => ({ kind: 'indicator', indicator: held.id, breakdown }))
	);
	const fits = (other: Subject) =>
		JSON.stringify(other) !== JSON.stringify(first) &&
		sharedPeriods({ ...ask, subjects: [first!, other] }, holdings).length > 0;
	const isSame = (other: Subject) =>
		other.kind === 'indicator' && first?.kind === 'indicator' && other.indicator === first.indicator;
	const themeOf = (each: Subject | undefined) =>
		each?.kind === 'indicator' ? indicatorOf(each.indicator, holdings)?.theme : undefined;
	const fitting = others.filter(fits);
	const preferred =
		ask.make.kind === 'compare'
			? fitting.find(isSame)
			: fitting.find((each) => themeOf(each) !== themeOf(first));
	return [preferred ?? fitting[0] ?? []].flat();
}

function fitSubjects(ask: Ask, holdings: Holdings): Subject[] {
	const { make } = ask;
	const known = ask.subjects.flatMap((subject) => fitSubject(subject, make, holdings) ?? []);
	if (known.length === 0) return firstAsk(holdings)?.subjects ?? ask.subjects;
	if (!needsTwo(make)) return known.slice(0, make.kind === 'figures' ? mostSubjects : 1);
	return known.length >= 2
		? known.slice(0, 2)
		: [
				...known,
				...companion({ ...ask, subjects: known }, holdings).flatMap(
					(each) => fitSubject(each, make, holdings) ?? []
				)
			];
}

function fitMake(make: Make, known: readonly number[], periods: readonly number[]): Make {
	const needsBase = make.kind === 'index' || (make.kind === 'compare' && make.with === 'period');
	if (make.kind === 'compare' && !needsBase) return { kind: 'compare', with: make.with, form: make.form };
	if (!needsBase) return make;
	if (make.base !== undefined && known.includes(make.base)) return make;
	const base = known.find((year) => !periods.includes(year)) ?? known[0];
	return base === undefined ? make : { ...make, base };
}

/**
 * An ask in which everything chosen exists: what a reader changed stays, and what no longer goes with it gives way.
 */
export function fit(ask: Ask, holdings: Holdings): Ask {
	const subjects = fitSubjects(ask, holdings);
	const spends = subjects.some(({ kind }) => kind === 'spending');
	const offered = spends ? holdings.spenders : holdings.gemeenten;
	const named = ask.within.filter((code) => offered.some((each) => each.code === code));
	const within = named.length > 0 ? named : offered.slice(0, 1).map(({ code }) => code);
	const levels = levelsFor({ subjects, within }, holdings);
	const level = levels.includes(ask.level) ? ask.level : (levels[0] ?? ask.level);
	const areas = new Set(areasFor({ level, within }, holdings).map(({ code }) => code));
	const base: Ask = {
		...ask,
		subjects,
		within,
		level,
		only: ask.only.filter((code) => areas.has(code)),
		together: (level === 'wijk' || level === 'buurt') && !spends ? ask.together : 'no'
	};
	const known = needsTwo(ask.make) ? sharedPeriods(base, holdings) : allPeriods(base, holdings);
	const kept = ask.periods.filter((period) => known.includes(period)).toSorted((a, b) => a - b);
	const periods = ask.periods.length > 0 && kept.length === 0 ? known.slice(-1) : kept;
	// What is added up for a whole gemeente counts all its parts.
	const only = base.together === 'gemeente' ? [] : base.only;
	return { ...base, only, periods, make: fitMake(ask.make, known, periods) };
}
