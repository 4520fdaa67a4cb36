import { describe, expect, test } from 'vitest';
import { everything, goals, links, size } from './tree.fixture.ts';
import { drawCurves, drawLanes } from './tree-links.ts';
import { cardShare, fullWidth, indentShare, placeTree } from './tree.ts';

const layout = placeTree(goals, links, everything, size);
const drawn = drawLanes(layout);
const width = fullWidth / layout.columns.length;
const pathOf = (from: string, to: string) => drawn.find((link) => link.from === from && link.to === to)!.d;

/** The points that a path goes through, bends cut off. */
function pointsOf(d: string): [number, number][] {
	let [x, y] = [0, 0];
	return [...d.matchAll(/([MHVQ])([^MHVQ]*)/g)].map(([, letter, text]) => {
		const numbers = text!
			.trim()
			.split(/[\s,]+/)
			.map(Number);
		if (letter === 'H') x = numbers[0]!;
		else if (letter === 'V') y = numbers[0]!;
		else [x, y] = [numbers.at(-2)!, numbers.at(-1)!];
		return [x, y];
	});
}

/** Whether a straight stretch between two points goes over a card. */
const isUnder = (a: [number, number], b: [number, number]): string | undefined =>
	[...layout.goals.values()].find(({ column, indent, top, height }) => {
		const [left, right] = [(column + indent * indentShare) * width, (column + cardShare) * width];
		const [low, high] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
		const [above, below] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
		return high > left + 0.5 && low < right - 0.5 && below > top + 0.5 && above < top + height - 0.5;
	})?.id;

describe('drawLanes', () => {
	test('draws every link, with where it comes from', () => {
		expect(drawn.map(({ from, to, origin }) => ({ from, to, origin }))).toEqual(
			layout.links.map(({ from, to, origin }) => ({ from, to, origin }))
		);
		expect(drawn.filter(({ d }) => !/^M[\d .HVQ-]+$/.test(d))).toEqual([]);
	});

	test.each(drawn)('$from to $to goes past every card', ({ d }) => {
		const points = pointsOf(d);
		expect(points.slice(1).flatMap((point, i) => isUnder(points[i]!, point) ?? [])).toEqual([]);
	});

	test('begins at the upper goal and ends at the lower one', () => {
		const points = pointsOf(pathOf('money', 'whole'));
		const [upper, lower] = [layout.goals.get('whole')!, layout.goals.get('money')!];
		expect(points[0]![0]).toBe(cardShare * width);
		expect(points[0]![1]).toBeGreaterThan(upper.top);
		expect(points[0]![1]).toBeLessThan(upper.top + upper.height);
		expect(points.at(-1)![0]).toBe(lower.column * width);
		expect(points.at(-1)![1]).toBe(lower.top + lower.height / 2);
	});

	test('runs up and down in gutters only', () => {
		for (const { d, first, from, to } of drawn) {
			const own = first && layout.goals.get(from)!.column === layout.goals.get(to)!.column;
			const points = pointsOf(d);
			for (const [i, [x, y]] of points.entries())
				if (!own && i > 0 && Math.abs(y - points[i - 1]![1]) > 20)
					expect((x / width) % 1, `${from} ${to}`).toBeGreaterThan(cardShare);
		}
	});

	test('two goals that each have links in one stretch of a gutter do not share a lane', () => {
		const laneOf = (d: string) => Number(/Q([\d.]+)/.exec(d)![1]);
		expect(laneOf(pathOf('course', 'work'))).not.toBe(laneOf(pathOf('pilot', 'home')));
	});

	test('links of one goal arrive apart', () => {
		const ends = ['home', 'work'].map((to) => pointsOf(pathOf('course', to)).at(-1)![1]);
		expect(Math.abs(ends[0]! - ends[1]!)).toBeGreaterThanOrEqual(4);
	});
});

test('drawCurves goes from the middle of one column to that of another, and bows within one', () => {
	const curves = drawCurves(layout);
	expect(curves).toHaveLength(layout.links.length);
	const of = (from: string) => curves.find((link) => link.from === from)!.d;
	expect(of('work')).toMatch(/^M100,20C.*300,20$/);
	expect(of('step')).toMatch(/^M700,\S+C650,/);
});
