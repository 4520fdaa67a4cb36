import type { Fit, Goal, Level } from '../schema/goal.ts';
import { count, enumerate } from './format.ts';
import { levels } from './tree.ts';
import type { GoalVerdict } from './verdict/judge.ts';

/** How well a goal can be measured with the figures of this site: by its best indicator, or not at all. */
export type Measurability = Fit | 'none';

const order: readonly Fit[] = ['whole', 'part', 'indirect'];

/** The words and the sign for each, from well to not. */
export const measurabilityNames: Record<Measurability, { sign: string; label: string; meaning: string }> = {
	whole: { sign: '●', label: 'precies te meten', meaning: 'een indicator meet precies dit doel' },
	part: {
		sign: '◐',
		label: 'deels te meten',
		meaning: 'een indicator meet een deel van dit doel, of een andere groep'
	},
	indirect: {
		sign: '◔',
		label: 'van een afstand te meten',
		meaning: 'een indicator zegt er iets over, maar meet het doel niet zelf'
	},
	none: { sign: '○', label: 'geen open cijfer', meaning: 'geen indicator van deze site past bij dit doel' }
};

/** How well a goal can be measured. */
export function measurability(goal: Pick<Goal, 'indicators'>): Measurability {
	return order.find((fit) => goal.indicators.some((each) => each.fit === fit)) ?? 'none';
}

/** How many goals can be measured wholly, in part, from a distance, and not at all. */
export function countMeasured(goals: readonly Pick<Goal, 'indicators'>[]): Record<Measurability, number> {
	const counts = { whole: 0, part: 0, indirect: 0, none: 0 };
	for (const goal of goals) counts[measurability(goal)]++;
	return counts;
}

/** What else there is to say of goals without an open figure, or with one for a part of what was promised. */
interface Besides {
	/** Goals without an open figure of which the source document itself gives one. */
	document: number;
	/** Goals with an open figure that are still judged to have none: it measures no promise of them, or not all. */
	beside: number;
	incomplete: number;
}

/** How well goals can be measured, in sentences that leave out what does not occur. */
export function tellMeasured(
	{ whole, part, indirect, none }: Record<Measurability, number>,
	{ document, beside, incomplete }: Besides
): string {
	const parts = [
		whole > 0 && `bij ${whole} past een open cijfer precies`,
		part > 0 && `bij ${part} past een open cijfer deels`,
		indirect > 0 && `bij ${indirect} zegt een open cijfer er van een afstand iets over`,
		none > 0 && `bij ${none} is er geen open cijfer`
	].filter((each) => each !== false);
	if (parts.length === 0) return '';
	return [
		`Van deze doelen: ${enumerate(parts)}.`,
		document > 0 && `Van die ${none} is er bij ${document} wel een cijfer uit het stuk zelf.`,
		beside > 0 &&
			`Bij ${count(beside, 'doel', 'doelen')} ‘zonder indicator’ komt een open cijfer in de buurt, maar meet het geen enkele afspraak.`,
		incomplete > 0 &&
			`Bij ${count(incomplete, 'doel', 'doelen')} ‘zonder indicator’ is er een open cijfer voor een deel van de afspraken.`
	]
		.filter(Boolean)
		.join(' ');
}

export interface LevelShare {
	level: Level;
	goals: number;
	/** Goals with an indicator of any fit. */
	measured: number;
}

/** How many goals of each level have an indicator. */
export function shareMeasured(goals: readonly Pick<Goal, 'level' | 'indicators'>[]): LevelShare[] {
	return levels.map((level) => {
		const own = goals.filter((goal) => goal.level === level);
		return {
			level,
			goals: own.length,
			measured: own.filter((goal) => measurability(goal) !== 'none').length
		};
	});
}

/** How well one indicator fits a goal, as the beginning of a sentence. */
export const fitNames: Record<Fit, string> = {
	whole: 'Past bij het doel.',
	part: 'Past deels bij het doel.',
	indirect: 'Zegt alleen van een afstand iets over het doel.'
};

/** Whether a promise of a goal without an open figure is held against figures of the source document itself. */
export const isMeasuredInDocument = (
	{ indicators }: Pick<Goal, 'indicators'>,
	{ targets }: Pick<GoalVerdict, 'targets'>
): boolean =>
	indicators.length === 0 &&
	targets.some(
		({ target, verdict }) =>
			target.fromDocument && target.wanted !== 'done-by' && verdict.status !== 'no-indicator'
	);

/**
 * That there is no open figure of a goal, with what its verdict rests on instead, and why there is none.
 * @returns nothing for a goal with an open figure
 */
export function tellNoFigure(
	goal: Pick<Goal, 'indicators' | 'noIndicator'>,
	verdict: Pick<GoalVerdict, 'targets' | 'sentence'>
): { text: string; why: string } | undefined {
	if (goal.noIndicator === undefined) return undefined;
	const rest = isMeasuredInDocument(goal, verdict)
		? ' Het oordeel rust op een cijfer uit het stuk zelf.'
		: verdict.targets.some(({ target }) => target.reports.length > 0)
			? ' Het oordeel rust op wat erover is gemeld.'
			: verdict.targets.some(({ target }) => target.wanted === 'done-by')
				? ' Er is ook niets over gemeld.'
				: '';
	return {
		text: `Hierover is er geen open cijfer.${rest}`,
		// The verdict may say it already.
		why: goal.noIndicator === verdict.sentence ? '' : goal.noIndicator
	};
}
