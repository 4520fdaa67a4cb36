import type { FigureChange } from '../../schema/model.ts';
import type { GoalFacts } from '../verdict/facts.ts';
import { knownBetween } from './figures.ts';
import { tellRegistered, type ToldTexts } from './tell-texts.ts';
import { promisesBetween, turnedBetween, type Published, type Turn } from './verdicts.ts';

/** What changed with a release since the one before it. */
export interface ReleaseStep extends ToldTexts {
	from: string;
	date: string;
	/** How many verdicts turned. */
	turned: number;
	figures: FigureChange[];
}

/** All that is known of what changed in a monitor, whatever the days that a reader asks for. */
export interface History {
	/** The day that pages compare with unless a reader asks otherwise, and the day on which the site stands. */
	from: string;
	to: string;
	/** By the day from which they count. */
	figures: FigureChange[];
	steps: ReleaseStep[];
	published: Published;
	/** From when it is kept how texts read. */
	firstRelease?: string;
}

/** What changed between two days. */
export interface Comparison extends ToldTexts {
	turned: Turn[];
	figures: FigureChange[];
}

/** Whether a release changed anything. */
const changedBy = ({ turned, figures, definitions, goals, promises, links }: ReleaseStep): boolean =>
	turned + figures.length + definitions.length + goals.length + promises.length + links.length > 0;

/** The release with which all that changed between two releases did; nothing where more of them changed something. */
export function onlyStep(steps: readonly ReleaseStep[], from: string, to: string): ReleaseStep | undefined {
	const within = steps.filter((each) => each.from >= from && each.date <= to);
	if (within[0]?.from !== from || within.at(-1)?.date !== to) return undefined;
	const [first = within.at(-1), second] = within.filter(changedBy);
	return second ? undefined : first;
}

/** The day from which the newest release that changed something did so, or that of the last one before it. */
export const newestStart = (steps: readonly ReleaseStep[]): string | undefined =>
	(steps.findLast(changedBy) ?? steps.at(-1))?.from;

/**
 * Compares two days. Where they are those of two releases, and one release changed all that did between them, what those
 * hold is compared; any other days are worked out from today's data, with the texts of the releases in between.
 */
export function compareDays(
	goals: readonly { title: string; facts: GoalFacts }[],
	{ figures, steps, published }: Pick<History, 'figures' | 'steps' | 'published'>,
	from: string,
	to: string
): Comparison {
	const turned = turnedBetween(
		goals.map(({ facts }) => facts),
		from,
		to,
		published
	);
	const step = onlyStep(steps, from, to);
	if (step) {
		const { definitions, goals: texts, promises, links } = step;
		return {
			turned: turned.map((turn) => ({ ...turn, why: [...turn.why, ...tellRegistered(promises, turn.id)] })),
			figures: step.figures,
			definitions,
			goals: texts,
			promises,
			links
		};
	}
	const within = steps.filter(({ date }) => date > from && date <= to);
	const dated = <T extends { id: string }>(of: (each: ReleaseStep) => readonly T[]): T[] =>
		within.flatMap((each) => of(each).map((item) => ({ ...item, id: `${each.date} ${item.id}` })));
	return {
		turned,
		figures: [
			...knownBetween(figures, from, to),
			...within.flatMap((each) =>
				each.figures.filter(({ kind, from: table }) => kind === 'revised' && !table)
			)
		],
		definitions: dated((each) => each.definitions),
		goals: dated((each) => each.goals),
		promises: promisesBetween(goals, from, to),
		links: dated((each) => each.links)
	};
}
