import { stratify } from 'd3';
import type { Origin } from '../schema/common.ts';
import type { Level } from '../schema/goal.ts';
import { levels, rerouteLinks } from '../domain/tree.ts';
import { spread } from './tree-rows.ts';

export interface TreeGoal {
	id: string;
	level: Level;
}

export interface TreeLink {
	from: string;
	to: string;
	origin: Origin;
}

/** A goal in its place: `column` and `row` from 0, `indent` in steps below a goal of its own level. */
export interface PlacedGoal {
	id: string;
	column: number;
	row: number;
	indent: number;
	/** From the top, in units of height. */
	top: number;
	height: number;
	/** The goals below it that the outline shows under it, in order. */
	children: string[];
}

export interface VisibleLink extends TreeLink {
	/** Number of hidden goals that it passes. */
	via: number;
	/** Whether the lower goal stands under the upper one in the outline. */
	first: boolean;
}

export interface TreeLayout {
	/** The levels that have a column, in order. */
	columns: Level[];
	/** In units; wide is always 1000. */
	height: number;
	roots: string[];
	goals: Map<string, PlacedGoal>;
	links: VisibleLink[];
}

/** How high each card is, and how far it stays from the next one. */
export interface CardSize<T extends TreeGoal> {
	height: (goal: T, indent: number) => number;
	gap: number;
}

/** Width of the whole, in its own units. */
export const fullWidth = 1000;
/** Part of a column that a card takes; the rest is the gutter, for the links. */
export const cardShare = 0.8;
/** How far a goal is moved in below a goal of its own level, as part of a column. */
export const indentShare = 0.05;

/** The node above all of them; no goal can have this id. */
const top = '*';

/** For each goal the first visible goal that it contributes to: its place in the outline, where it stands once. */
function parentsOf(links: readonly { from: string; to: string }[]): Map<string, string> {
	const parents = new Map<string, string>();
	for (const { from, to } of links) if (!parents.has(from)) parents.set(from, to);
	return parents;
}

/**
 * Places the visible goals in one column a level, each near those it is linked to; a link to a goal that is hidden
 * goes on to the nearest one that is not.
 * @param shown levels that have a column, also when no goal of theirs is visible
 */
export function placeTree<T extends TreeGoal>(
	goals: readonly T[],
	links: readonly TreeLink[],
	visible: ReadonlySet<string>,
	size: CardSize<T>,
	shown: readonly Level[] = levels
): TreeLayout {
	const seen = goals.filter(({ id }) => visible.has(id));
	const routes = rerouteLinks(links, visible);
	const parents = parentsOf(routes);
	const root = stratify<{ id: string; parentId: string | null }>()([
		{ id: top, parentId: null },
		...seen.map(({ id }) => ({ id, parentId: parents.get(id) ?? top }))
	]);
	const byId = new Map(seen.map((goal) => [goal.id, goal]));
	const columns = shown.filter((level) => levels.includes(level));
	const rows = columns.map(() => 0);
	const placed = new Map<string, PlacedGoal>();
	root.eachBefore((node) => {
		const { id } = node.data;
		const goal = byId.get(id);
		if (!goal) return;
		const column = columns.indexOf(goal.level);
		const above = placed.get(parents.get(id) ?? top);
		const indent = above?.column === column ? above.indent + 1 : 0;
		const place = {
			id,
			column,
			row: rows[column]!++,
			indent,
			top: 0,
			height: size.height(goal, indent),
			children: (node.children ?? []).map(({ data }) => data.id)
		};
		placed.set(id, place);
	});
	const cards = [...placed.values()].map((place) => ({ ...place, above: parents.get(place.id) }));
	const { tops, height } = spread(cards, columns.length, size.gap);
	return {
		columns,
		height,
		roots: (root.children ?? []).map(({ data }) => data.id),
		goals: new Map([...placed].map(([id, place]) => [id, { ...place, top: tops.get(id)! }])),
		links: routes.map(({ from, to, via, first }) => ({
			from,
			to,
			via,
			origin: via > 0 ? ('derived' as const) : first.origin,
			first: parents.get(from) === to
		}))
	};
}
