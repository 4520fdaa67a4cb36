import { count, enumerate } from './format.ts';

/** What can be found, in the order in which the page of search lists it. */
export const kinds = ['goal', 'indicator', 'area', 'term'] as const;
export type Kind = (typeof kinds)[number];

/** The name of a kind, for one, for more and as the head of a list. */
export const kindNames: Record<Kind, { one: string; more: string; head: string }> = {
	goal: { one: 'doel', more: 'doelen', head: 'Doelen, acties en middelen' },
	indicator: { one: 'indicator', more: 'indicatoren', head: 'Indicatoren' },
	area: { one: 'gebied', more: 'gebieden', head: 'Gebieden' },
	term: { one: 'begrip', more: 'begrippen', head: 'Begrippen' }
};

/** What was found of one kind, the best first, and how much of it is not shown. */
export interface Group<T> {
	kind: Kind;
	shown: T[];
	rest: number;
}

/**
 * Findings by kind. The kind of the best finding stands first.
 * @param found from best to worst
 * @param limit how many of a kind are shown
 */
export function groupFindings<T extends { kind: Kind }>(found: readonly T[], limit: number): Group<T>[] {
	const order = [...new Set(found.map(({ kind }) => kind))];
	return order.map((kind) => {
		const own = found.filter((each) => each.kind === kind);
		return { kind, shown: own.slice(0, limit), rest: Math.max(0, own.length - limit) };
	});
}

/** How many there are, in words that can be read aloud: `3 resultaten voor "zorg": 2 doelen en 1 begrip.` */
export function tellFindings<T>(query: string, groups: readonly Group<T>[]): string {
	const sizes = groups.map(({ kind, shown, rest }) => ({ kind, size: shown.length + rest }));
	const all = sizes.reduce((sum, { size }) => sum + size, 0);
	if (all === 0) return `Niets gevonden voor "${query}".`;
	const parts = sizes.map(({ kind, size }) => count(size, kindNames[kind].one, kindNames[kind].more));
	return `${count(all, 'resultaat', 'resultaten')} voor "${query}": ${enumerate(parts)}.`;
}
