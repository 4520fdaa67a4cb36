import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Boundary } from './adapter.ts';
import { sharedFile, withoutShared } from './files.fixture.ts';
import { simplify } from './simplify.ts';

type Ring = [number, number][];

const area = (code: string, ...rings: Ring[]): Boundary => ({
	...{ code, name: code, level: 'wijk' },
	geometry: { type: 'Polygon', coordinates: rings }
});
const ringsOf = ({ geometry }: Boundary): Ring[] =>
	(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as Ring[];
const closed = (points: Ring): Ring => [...points, points[0]!];
const edges = (areas: readonly Boundary[]): Set<string> =>
	new Set(
		areas
			.flatMap(ringsOf)
			.flatMap((ring) => ring.slice(1).map((to, i) => [String(ring[i]), String(to)].toSorted().join(' ')))
	);

/** About a metre, in degrees of latitude. */
const metre = 0.000009;

describe('a border', () => {
	test('loses points that lie within the tolerance, and keeps the others', () => {
		const ring = closed([
			[4, 52],
			[4.01, 52 + 10 * metre],
			[4.02, 52],
			[4.02, 52.02],
			[4.01, 52.02 + 100 * metre],
			[4, 52.02]
		]);
		const [made] = ringsOf(simplify([area('A', ring)])[0]!);
		expect(new Set(made!.map(String))).toEqual(
			new Set([ring[0]!, ring[2]!, ring[3]!, ring[4]!, ring[5]!].map(String))
		);
		expect(made!.at(0)).toEqual(made!.at(-1));
	});

	test('that would be nothing any more stays as it was', () => {
		const tiny = closed([
			[4, 52],
			[4, 52 + metre],
			[4 + metre, 52]
		]);
		expect(ringsOf(simplify([area('A', tiny)])[0]!)).toEqual([tiny]);
	});
});

describe('the border between two areas', () => {
	const wobble = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 30 });

	test('is one border still, wherever each of the two begins', () => {
		fc.assert(
			fc.property(wobble, fc.nat(30), fc.nat(30), (offsets, left, right) => {
				const between = offsets.map((own, i): [number, number] => [
					4 + own * metre,
					52 + ((i + 1) * 0.02) / (offsets.length + 1)
				]);
				const turn = (ring: Ring, by: number) => {
					const at = by % ring.length;
					return closed([...ring.slice(at), ...ring.slice(0, at)]);
				};
				const west: Ring = [[3.98, 52], [4, 52], ...between, [4, 52.02], [3.98, 52.02]];
				const east: Ring = [[4.02, 52.02], [4, 52.02], ...between.toReversed(), [4, 52], [4.02, 52]];
				const made = simplify([area('A', turn(west, left)), area('B', turn(east, right))]);
				const inner = (each: Boundary) =>
					ringsOf(each)[0]!
						.filter(([x]) => x > 3.99 && x < 4.01)
						.map(String);
				expect(new Set(inner(made[0]!))).toEqual(new Set(inner(made[1]!)));
				const before = new Set([...west, ...east].map(String));
				for (const ring of made.flatMap(ringsOf))
					for (const point of ring) expect(before.has(String(point))).toBe(true);
			}),
			{ numRuns: 200 }
		);
	});

	test('is one border in the whole country too, with fewer points', (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const { features } = JSON.parse(
			readFileSync(sharedFile('geometry/wijken-2024-nederland.geojson'), 'utf8')
		) as { features: { properties: { wijkcode: string }; geometry: Boundary['geometry'] }[] };
		const all = features.map(({ properties, geometry }) => ({ ...area(properties.wijkcode), geometry }));
		const points = (areas: readonly Boundary[]) =>
			areas.flatMap(ringsOf).reduce((sum, ring) => sum + ring.length, 0);
		const made = simplify(all);
		const share = (areas: readonly Boundary[]) => {
			const count = areas.flatMap(ringsOf).reduce((sum, ring) => sum + ring.length - 1, 0);
			return 1 - edges(areas).size / count;
		};
		expect(points(made)).toBeLessThan(points(all));
		expect(share(made)).toBeGreaterThanOrEqual(share(all));
	});
});
