import type { Level } from '../schema/goal.ts';

/** The levels of a goal tree, from effect on society to means. */
export const levels: readonly Level[] = ['impact', 'outcome', 'output', 'throughput', 'input'];

/** Position of a level: 0 for impact, 4 for input. */
export const rank = (level: Level): number => levels.indexOf(level);

interface Edge {
	from: string;
	to: string;
}

/** For each node the nodes that its links lead to. */
function neighbours(links: readonly Edge[], start: 'from' | 'to'): Map<string, string[]> {
	const end = start === 'from' ? 'to' : 'from';
	const map = new Map<string, string[]>();
	for (const link of links) map.set(link[start], [...(map.get(link[start]) ?? []), link[end]]);
	return map;
}

function reach(start: string, next: Map<string, string[]>): Set<string> {
	const seen = new Set<string>();
	const queue = [start];
	for (let id = queue.pop(); id !== undefined; id = queue.pop())
		for (const other of next.get(id) ?? [])
			if (!seen.has(other)) {
				seen.add(other);
				queue.push(other);
			}
	return seen;
}

/**
 * The whole path of a goal: itself, all it contributes to, and all that contributes to it.
 * @param id the goal that is pointed at
 */
export function pathOf(id: string, links: readonly Edge[]): Set<string> {
	return new Set([id, ...reach(id, neighbours(links, 'from')), ...reach(id, neighbours(links, 'to'))]);
}

/** All goals that contribute to one, directly or through others. */
export const contributorsOf = (id: string, links: readonly Edge[]): Set<string> =>
	reach(id, neighbours(links, 'to'));

/** The goals of a cycle, in order, or `undefined` where there is none. */
export function findCycle(links: readonly Edge[]): string[] | undefined {
	const next = neighbours(links, 'from');
	const done = new Set<string>();
	function visit(id: string, trail: string[]): string[] | undefined {
		if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
		if (done.has(id)) return undefined;
		for (const other of next.get(id) ?? []) {
			const cycle = visit(other, [...trail, id]);
			if (cycle) return cycle;
		}
		done.add(id);
		return undefined;
	}
	for (const id of next.keys()) {
		const cycle = visit(id, []);
		if (cycle) return cycle;
	}
	return undefined;
}

/** A link between two visible goals: one of the data, or a chain of them through goals that are hidden. */
export interface VisibleLink extends Edge {
	/** How many hidden goals lie on it; 0 for a link of the data itself. */
	via: number;
}

/**
 * Links rerouted through what is hidden, so that folding a level away does not cut the tree.
 * @param links all links
 * @param visible the goals that are shown
 */
export function rerouteLinks<T extends Edge>(
	links: readonly T[],
	visible: ReadonlySet<string>
): (VisibleLink & { first: T })[] {
	const up = new Map<string, T[]>();
	for (const link of links) up.set(link.from, [...(up.get(link.from) ?? []), link]);
	const routes = new Map<string, VisibleLink & { first: T }>();
	for (const start of visible) {
		const queue = (up.get(start) ?? []).map((link) => ({ at: link.to, via: 0, first: link }));
		const seen = new Set<string>();
		for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
			const { at, via, first } = step;
			if (visible.has(at)) {
				const key = `${start} ${at}`;
				if (at !== start && !routes.has(key)) routes.set(key, { from: start, to: at, via, first });
			} else if (!seen.has(at)) {
				seen.add(at);
				queue.push(...(up.get(at) ?? []).map((link) => ({ at: link.to, via: via + 1, first })));
			}
		}
	}
	return [...routes.values()];
}
