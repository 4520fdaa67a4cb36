import { ascending, greatest, group, groups } from 'd3';
import type { FigureChange, LevelChange } from '../../schema/model.ts';
import type { Breakdown } from '../../schema/observation.ts';
import type { Source } from '../../schema/source.ts';
import { countingDays } from '../verdict/gather.ts';

/** A figure with the area that it is about. */
export interface PlacedFigure {
	indicator: string;
	breakdown: Breakdown;
	table: string;
	boundaries: number;
	period: number;
	area: string;
	/** Codes are used again: the same code with another name is another area. */
	name: string;
	value: number | null;
}

/** The old and the new figure of one area: left out where there was no figure at all, `null` where it was hidden. */
export interface Pair {
	area: string;
	before?: number | null;
	now?: number | null;
}

/** What a change is about, without its figures. */
export type Head = Omit<FigureChange, 'whole' | 'levels'>;

/** What one figure is about: the key of a revision across tables. */
export const subjectOf = ({
	indicator,
	breakdown,
	period
}: {
	indicator: string;
	breakdown: string;
	period: number | string;
}): string => [indicator, breakdown, period].join(' ');

const hasFigure = (value: number | null | undefined): value is number => typeof value === 'number';
const distance = ({ before, now }: { before: number; now: number }) => Math.abs(now - before);

function levelChange(level: LevelChange['level'], pairs: readonly Pair[]): LevelChange {
	const both = pairs.flatMap(({ area, before, now }) =>
		hasFigure(before) && hasFigure(now) ? [{ area, before, now }] : []
	);
	const changed = both.filter(({ before, now }) => before !== now);
	return {
		level,
		before: pairs.filter(({ before }) => hasFigure(before)).length,
		now: pairs.filter(({ now }) => hasFigure(now)).length,
		compared: both.length,
		changed: changed.length,
		largest: greatest(changed, (a, b) => distance(a) - distance(b) || ascending(b.area, a.area))
	};
}

const levels = { WK: 'wijk', BU: 'buurt' } as const;

/** Counts a change per kind of area; nothing where no area has a figure. */
export function countChange(head: Head, pairs: readonly Pair[]): FigureChange[] {
	if (!pairs.some(({ before, now }) => hasFigure(before) || hasFigure(now))) return [];
	const whole = pairs.find(({ area }) => area.startsWith('GM'));
	const ofLevel = (prefix: keyof typeof levels) =>
		pairs.filter(({ area, before, now }) => area.startsWith(prefix) && (hasFigure(before) || hasFigure(now)));
	return [
		{
			...head,
			whole: whole && { before: whole.before ?? null, now: whole.now ?? null },
			levels: (['WK', 'BU'] as const)
				.filter((prefix) => ofLevel(prefix).length > 0)
				.map((prefix) => levelChange(levels[prefix], ofLevel(prefix)))
		}
	];
}

/** Names an area so that an older table means the same one by it. */
export const placeOf = ({ area, name }: Pick<PlacedFigure, 'area' | 'name'>): string => `${area} ${name}`;

/** The figures of one table beside those of the older table that they revise. */
export function pairsWith(own: readonly PlacedFigure[], older: readonly PlacedFigure[]): Pair[] {
	const old = new Map(older.map((figure) => [placeOf(figure), figure.value]));
	return own.map((figure) => ({
		area: figure.area,
		before: old.get(placeOf(figure)),
		now: figure.value
	}));
}

/**
 * All that became known of the figures of a gemeente, each with the day from which it counts: the first figures of a
 * period, and later tables that revise them.
 * @param figures those of the gemeente itself and of its wijken and buurten
 */
export function figureChanges(figures: readonly PlacedFigure[], sources: readonly Source[]): FigureChange[] {
	const known = figures.filter(({ value }) => value !== null);
	const series = group(known, ({ indicator, breakdown }) => `${indicator} ${breakdown}`);
	const days = new Map([...series].map(([key, own]) => [key, countingDays(own, sources)]));
	return groups(figures, subjectOf)
		.flatMap(([, same]) => {
			const tables = groups(same, ({ table }) => table)
				.filter(([, own]) => own.some(({ value }) => value !== null))
				.toSorted(([, [a]], [, [b]]) => a!.boundaries - b!.boundaries);
			return tables.flatMap(([table, own], i) => {
				const { indicator, breakdown, period, boundaries } = own[0]!;
				const { revises, known: day } = days.get(`${indicator} ${breakdown}`)!({ table, boundaries, period });
				const [from, older] = (revises && tables[i - 1]) || [];
				const head: Head = { kind: from ? 'revised' : 'new', indicator, breakdown, period, table, from, day };
				return countChange(head, pairsWith(own, older ?? []));
			});
		})
		.toSorted((a, b) => ascending(a.day, b.day));
}

/** What became known after one day, up to and including another. */
export const knownBetween = <T extends { day: string }>(
	changes: readonly T[],
	from: string,
	to: string
): T[] => changes.filter(({ day }) => day > from && day <= to);
