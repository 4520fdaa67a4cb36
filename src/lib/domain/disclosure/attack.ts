import { group } from 'd3';
import type { Cell, Cells, Variable } from './cells.ts';
import type { Bounds, Interval, Relation, System } from './system.ts';

/** Everything that is known while some cells are hidden, and what can be worked out from it. */
export interface Attack {
	around: (target: Variable, hidden: ReadonlySet<string>) => Surroundings;
	/** Between which values a count must lie; `undefined` where nothing at all is known of it. */
	interval: (target: Variable, hidden: ReadonlySet<string>) => Interval | undefined;
	/** What can be worked out of a count, where that is more than the rule allows. */
	exposure: (target: Variable, hidden: ReadonlySet<string>) => Interval | undefined;
}

/** What is known round a count. */
interface Surroundings {
	system: System;
	/** Unknown counts that hang together with it, itself included. */
	unknown: Set<string>;
	/** Cells that are shown and say something here, with their distance. */
	shown: Map<string, number>;
	/** Where figures that say something here can be read already. */
	readable: Set<string>;
}

/** Somebody's knowledge: which counts have a value, and which percentages. */
interface Knowledge {
	has: (variable: Variable) => boolean;
	hears: (cell: Cell) => boolean;
}

/** Room for what a solver leaves behind the decimal point. */
const epsilon = 1e-6;

/** Counts are whole: what lies between two of them moves inwards. */
const inwards = ({ low, high }: Interval): Interval => ({
	low: Math.ceil(low - epsilon),
	high: Math.floor(high + epsilon)
});

/**
 * Whether a count could still be each of the small counts. That is the rule: its feasibility interval must hold every
 * value that the threshold hides, so that nobody can tell which of them it is. (Hundepool et al., Handbook on
 * Statistical Disclosure Control: a table is audited by the feasibility intervals of its hidden cells, and each must
 * hold a protection interval. Here that is the range of the threshold rule.) A count without a known value must have
 * an interval of that width, or lie above the threshold altogether.
 * @param floor what the zeros that are shown say of it by themselves: whoever sees that two buurten are not 0, knows
 * of their wijk that it is at least 2. That is what showing 0 means, and no more than that may be known.
 */
export function isWideEnough(
	{ value, rule }: Pick<Variable, 'value' | 'rule'>,
	{ low, high }: Interval,
	floor: number
): boolean {
	const { smallest, threshold } = rule;
	return value === undefined
		? low >= threshold || high - low >= threshold - 1 - smallest
		: low <= Math.max(smallest, floor) && high >= threshold - 1;
}

/**
 * The least that an unknown count can be. A hidden count is not 0 where 0 is shown: everybody knows that, and a 0 is
 * never hidden to protect another count.
 */
const lowestOf = ({ cell, value, rule }: Variable): number =>
	cell !== undefined && value !== undefined ? rule.smallest : 0;

function knowledge(hidden: ReadonlySet<string>): Knowledge {
	return {
		has: ({ known, cell }) => known !== undefined || (cell !== undefined && !hidden.has(cell)),
		hears: ({ known, id }) => known !== undefined || !hidden.has(id)
	};
}

/** What anybody may know: which counts are 0. */
const zeros: Knowledge = {
	has: ({ value, cell, rule }) => value === 0 && cell !== undefined && rule.smallest === 1,
	hears: () => false
};

/** Prepares the attack on cells: with linear programs first, and with whole numbers where those find nothing. */
export function attackOn({ variables, cells, relations }: Cells, bounds: Bounds): Attack {
	const all: { relation: Relation; cell?: Cell }[] = [
		...relations.map((relation) => ({ relation })),
		...[...cells.values()].flatMap((cell) => cell.says.map((relation) => ({ relation, cell })))
	];
	const byVariable = group(
		all.flatMap((each) => each.relation.terms.map(({ variable }) => ({ variable, each }))),
		({ variable }) => variable
	);
	/** A relation with what is known filled in. */
	const fill = ({ terms, low, high }: Relation, { has }: Knowledge): Relation => {
		const isKnown = ({ variable }: Relation['terms'][number]) => has(variables.get(variable)!);
		const sum = terms
			.filter(isKnown)
			.reduce((total, { variable, factor }) => total + factor * variables.get(variable)!.value!, 0);
		return { terms: terms.filter((term) => !isKnown(term)), low: low - sum, high: high - sum };
	};
	const gather = (target: Variable, known: Knowledge): Surroundings => {
		const unknown = new Set([target.id]);
		const shown = new Map<string, number>();
		const readable = new Set<string>();
		const found = new Map<(typeof all)[number], Relation>();
		const note = (id: string | undefined, from: string | undefined, distance: number) => {
			if (id !== undefined && !shown.has(id)) shown.set(id, distance);
			if (from !== undefined) readable.add(from);
		};
		for (let ring = [target.id], distance = 0; ring.length > 0; distance++) {
			const touching = ring
				.flatMap((id) => byVariable.get(id) ?? [])
				.filter(({ each }) => !found.has(each) && (!each.cell || known.hears(each.cell)));
			for (const { each } of touching) {
				found.set(each, fill(each.relation, known));
				note(each.cell?.id, each.cell?.known, distance);
				for (const { variable } of each.relation.terms) {
					const own = variables.get(variable)!;
					if (known.has(own)) note(own.cell, own.known, distance);
				}
			}
			const next = touching.flatMap(({ each }) => found.get(each)!.terms.map(({ variable }) => variable));
			ring = [...new Set(next)].filter((id) => !unknown.has(id));
			for (const id of ring) unknown.add(id);
		}
		const lowest = new Map([...unknown].map((id) => [id, lowestOf(variables.get(id)!)]));
		return { system: { relations: [...found.values()], lowest }, unknown, shown, readable };
	};
	const solve = (target: Variable, system: System, whole: boolean): Interval => {
		const found = bounds(system, target.id, whole);
		if (!found) throw new Error(`Wat over ${target.id} bekend is, spreekt zichzelf tegen.`);
		return inwards(found);
	};
	const floors = new Map<string, number>();
	const floorOf = (target: Variable): number => {
		const found = floors.get(target.id) ?? solve(target, gather(target, zeros).system, true).low;
		floors.set(target.id, found);
		return found;
	};
	const isSafe = (target: Variable, interval: Interval): boolean =>
		isWideEnough(target, interval, interval.low > target.rule.smallest ? floorOf(target) : 0);
	const exact = (target: Variable) => ({ low: target.value!, high: target.value! });
	return {
		around: (target, hidden) => gather(target, knowledge(hidden)),
		interval(target, hidden) {
			const known = knowledge(hidden);
			if (known.has(target)) return exact(target);
			const { system } = gather(target, known);
			return system.relations.length === 0 ? undefined : solve(target, system, true);
		},
		exposure(target, hidden) {
			const known = knowledge(hidden);
			if (known.has(target)) return exact(target);
			const { system } = gather(target, known);
			if (system.relations.length === 0) return undefined;
			const roughly = solve(target, system, false);
			if (!isSafe(target, roughly)) return roughly;
			const exactly = solve(target, system, true);
			return isSafe(target, exactly) ? undefined : exactly;
		}
	};
}
