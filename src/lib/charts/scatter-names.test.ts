import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeNames, type Place } from './scatter-names.ts';

const size = { width: 270, height: 420 };
const none = new Set<string>();
const point = (key: string, x: number, y: number, label = 'Honselersdijk') => ({ key, label, x, y });

/** The box of a name, counted with letters that are a little narrower than those of the page. */
function box({ x, y, label }: ReturnType<typeof point>, place: Place) {
	const width = label.length * 6;
	const [left, top] = {
		right: [x + 9, y - 6],
		left: [x - 9 - width, y - 6],
		above: [x - width / 2, y - 21],
		below: [x - width / 2, y + 9]
	}[place] as [number, number];
	return { left, right: left + width, top, bottom: top + 12 };
}

test.each([
	['right', point('a', 20, 200)],
	['left', point('a', 260, 200)],
	['above', point('a', 135, 200, 'x'.repeat(25))],
	['below', point('a', 135, 10, 'x'.repeat(25))]
])('there is room for a name %s of its point', (side, given) =>
	expect(placeNames([given], none, size)).toEqual(new Map([['a', side]]))
);

test('a name that fits on a wide chart and on no side of a narrow one is left out there', () => {
	const long = point('a', 100, 200, 'Een wijk met een heel erg lange naam die maar doorgaat');
	expect(placeNames([long], none, size).size).toBe(0);
	expect(placeNames([long], none, { ...size, width: 1200 }).get('a')).toBe('right');
});

test('a name covers no point, but for one that was chosen and has no other place', () => {
	const crowd = Array.from({ length: 900 }, (_, i) =>
		point(`${i}`, (i % 30) * 9 + 4, Math.floor(i / 30) * 14 + 7)
	);
	expect(placeNames(crowd, none, size).size).toBe(0);
	expect([...placeNames(crowd, new Set(['400']), size).keys()]).toEqual(['400']);
});

test('no name covers another or leaves the chart, wherever the points are', () => {
	const given = fc.record({
		x: fc.integer({ min: 0, max: size.width }),
		y: fc.integer({ min: 0, max: size.height }),
		label: fc.string({ minLength: 1, maxLength: 30 })
	});
	fc.assert(
		fc.property(fc.array(given, { maxLength: 40 }), (all) => {
			const points = all.map(({ x, y, label }, i) => point(`${i}`, x, y, label));
			const places = placeNames(points, new Set(['3']), size);
			const boxes = points.flatMap((each) =>
				places.has(each.key) ? [box(each, places.get(each.key)!)] : []
			);
			for (const [i, one] of boxes.entries()) {
				expect(one.left >= 0 && one.right <= size.width && one.top >= 0 && one.bottom <= size.height).toBe(
					true
				);
				for (const other of boxes.slice(i + 1))
					expect(
						one.left < other.right &&
							other.left < one.right &&
							one.top < other.bottom &&
							other.top < one.bottom
					).toBe(false);
			}
		})
	);
});
