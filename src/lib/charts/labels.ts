import type { Dot } from '#lib/charts/trend.ts';

/** Least distance between two names, in pixels. */
const gap = 16;

/** Names at the ends of lines, moved apart so that none covers another. */
export function spreadLabels(ends: readonly { area: string; dot: Dot }[], height: number) {
	const sorted = ends.toSorted((a, b) => a.dot.y - b.dot.y);
	const heights = sorted.map(({ dot }) => dot.y);
	for (let i = 1; i < heights.length; i++) heights[i] = Math.max(heights[i]!, heights[i - 1]! + gap);
	const over = Math.max(0, (heights.at(-1) ?? 0) - height);
	for (let i = heights.length - 1; i >= 0; i--) {
		const below = heights[i + 1];
		heights[i] = below === undefined ? heights[i]! - over : Math.min(heights[i]!, below - gap);
	}
	return sorted.map(({ area, dot }, i) => ({
		area,
		x: dot.x,
		y: heights[i]!,
		fromY: dot.y,
		value: dot.value,
		period: dot.period
	}));
}
