import type { PlacedGoal, TreeLayout } from './tree.ts';

const nearest = (goals: readonly PlacedGoal[], row: number): PlacedGoal | undefined =>
	goals.toSorted((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row))[0];

/**
 * The goal that an arrow key leads to: up and down within a level, left to what a goal contributes to, right to what
 * contributes to it.
 * @param here the goal that has the focus
 * @returns its id, or `undefined` where the key leads nowhere
 */
export function step(key: string, here: string, layout: TreeLayout): string | undefined {
	const place = layout.goals.get(here);
	if (!place) return undefined;
	const all = [...layout.goals.values()];
	const inColumn = (row: number) => all.find((goal) => goal.column === place.column && goal.row === row)?.id;
	const linked = (end: 'from' | 'to', other: 'from' | 'to') =>
		nearest(
			layout.links
				.filter((link) => link[end] === here)
				.flatMap((link) => layout.goals.get(link[other]) ?? []),
			place.row
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
		default:
			return undefined;
	}
}
