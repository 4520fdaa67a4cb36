import { expect, test } from 'vitest';
import { goals, links } from './tree.fixture.ts';
import { smallTree } from './tree-small.ts';

const named = goals.map((goal) => ({ ...goal, title: goal.id, measured: 'none' as const }));

test('a mark for each goal in the column of its level, and a curve for each link', () => {
	const { marks, links: curves, height } = smallTree(named, links);
	expect(marks.map(({ id }) => id)).toEqual(goals.map(({ id }) => id));
	expect(new Set(marks.map(({ level, x }) => `${level} ${x}`))).toEqual(
		new Set(['impact 10', 'outcome 30', 'output 50', 'throughput 70', 'input 90'])
	);
	expect(curves).toHaveLength(links.length);
	expect(marks.filter(({ y }) => y < 0 || y > height)).toEqual([]);
});

test('many goals stand closer together, and never on each other', () => {
	const many = Array.from({ length: 95 }, (_, i) => ({
		id: `goal-${i}`,
		level: 'output' as const,
		title: '',
		measured: 'none' as const
	}));
	const { marks, mark, height } = smallTree(many, []);
	expect(height).toBeLessThan(600);
	expect(mark).toBeLessThan(smallTree(named, links).mark);
	const ys = marks.map(({ y }) => y).toSorted((a, b) => a - b);
	expect(Math.min(...ys.slice(1).map((y, i) => y - ys[i]!))).toBeGreaterThan(mark);
});
