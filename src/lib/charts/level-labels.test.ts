import { describe, expect, it } from 'vitest';
import { placeLevelLabels } from './level-labels.ts';
import type { Level, Line } from './trend.ts';

const level = (y: number, label = 'uitgangspunt 2016: 41,0%'): Level => ({
	x1: 0,
	x2: 100,
	y,
	label,
	kind: 'baseline',
	dues: []
});

/** A line through points, given as percent across and pixels down. */
const line = (...points: [number, number][]): Line => ({
	area: 'A',
	dots: points.map(([x, y]) => ({ x, y, period: 2000 + x, value: y, table: 't' })),
	guides: points.slice(1).map(([x2, y2], i) => ({ x1: points[i]![0], y1: points[i]![1], x2, y2 })),
	gaps: []
});

const place = (levels: Level[], lines: Line[]) =>
	placeLevelLabels(levels, lines, 200).map(({ text }) => text);

describe('placeLevelLabels', () => {
	it('puts a label above its line, at the left, where nothing is in the way', () => {
		expect(place([level(100)], [line([0, 20], [100, 30])])).toEqual([{ x: 0.5, y: 94 }]);
	});

	it('goes to where no line crosses it', () => {
		const [beside] = place([level(100)], [line([0, 92], [40, 92], [100, 20]), line([0, 110], [100, 110])]);
		expect(beside!.y).toBe(94);
		expect(beside!.x).toBeGreaterThan(40);
		const [below] = place([level(100)], [line([0, 90], [100, 90])]);
		expect(below).toEqual({ x: 0.5, y: 116 });
	});

	it('has no place in the midst of lines', () => {
		expect(place([level(100)], [line([0, 90], [100, 90]), line([0, 110], [100, 110])])).toEqual([undefined]);
	});

	it('stays within the plot at its top and its foot', () => {
		expect(place([level(4)], [])[0]!.y).toBeGreaterThan(4);
		expect(place([level(196)], [])[0]!.y).toBeLessThan(196);
	});

	it('never lets two labels cover each other, or another level', () => {
		const [one, other] = place([level(100), level(110)], []);
		expect(one!.y).toBe(94);
		expect(other!.y).toBe(126);
		const [first, second] = place([level(100), level(100, 'afgesproken op 1 januari 2022: 41,0%')], []);
		expect(second!.x - first!.x >= 24 || second!.y - first!.y >= 12).toBe(true);
	});
});
