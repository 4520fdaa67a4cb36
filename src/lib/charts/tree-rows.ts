/** A card that has its column: the outline is a list of these, a goal before all that stands under it. */
export interface Card {
	id: string;
	column: number;
	height: number;
	/** The goal that it stands under in the outline. */
	above: string | undefined;
}

function columnHeights(cards: readonly Card[], columns: number, gap: number): number[] {
	const heights = Array<number>(columns).fill(-gap);
	for (const { column, height } of cards) heights[column]! += height + gap;
	return heights;
}

/**
 * Gives each card its height on the page. The longest column is packed. In the others a card stands as high as what
 * comes next in the outline, so that a goal is level with the first goal under it, and never below the room that the
 * rest of its column needs.
 * @param cards in the order of the outline
 * @returns the top of each card, and the height of the whole
 */
export function spread(
	cards: readonly Card[],
	columns: number,
	gap: number
): { tops: Map<string, number>; height: number } {
	const rest = columnHeights(cards, columns, gap);
	const height = Math.max(0, ...rest);
	const longest = rest.indexOf(height);
	const free = rest.map(() => 0);
	const tops = new Map<string, number>();
	/** What stands under a goal of the longest column, and so beside it instead of beside the next. */
	const under = new Set<string>();
	for (const card of cards) {
		const { id, column, above = '' } = card;
		const isUnder = under.has(above);
		if (isUnder || column === longest) under.add(id);
		const wish = isUnder ? tops.get(above)! : free[longest]!;
		const top =
			column === longest ? free[column]! : Math.min(Math.max(free[column]!, wish), height - rest[column]!);
		tops.set(id, top);
		free[column] = top + card.height + gap;
		rest[column]! -= card.height + gap;
	}
	return { tops, height };
}
