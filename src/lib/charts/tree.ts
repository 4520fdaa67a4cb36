import { linkHorizontal, stratify } from 'd3';
import type { Origin } from '../schema/common.ts';
import type { Level } from '../schema/goal.ts';
import { levels, rerouteLinks } from '../domain/tree.ts';

export interface TreeGoal {
	id: string;
	level: Level;
}

export interface TreeLink {
	from: string;
	to: string;
	origin: Origin;
}

/** A goal in its place: `column` from 0, `row` in rows from the top, `indent` in steps below a goal of its own level. */
export interface PlacedGoal {
	id: string;
	column: number;
	row: number;
	indent: number;
	/** The goals below it that the outline shows under it, in order. */
	children: string[];
}

/** A link as a path in a box that is 1000 wide and 100 high for each row. */
export interface PlacedLink extends TreeLink {
	d: string;
	/** Number of hidden goals that it passes. */
	via: number;
}

export interface TreeLayout {
	/** The levels that have a column, in order. */
	columns: Level[];
	rows: number;
	roots: string[];
	goals: Map<string, PlacedGoal>;
	links: PlacedLink[];
}

/** Width of the box, and of a row, in its own units. */
export const box = { width: 1000, row: 100 };
/** Part of a column that a card takes; the rest is for the links. */
export const cardShare = 0.84;
/** How far a goal is moved in below a goal of its own level, as part of a column. */
export const indentShare = 0.05;

/** The node above all of them; no goal can have this id. */
const top = '*';

/**
 * The outline: each goal once, below the first visible goal that it contributes to.
 * @returns the goals in reading order, with their parent in the outline
 */
function outline(
	goals: readonly TreeGoal[],
	links: readonly { from: string; to: string }[]
): Map<string, string> {
	const parent = new Map<string, string>();
	for (const { from, to } of links) if (!parent.has(from)) parent.set(from, to);
	return new Map(goals.map(({ id }) => [id, parent.get(id) ?? top]));
}

/**
 * Places the visible goals in one column a level and the links between them; a link to a goal that is hidden goes on
 * to the nearest one that is not.
 * @param shown levels that have a column, also when no goal of theirs is visible
 */
export function placeTree(
	goals: readonly TreeGoal[],
	links: readonly TreeLink[],
	visible: ReadonlySet<string>,
	shown: readonly Level[] = levels
): TreeLayout {
	const seen = goals.filter(({ id }) => visible.has(id));
	const routes = rerouteLinks(links, visible);
	const parents = outline(seen, routes);
	const root = stratify<{ id: string; parentId: string | null }>()([
		{ id: top, parentId: null },
		...seen.map(({ id }) => ({ id, parentId: parents.get(id) ?? top }))
	]);
	const levelOf = new Map(goals.map(({ id, level }) => [id, level]));
	const columns = shown.filter((level) => levels.includes(level));
	const next = new Map(columns.map((level) => [level, 0]));
	const placed = new Map<string, PlacedGoal>();
	root.eachBefore((node) => {
		const { id } = node.data;
		const level = levelOf.get(id);
		if (!level) return;
		const row = next.get(level) ?? 0;
		next.set(level, row + 1);
		const above = parents.get(id) ?? top;
		placed.set(id, {
			id,
			row,
			column: columns.indexOf(level),
			indent: levelOf.get(above) === level ? (placed.get(above)?.indent ?? 0) + 1 : 0,
			children: (node.children ?? []).map(({ data }) => data.id)
		});
	});
	return {
		columns,
		rows: Math.max(1, ...next.values()),
		roots: (root.children ?? []).map(({ data }) => data.id),
		goals: placed,
		links: routes.map(({ from, to, via, first }) => ({
			from,
			to,
			via,
			origin: via > 0 ? 'derived' : first.origin,
			d: drawLink(placed.get(from)!, placed.get(to)!, columns.length)
		}))
	};
}

const horizontal = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

function drawLink(lower: PlacedGoal, upper: PlacedGoal, columns: number): string {
	const width = box.width / columns;
	const left = (goal: PlacedGoal) => (goal.column + goal.indent * indentShare) * width;
	const middle = (goal: PlacedGoal) => (goal.row + 0.5) * box.row;
	if (lower.column === upper.column) {
		const x = left(upper) + (indentShare / 2) * width;
		return `M${x},${(upper.row + 0.9) * box.row}V${middle(lower)}H${left(lower)}`;
	}
	const right = (upper.column + cardShare) * width;
	return horizontal({ source: [right, middle(upper)], target: [left(lower), middle(lower)] }) ?? '';
}
