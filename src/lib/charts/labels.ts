import type { Dot } from '#lib/charts/trend.ts';

interface End {
	area: string;
	dot: Dot;
}

/** Least distance between two names, in pixels. */
const gap = 16;

/** Names at the ends of lines, moved apart so that none covers another that ends in the same year. */
export const spreadLabels = (ends: readonly End[], height: number) =>
	[...new Set(ends.map(({ dot }) => dot.x))]
		.toSorted((a, b) => b - a)
		.flatMap((x) =>
			spread(
				ends.filter(({ dot }) => dot.x === x),
				height
			)
		);

function spread(ends: readonly End[], height: number) {
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
		period: dot.period,
		table: dot.table
	}));
}
