import type { FigureChange, LevelChange } from '../../schema/model.ts';
import { count, enumerate } from '../format.ts';
import { dayBefore } from '../verdict/period.ts';

/** How much changed: what a reader is told first. */
export interface Counts {
	verdicts: number;
	fresh: number;
	revised: number;
	/** Definitions, goals, promises and links. */
	texts: number;
}

/** Figures that are new, and those that are other ones than before. */
export const countFigures = (changes: readonly Pick<FigureChange, 'kind'>[]) => ({
	fresh: changes.filter(({ kind }) => kind === 'new').length,
	revised: changes.filter(({ kind }) => kind === 'revised').length
});

/** How much changed, in one sentence. */
export function tellCounts({ verdicts, fresh, revised, texts }: Counts): string {
	const parts = [
		[verdicts, 'ander oordeel', 'andere oordelen'],
		[fresh, 'nieuwe meting', 'nieuwe metingen'],
		[revised, 'herzien cijfer', 'herziene cijfers'],
		[texts, 'andere afspraak, definitie of verbinding', 'andere afspraken, definities of verbindingen']
	] as const;
	const told = parts.filter(([number]) => number > 0).map(([number, one, more]) => count(number, one, more));
	return told.length > 0 ? `${enumerate(told)}.` : 'er is niets veranderd.';
}

/** Days from which a comparison may start. */
export interface Starts {
	asOf: string;
	/** The day of the newest release before `asOf` since which something may have changed. */
	release?: string | undefined;
	/** Days on which reports to the council stand. */
	reports: readonly string[];
	/** Days from which figures count. */
	figures: readonly string[];
}

/**
 * The day that a page compares with unless a reader asks otherwise: that of a release, or where there is none, that of
 * the newest report, or the day before the newest figure.
 */
export function usualStart({ asOf, release, reports, figures }: Starts): string {
	const before = (days: readonly string[]) =>
		days
			.filter((day) => day < asOf)
			.toSorted()
			.at(-1);
	const figure = before(figures);
	return release ?? before(reports) ?? dayBefore(figure ?? asOf);
}

const levelNames: Record<LevelChange['level'], [one: string, more: string]> = {
	wijk: ['wijk', 'wijken'],
	buurt: ['buurt', 'buurten']
};

/** In how many areas there is a figure: `18 wijken en 77 buurten`. */
export const tellReach = (levels: readonly LevelChange[], side: 'before' | 'now'): string =>
	enumerate(
		levels
			.filter((each) => each[side] > 0)
			.map((each) => {
				const [one, more] = levelNames[each.level];
				return count(each[side], one, more);
			})
	);

/** Whether a figure came, or went, for areas within a gemeente and not for the gemeente itself. */
export const isWithin = ({ whole, levels }: FigureChange, side: 'before' | 'now'): boolean =>
	typeof whole?.[side] !== 'number' && levels.some((each) => each[side] > 0);

/** For how many of the new figures there is none of the gemeente itself; nothing where there is one of each. */
export function tellWithin(changes: readonly FigureChange[], name: string): string | undefined {
	const within = changes.filter((change) => isWithin(change, 'now')).length;
	if (within === 0) return undefined;
	const part =
		within === changes.length
			? 'Ze zijn er'
			: `${within} van de ${changes.length} ${within === 1 ? 'is' : 'zijn'} er`;
	return `${part} alleen voor wijken of buurten: voor ${name} als geheel kwam er geen cijfer bij.`;
}

/** In how many areas a figure was revised: `44 van de 60 buurten anders`. */
export function tellRevised({ level, before, now, compared, changed }: LevelChange): string {
	const [, more] = levelNames[level];
	const rest = [
		now > compared ? `${now - compared} nieuw` : '',
		before > compared ? `${before - compared} zonder nieuw cijfer` : ''
	].filter(Boolean);
	const others = rest.length > 0 ? ` (en ${enumerate(rest)})` : '';
	return `${changed} van de ${compared} ${more} anders${others}`;
}
