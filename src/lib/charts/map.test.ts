import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { classify, placeMap, type Shape } from './map.ts';

const areas = (values: number[]) => values.map((value, i) => ({ code: `WK${i}`, value }));

describe('classify', () => {
	it('puts about as many areas in each class, also where one lies far out', () => {
		const { classes } = classify(areas([70, 71, 72, 73, 74, 75, 76, 77, 78, 20]));
		expect(classes.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
		expect(classes[0]?.low).toBe(20);
		expect(classes.at(-1)?.high).toBe(78);
	});

	it('has fewer classes where figures are equal, and one where all are', () => {
		expect(classify(areas([5, 5, 5, 5, 9])).classes.map(({ count }) => count)).toEqual([4, 1]);
		expect(classify(areas([5, 5])).classes).toEqual([{ low: 5, high: 5, count: 2 }]);
	});

	it('has no class without an area, and loses none', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 }), (tenths) => {
				const counts = classify(areas(tenths.map((value) => value / 4))).classes.map(({ count }) => count);
				expect(counts).not.toContain(0);
				expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tenths.length);
			})
		);
	});
});

test('whole figures have classes with whole bounds', () => {
	const { classes } = classify(areas([48, 50, 51, 53, 58, 59, 60, 66]));
	expect(classes.length).toBeGreaterThan(2);
	expect(classes.flatMap(({ low, high }) => [low, high]).every(Number.isInteger)).toBe(true);
});

describe('placeMap', () => {
	const square = (code: string, west: number, south: number): Shape => ({
		type: 'Feature',
		properties: { code },
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[west, south],
					[west + 0.1, south],
					[west + 0.1, south + 0.1],
					[west, south + 0.1],
					[west, south]
				]
			]
		}
	});

	it('keeps north up and west left, within its box', () => {
		const { areas: placed, width, height } = placeMap([square('ZW', 4, 52), square('NO', 4.1, 52.1)], 600);
		const [southWest, northEast] = placed;
		expect(width).toBe(600);
		expect(height).toBeGreaterThan(600);
		expect(southWest!.x).toBeLessThan(northEast!.x);
		expect(southWest!.y).toBeGreaterThan(northEast!.y);
		expect(Math.round(southWest!.room)).toBe(50);
	});

	it('puts a name where the area is wide', () => {
		// An L: a thin stroke upwards at the left, and a wide foot.
		const corner: Shape = {
			type: 'Feature',
			properties: { code: 'L' },
			geometry: {
				type: 'Polygon',
				coordinates: [
					[
						[4, 52],
						[4.1, 52],
						[4.1, 52.02],
						[4.02, 52.02],
						[4.02, 52.1],
						[4, 52.1],
						[4, 52]
					]
				]
			}
		};
		const [placed] = placeMap([corner], 600).areas;
		expect(placed!.room).toBe(100);
		expect(placed!.x).toBe(50);
		expect(placed!.y).toBeGreaterThan(75);
	});
});
