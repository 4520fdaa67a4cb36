import type { PlacedGoal, TreeLayout } from './tree.ts';

const middle = ({ top, height }: PlacedGoal): number => top + height / 2;

const nearest = (goals: readonly PlacedGoal[], to: PlacedGoal): PlacedGoal | undefined =>
	goals.toSorted((a, b) => Math.abs(middle(a) - middle(to)) - Math.abs(middle(b) - middle(to)))[0];

/**
 * The goal that a key leads to: up and down within a level, left to what a goal contributes to, right to what
 * contributes to it, Home and End to the first and the last of a level.
 * @param here the goal that has the focus
 * @returns its id, or `undefined` where the key leads nowhere
 */
export function step(key: string, here: string, layout: TreeLayout): string | undefined {
	const place = layout.goals.get(here);
	if (!place) return undefined;
	const column = [...layout.goals.values()].filter((goal) => goal.column === place.column);
	const inColumn = (row: number) => column.find((goal) => goal.row === row)?.id;
	const linked = (end: 'from' | 'to', other: 'from' | 'to') =>
		nearest(
			layout.links
				.filter((link) => link[end] === here)
				.flatMap((link) => layout.goals.get(link[other]) ?? []),
			place
		)?.id;
	switch (key) {
		case 'ArrowUp':
			return inColumn(place.row - 1);
		case 'ArrowDown':
			return inColumn(place.row + 1);
		case 'ArrowLeft':
			return linked('from', 'to');
		case 'ArrowRight':
			return linked('to', 'from');
		case 'Home':
			return inColumn(0);
		case 'End':
			return inColumn(column.length - 1);
		default:
			return undefined;
	}
}
