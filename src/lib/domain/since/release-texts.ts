import type { Target } from '../../schema/goal.ts';
import type { Release, ReleasedGoal, ReleasedIndicator, ReleasedLink } from '../../schema/release.ts';
import { compareBy, type Change } from './change.ts';

/** A promise with the goal that it belongs to. */
export type ReleasedTarget = Target & { goal: string };
/** What a goal says, apart from its promises and how it stands. */
export type GoalText = Pick<ReleasedGoal, 'id' | 'level' | 'title' | 'text'>;

/** How the texts of one monitor differ between two releases. */
export interface TextChanges {
	indicators: Change<ReleasedIndicator>[];
	goals: Change<GoalText>[];
	targets: Change<ReleasedTarget>[];
	links: Change<ReleasedLink>[];
	/** Goals of both releases whose verdict turned. */
	verdicts: Change<ReleasedGoal>[];
}

const targetsOf = (goals: readonly ReleasedGoal[]): ReleasedTarget[] =>
	goals.flatMap(({ id: goal, targets }) => targets.map((target) => ({ goal, ...target })));

const textOf = ({ id, level, title, text }: ReleasedGoal): GoalText => ({ id, level, title, text });

/** Compares what two releases say of a monitor: definitions, goals, promises, links and verdicts. */
export function compareTexts(before: Release, now: Release, slug: string): TextChanges {
	const of = ({ monitors }: Release) => monitors.find((each) => each.slug === slug);
	const [old, fresh] = [of(before), of(now)];
	const [oldGoals, goals] = [old?.goals ?? [], fresh?.goals ?? []];
	return {
		indicators: compareBy(before.indicators, now.indicators, ({ id }) => id),
		goals: compareBy(oldGoals.map(textOf), goals.map(textOf), ({ id }) => id),
		targets: compareBy(targetsOf(oldGoals), targetsOf(goals), ({ goal, id, since }) =>
			[goal, id, since].join(' ')
		),
		links: compareBy(old?.links ?? [], fresh?.links ?? [], ({ from, to }) => `${from} ${to}`),
		verdicts: compareBy(oldGoals, goals, ({ id }) => id).filter(
			(change) => change.before && change.now && change.before.verdict.status !== change.now.verdict.status
		)
	};
}
