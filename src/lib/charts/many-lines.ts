import type { Line } from './trend.ts';

/**
 * Very many lines as one path, in a box that is 100 wide: thousands of elements would make a page stand still.
 * Gaps and breaks stay open, as in the lines themselves.
 */
export const pathOfLines = (lines: readonly Line[]): string =>
	lines.flatMap(({ guides }) => guides.map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`)).join('');
