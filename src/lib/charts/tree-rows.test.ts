import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread, type Card } from './tree-rows.ts';

const card = (id: string, column: number, above?: string, height = 10): Card => ({
	id,
	column,
	above,
	height
});

describe('spread', () => {
	test('packs the longest column and puts a goal level with the first under it', () => {
		const { tops, height } = spread(
			[card('a', 0), card('a1', 1, 'a'), card('a2', 1, 'a'), card('b', 0), card('b1', 1, 'b')],
			2,
			2
		);
		expect(height).toBe(34);
		expect(Object.fromEntries(tops)).toEqual({ a: 0, a1: 0, a2: 12, b: 24, b1: 24 });
	});

	test('puts what is under a goal of the longest column beside that goal', () => {
		const { tops } = spread(
			[card('a', 0), card('b', 0), card('b1', 1, 'b'), card('b11', 2, 'b1'), card('c', 0)],
			3,
			2
		);
		expect([tops.get('b'), tops.get('b1'), tops.get('b11')]).toEqual([12, 12, 12]);
	});

	test('nothing has no height', () => {
		expect(spread([], 5, 7)).toEqual({ tops: new Map(), height: 0 });
	});

	test('cards of a column keep their order and never overlap, whatever the tree', () => {
		const trees = fc.array(
			fc.record({
				column: fc.nat(4),
				height: fc.integer({ min: 1, max: 90 }),
				above: fc.option(fc.nat(30))
			}),
			{ maxLength: 60 }
		);
		fc.assert(
			fc.property(trees, (nodes) => {
				const cards = nodes.map(({ column, height, above }, i) =>
					card(String(i), column, above !== null && above < i ? String(above) : undefined, height)
				);
				const { tops, height } = spread(cards, 5, 7);
				for (let column = 0; column < 5; column++) {
					let free = 0;
					for (const own of cards.filter((each) => each.column === column)) {
						expect(tops.get(own.id)).toBeGreaterThanOrEqual(free);
						free = tops.get(own.id)! + own.height + 7;
					}
					expect(free - 7).toBeLessThanOrEqual(height);
				}
			})
		);
	});
});
