import { count, formatDay, formatExact, unitNames } from '../format.ts';
import { levelNames, originNames, wantedNames } from '../goal-names.ts';
import { deadlineWords } from '../verdict/words.ts';
import type { Target } from '../../schema/goal.ts';
import type { Direction } from '../../schema/indicator.ts';
import type { ReleasedIndicator, ReleasedLink } from '../../schema/release.ts';
import type { Change } from './change.ts';
import type { GoalText, TextChanges } from './release-texts.ts';

/** A text that changed, in words: what it is about, and each part of it as it was and as it is. */
export interface ChangeItem {
	id: string;
	kind: 'added' | 'changed' | 'gone';
	title: string;
	/** Where more can be read of it. */
	goal?: string;
	/** Title of the promise that changed. */
	promise?: string;
	indicator?: string;
	/** `said`: texts of the data, and no words of this site for what they hold. */
	lines: { label: string; before?: string; now?: string; said: boolean }[];
}

/** The parts of something, the same ones for each, with their labels, and whether this site put it in words. */
type Parts = readonly (readonly [label: string, text: string | undefined, isOwn?: true])[];

const directionNames: Record<Direction, string> = {
	up: 'hoger is beter',
	down: 'lager is beter',
	none: 'dat hangt ervan af'
};

/** What a release keeps of an indicator, each part with its label. */
export const indicatorParts = (each: ReleasedIndicator): Parts => [
	['Naam', each.title],
	['Definitie', each.definition],
	['Eenheid', unitNames[each.unit], true],
	['Welke kant beter is', directionNames[each.direction], true],
	['Over wie', each.population],
	['Manier van meten', each.method]
];

const goalParts = ({ title, text, level }: GoalText): Parts => [
	['Titel', title],
	['Tekst', text],
	['Niveau', levelNames[level].label, true]
];

const linkParts = ({ why, origin }: ReleasedLink): Parts => [
	['Waarom', why],
	['Wie dit zegt', originNames[origin].label, true]
];

type ToldTarget = Pick<Target, 'title' | 'wanted' | 'value' | 'deadline' | 'deadlineOrigin' | 'until'> &
	Partial<Pick<Target, 'noun' | 'deadlineNote' | 'note'>>;

/** What a promise asks for: `minstens 80, uiterlijk 1 januari 2023`. */
export function wantedText({
	wanted,
	value,
	noun,
	...due
}: Pick<ToldTarget, 'wanted' | 'value' | 'noun' | 'deadline' | 'deadlineOrigin'>): string {
	const size = value === undefined ? '' : ` ${noun ? count(value, noun.one, noun.more) : formatExact(value)}`;
	return `${wantedNames[wanted]}${size}${deadlineWords(due)}`;
}

const targetParts = (target: ToldTarget): Parts => [
	['Afspraak', target.title],
	['Wat ervoor nodig is', wantedText(target), true],
	['Waarom die einddatum', target.deadlineNote],
	['Toelichting', target.note],
	['Ingetrokken op', target.until && formatDay(target.until), true]
];

/** One change in words; parts that are the same on both sides are left out. */
export function tellChange<T>(
	{ id, before, now }: Change<T>,
	title: (item: T) => string,
	parts: (item: T) => Parts
): ChangeItem {
	const [old, fresh] = [before, now].map((side) => side && parts(side));
	return {
		id,
		kind: before === undefined ? 'added' : now === undefined ? 'gone' : 'changed',
		title: title((now ?? before)!),
		lines: (fresh ?? old)!
			.map(([label, , isOwn], i) => ({
				label,
				before: old?.[i]?.[1],
				now: fresh?.[i]?.[1],
				said: !isOwn
			}))
			.filter((line) => line.before !== line.now)
	};
}

/** A promise that was made, changed or withdrawn, in words. */
export const tellTarget = <T extends ToldTarget>(
	change: Change<T>,
	goal: { id: string; title: string }
): ChangeItem => ({
	...tellChange(change, () => goal.title, targetParts),
	goal: goal.id,
	promise: (change.now ?? change.before)!.title
});

const registered: Record<ChangeItem['kind'], string> = {
	added: 'Deze site nam een afspraak op die in de stukken staat',
	changed: 'Deze site schreef een afspraak anders op',
	gone: 'Deze site haalde een afspraak weg'
};

/** What a release changed in the promises of one goal: why its verdict may have turned while nothing happened. */
export const tellRegistered = (promises: readonly ChangeItem[], id: string): string[] =>
	promises
		.filter(({ goal }) => goal === id)
		.map(({ kind, promise }) => `${registered[kind]}${promise ? `: ${promise}` : ''}.`);

/** What changed in the texts of a monitor, in words. */
export interface ToldTexts {
	definitions: ChangeItem[];
	goals: ChangeItem[];
	promises: ChangeItem[];
	links: ChangeItem[];
}

/**
 * Tells what changed between two releases.
 * @param titles titles of the goals of both releases
 */
export function tellTexts(changes: TextChanges, titles: ReadonlyMap<string, string>): ToldTexts {
	const titleOf = (id: string) => titles.get(id) ?? id;
	return {
		definitions: changes.indicators.map((change) => ({
			...tellChange(change, ({ title }) => title, indicatorParts),
			indicator: change.id
		})),
		goals: changes.goals.map((change) => ({
			...tellChange(change, ({ title }) => title, goalParts),
			goal: change.id
		})),
		promises: changes.targets.map((change) => {
			const { goal } = (change.now ?? change.before)!;
			return tellTarget(change, { id: goal, title: titleOf(goal) });
		}),
		links: changes.links.map((change) =>
			tellChange(change, ({ from, to }) => `${titleOf(from)} → ${titleOf(to)}`, linkParts)
		)
	};
}
