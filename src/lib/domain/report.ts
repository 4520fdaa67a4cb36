import type { Figure } from '../schema/figure.ts';
import type { Goal, Link } from '../schema/goal.ts';
import type { Note } from '../schema/tracker.ts';
import type { Amount, YearTotal } from './expenditure.ts';
import { isExpired } from './notes.ts';
import { rank } from './tree.ts';
import { documentDay, holdsFrom, knownFrom, periodStart, type Published } from './verdict/period.ts';

/** Whether an explanation had been written on a day, and still held. */
export const noteHeldOn = (note: Pick<Note, 'date' | 'until'>, asOf: string): boolean =>
	note.date <= asOf && !isExpired(note, asOf);

/**
 * Whether a figure of a document was known on a day: from the day of the document, or where nobody knows that, from the
 * end of the figure's own period. A figure with neither has no day, and is left out.
 */
export function figureKnownOn(
	{ document, period }: Pick<Figure, 'document' | 'period'>,
	sources: Published,
	asOf: string
): boolean {
	const day = documentDay(sources, document);
	return (day !== undefined || period !== '') && knownFrom(period, day).known <= asOf;
}

/** Whether a document lay on the table on a day; one without a day is not held back. */
export const documentKnownOn = (id: string, sources: Published, asOf: string): boolean =>
	(documentDay(sources, id) ?? '') <= asOf;

/** Whether what a document sets was there on a day, such as a goal; that of a document without a day is not held back. */
export const heldOn = ({ source }: Pick<Goal, 'source'>, sources: Published, asOf: string): boolean =>
	(holdsFrom(sources, source.document) ?? '') <= asOf;

/** Whether work or money belongs to a time that had begun on a day. */
export const begunBy = ({ period }: Pick<Goal, 'period'>, asOf: string): boolean =>
	period === undefined || periodStart(period) <= asOf;

const isWork = ({ level }: Goal): boolean => level === 'output' || level === 'throughput';

/**
 * The work under a goal: what leads to it directly, and what leads to that, without passing another goal. Services and
 * results come before projects and actions, each in the order of the data.
 */
export function workUnder(id: string, goals: readonly Goal[], links: readonly Link[]): Goal[] {
	const byId = new Map(goals.map((goal) => [goal.id, goal]));
	const found = new Set<string>();
	const queue = [id];
	for (let at = queue.shift(); at !== undefined; at = queue.shift())
		for (const { from, to } of links) {
			const child = byId.get(from);
			if (to !== at || !child || !isWork(child) || found.has(from)) continue;
			found.add(from);
			queue.push(from);
		}
	return goals.filter((goal) => found.has(goal.id)).toSorted((a, b) => rank(a.level) - rank(b.level));
}

/**
 * What was known on a day of a year's expenditure. When Statistics Netherlands published it is not known: a budget
 * counts from the end of its year, and accounts, which are drawn up after the year, from the end of the next one.
 */
export function spendingKnownOn(totals: readonly YearTotal[], asOf: string): YearTotal[] {
	const known = (day: string, amount: Amount): Amount =>
		day <= asOf ? amount : { value: null, missing: 'not-yet' };
	const both = (year: number, { begroting, jaarrekening }: YearTotal['total']) => ({
		begroting: known(`${year}-12-31`, begroting),
		jaarrekening: known(`${year + 1}-12-31`, jaarrekening)
	});
	return totals
		.filter(({ year }) => `${year}-12-31` <= asOf)
		.map((row) => ({
			...row,
			total: both(row.year, row.total),
			perInhabitant: both(row.year, row.perInhabitant)
		}));
}

/** Themes in their own order with the goals that belong to them first of all; those without a theme come last. */
export function byTheme<T extends Pick<Goal, 'level' | 'themes'>>(
	themes: readonly { id: string; title: string }[],
	goals: readonly T[]
): { id: string; title: string; goals: T[] }[] {
	const of = (id: string | undefined) =>
		goals.filter((goal) => goal.themes[0] === id).toSorted((a, b) => rank(a.level) - rank(b.level));
	return [
		...themes.map(({ id, title }) => ({ id: `thema-${id}`, title, goals: of(id) })),
		{ id: 'zonder-thema', title: 'Doelen zonder eigen thema', goals: of(undefined) }
	].filter((group) => group.goals.length > 0);
}
