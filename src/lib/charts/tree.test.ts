import { describe, expect, test } from 'vitest';
import { everything, goals, links, size } from './tree.fixture.ts';
import { placeTree } from './tree.ts';

const layout = placeTree(goals, links, everything, size);
const place = (id: string) => layout.goals.get(id)!;

describe('placeTree', () => {
	test('one column a level, in the order of the outline', () => {
		expect(layout.columns).toEqual(['impact', 'outcome', 'output', 'throughput', 'input']);
		expect([...layout.goals.keys()]).toHaveLength(goals.length);
		expect(['plan', 'step', 'pilot'].map((id) => place(id).column)).toEqual([3, 3, 3]);
		expect(layout.roots).toEqual(['whole']);
	});

	test('a goal under one of its own level is moved in', () => {
		expect(place('plan').indent).toBe(0);
		expect(place('step').indent).toBe(1);
		expect(place('step').row).toBe(place('plan').row + 1);
	});

	test('a goal is level with the first goal under it', () => {
		expect(place('whole').top).toBe(0);
		expect(place('work').top).toBe(0);
		expect(place('home').top).toBe(place('pilot').top);
	});

	test('no two cards of a column overlap, and all are within the height', () => {
		for (const a of layout.goals.values()) {
			expect(a.top).toBeGreaterThanOrEqual(0);
			expect(a.top + a.height).toBeLessThanOrEqual(layout.height);
			for (const b of layout.goals.values())
				if (a.column === b.column && a.row < b.row)
					expect(a.top + a.height + size.gap).toBeLessThanOrEqual(b.top);
		}
	});

	test('says of each link whether the outline follows it', () => {
		const first = layout.links.filter((link) => link.first).map(({ from, to }) => `${from} ${to}`);
		expect(first).toContain('course home');
		expect(first).not.toContain('course work');
		expect(first).toHaveLength(goals.length - 1);
	});

	test('a link past a hidden goal is derived', () => {
		const visible = new Set([...everything].filter((id) => id !== 'advice'));
		const shown = placeTree(goals, links, visible, size, ['impact', 'outcome', 'throughput']);
		expect(shown.links).toContainEqual({ from: 'team', to: 'work', via: 1, origin: 'derived', first: true });
	});
});
