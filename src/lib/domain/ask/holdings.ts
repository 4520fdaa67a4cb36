import type { AreaLevel } from '../../schema/area.ts';
import type { Ask, AskLevel, MeasuredSubject, SpendingSubject, Subject } from '../../schema/ask.ts';
import type { Unit } from '../../schema/indicator.ts';
import type { Breakdown } from '../../schema/observation.ts';

/** Years of which there are figures on one level, in some gemeenten; a country has none of these. */
export interface Coverage {
	level: AreaLevel;
	within: string[];
	periods: number[];
}

export interface HeldIndicator {
	id: string;
	title: string;
	unit: Unit;
	theme: string;
	/** The count that a share is a share of, where that is known. */
	denominator?: string;
	/** The groups of residents that there are figures of; `where` is a place in the list of coverages. */
	groups: { breakdown: Breakdown; where: number; estimate: boolean }[];
}

export interface HeldSpending {
	/** `6`, a domain of the site, or one taakveld. */
	id: string;
	title: string;
	taakvelden: string[];
	/** Whether it means the same in every year; a single taakveld may be split. */
	steady: boolean;
	periods: Record<SpendingSubject['report'], number[]>;
}

export interface NamedArea {
	code: string;
	name: string;
}

/** The areas of an organisation itself, each made of areas on the boundaries of one year. */
export interface HeldOwnAreas {
	municipality: string;
	plural: string;
	boundaries: number;
	areas: (NamedArea & { members: string[] })[];
}

/** What can be asked: what the data of the site hold, and nothing else. */
export interface Holdings {
	themes: { id: string; title: string }[];
	indicators: HeldIndicator[];
	coverages: Coverage[][];
	/** Counts of residents and households, which other counts may be divided by. */
	wholes: string[];
	gemeenten: NamedArea[];
	/** Year of the newest boundaries. */
	newest: number;
	/** The wijken and buurten of each gemeente, on the newest boundaries. */
	parts: Record<string, Record<'wijk' | 'buurt', NamedArea[]>>;
	own: HeldOwnAreas[];
	/** Gemeenten that accounts are known of, former ones too. */
	spenders: NamedArea[];
	spending: HeldSpending[];
}

export const indicatorOf = (id: string, { indicators }: Holdings): HeldIndicator | undefined =>
	indicators.find((each) => each.id === id);

export const spendingOf = (id: string, { spending }: Holdings): HeldSpending | undefined =>
	spending.find((each) => each.id === id);

/** Where there are figures of a subject. */
export function coverageOf({ indicator, breakdown }: MeasuredSubject, holdings: Holdings): Coverage[] {
	const group = indicatorOf(indicator, holdings)?.groups.find((each) => each.breakdown === breakdown);
	return group ? holdings.coverages[group.where]! : [];
}

/** The level whose areas are read: those of an organisation itself are made of wijken, or else of buurten. */
const readLevels = (level: AskLevel): AreaLevel[] => (level === 'own' ? ['wijk', 'buurt'] : [level]);

const ascending = (years: Iterable<number>): number[] => [...new Set(years)].toSorted((a, b) => a - b);

/** Years in which some of the chosen areas have a figure. */
export function periodsOf(
	subject: Subject,
	{ level, within }: Pick<Ask, 'level' | 'within'>,
	holdings: Holdings
): number[] {
	if (subject.kind === 'spending')
		return level === 'gemeente' ? (spendingOf(subject.of, holdings)?.periods[subject.report] ?? []) : [];
	const coverage = coverageOf(subject, holdings);
	const [found = []] = readLevels(level)
		.map((each) =>
			coverage.filter(
				(own) => own.level === each && (each === 'land' || own.within.some((code) => within.includes(code)))
			)
		)
		.filter((own) => own.length > 0);
	return ascending(found.flatMap(({ periods }) => periods));
}

/** Years in which all subjects have figures. */
export function sharedPeriods(ask: Pick<Ask, 'subjects' | 'level' | 'within'>, holdings: Holdings): number[] {
	const [first = [], ...others] = ask.subjects.map((subject) => periodsOf(subject, ask, holdings));
	return first.filter((period) => others.every((periods) => periods.includes(period)));
}

/** Years in which any subject has figures. */
export const allPeriods = (ask: Pick<Ask, 'subjects' | 'level' | 'within'>, holdings: Holdings): number[] =>
	ascending(ask.subjects.flatMap((subject) => periodsOf(subject, ask, holdings)));

export const levels: readonly AskLevel[] = ['wijk', 'buurt', 'own', 'gemeente', 'land'];

/** Levels on which every subject has figures in the chosen gemeenten. */
export const levelsFor = (
	{ subjects, within }: Pick<Ask, 'subjects' | 'within'>,
	holdings: Holdings
): AskLevel[] =>
	levels.filter(
		(level) =>
			(level !== 'own' || holdings.own.some(({ municipality }) => within.includes(municipality))) &&
			subjects.every((subject) => periodsOf(subject, { level, within }, holdings).length > 0)
	);

/** The areas that can be chosen one by one. */
export function areasFor({ level, within }: Pick<Ask, 'level' | 'within'>, holdings: Holdings): NamedArea[] {
	if (level === 'own')
		return holdings.own.flatMap(({ municipality, areas }) => (within.includes(municipality) ? areas : []));
	if (level !== 'wijk' && level !== 'buurt') return [];
	return within.flatMap((code) => holdings.parts[code]?.[level] ?? []);
}
