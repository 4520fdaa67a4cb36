import { cross, range } from 'd3';
import type { Level, Line } from './trend.ts';

/** A level with the place of its label: left end in percent of the width, foot in pixels from the top. */
export interface PlacedLevel extends Level {
	/** None where every place along the line is taken; then only the key of the chart names it. */
	text?: { x: number; y: number };
}

/** A part of the plot: across in percent, down in pixels. */
interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Width of a letter on a plot of some 650 pixels, in percent; on a wider one a label takes less. */
const letter = 1;
/** Feet of a label above its line and below it, in pixels from that line, and the height of its letters. */
const feet = { above: -6, below: 16, height: 12 };
/** How far apart the places are that are tried, in percent. */
const step = 2;

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Whether a straight line goes through a box. */
function crosses({ x1, y1, x2, y2 }: Line['guides'][number], box: Box): boolean {
	const [from, to] = [Math.max(x1, box.left), Math.min(x2, box.right)];
	if (from > to) return false;
	const at = (x: number) => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1 || 1);
	return Math.min(at(from), at(to)) < box.bottom && Math.max(at(from), at(to)) > box.top;
}

const covers = (box: Box, { guides, dots }: Line): boolean =>
	guides.some((guide) => crosses(guide, box)) ||
	dots.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);

/**
 * Gives the label of each level a place along its line where it covers nothing: no line, no point, no other level
 * and no label. Above its line goes before below it, and the left before the right.
 * @param height of the plot, in pixels
 */
export function placeLevelLabels(
	levels: readonly Level[],
	lines: readonly Line[],
	height: number
): PlacedLevel[] {
	const taken: Box[] = [];
	return levels.map((level) => {
		const width = level.label.length * letter;
		const rules = levels.filter((other) => other !== level).map(({ y }) => y);
		const places = cross(
			[feet.above, feet.below],
			range(level.x1 + 0.5, level.x2 - width, step),
			(foot, left): Box => {
				const bottom = level.y + foot;
				return { left, right: left + width, top: bottom - feet.height, bottom };
			}
		);
		const free = places.find(
			(box) =>
				box.top >= 0 &&
				box.bottom <= height &&
				!lines.some((line) => covers(box, line)) &&
				!rules.some((y) => y > box.top && y < box.bottom) &&
				!taken.some((other) => overlap(box, other))
		);
		if (!free) return level;
		taken.push(free);
		return { ...level, text: { x: free.left, y: free.bottom } };
	});
}
