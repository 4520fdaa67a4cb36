import type { Boundary } from './adapter.ts';

type Point = readonly [x: number, y: number];

/** How far a simplified border may lie from the real one, in metres: half a pixel of the largest map. */
export const tolerance = 25;

const metresPerDegree = 111_320;
const keyOf = ([x, y]: Point): string => `${x},${y}`;

/** A point in metres; a degree of longitude is shorter the further north. */
const inMetres = ([x, y]: Point): Point => [
	x * metresPerDegree * Math.cos((52 * Math.PI) / 180),
	y * metresPerDegree
];

/** Distance of a point to a piece of a line, in metres. */
function distance(point: Point, from: Point, to: Point): number {
	const [px, py] = inMetres(point);
	const [ax, ay] = inMetres(from);
	const [bx, by] = inMetres(to);
	const [dx, dy] = [bx - ax, by - ay];
	const length = dx * dx + dy * dy;
	const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
	return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}

/** Leaves out points of a line that lie close to the rest of it (D.H. Douglas and T.K. Peucker, 1973). */
function thin(line: readonly Point[]): Point[] {
	const kept = new Set([0, line.length - 1]);
	const todo: [number, number][] = [[0, line.length - 1]];
	for (let piece = todo.pop(); piece; piece = todo.pop()) {
		const [from, to] = piece;
		let farthest = from;
		let most = tolerance;
		for (let i = from + 1; i < to; i++) {
			const own = distance(line[i]!, line[from]!, line[to]!);
			if (own > most) [farthest, most] = [i, own];
		}
		if (farthest === from) continue;
		kept.add(farthest);
		todo.push([from, farthest], [farthest, to]);
	}
	return line.filter((_, i) => kept.has(i));
}

/** Thins a line the same way from both sides, so that two neighbours keep one border. */
function thinBothWays(line: readonly Point[]): Point[] {
	const back = line.toReversed();
	const text = (own: readonly Point[]) => own.slice(0, 2).map(keyOf).join(' ');
	return text(line) <= text(back) ? thin(line) : thin(back).toReversed();
}

const isRing = (value: unknown): value is Point[] =>
	Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === 'number';

const ringsOf = (nested: unknown): Point[][] =>
	isRing(nested) ? [nested] : (nested as unknown[]).flatMap(ringsOf);

const mapRings = (nested: unknown, change: (ring: Point[]) => Point[]): unknown =>
	isRing(nested) ? change(nested) : (nested as unknown[]).map((each) => mapRings(each, change));

/** Points in which more than two borders meet: these stay where they are. */
function junctionsIn(rings: readonly (readonly Point[])[]): ReadonlySet<string> {
	const neighbours = new Map<string, Set<string>>();
	for (const ring of rings)
		for (const [i, point] of ring.slice(0, -1).entries()) {
			const own = neighbours.get(keyOf(point)) ?? new Set();
			own.add(keyOf(ring.at(i === 0 ? -2 : i - 1)!)).add(keyOf(ring[i + 1]!));
			neighbours.set(keyOf(point), own);
		}
	return new Set([...neighbours].filter(([, own]) => own.size > 2).map(([key]) => key));
}

/** A closed ring as lines between its junctions; one without any is cut at two points that its shape decides. */
function linesOf(ring: readonly Point[], junctions: ReadonlySet<string>): Point[][] {
	const open = ring.slice(0, -1);
	const cuts = [...open.keys()].filter((i) => junctions.has(keyOf(open[i]!)));
	if (cuts.length < 2) {
		const indexes = [...open.keys()];
		const first = cuts[0] ?? indexes.reduce((a, b) => (keyOf(open[b]!) < keyOf(open[a]!) ? b : a));
		const far = (i: number) => distance(open[i]!, open[first]!, open[first]!);
		const second = indexes.reduce((a, b) =>
			far(b) > far(a) || (far(b) === far(a) && keyOf(open[b]!) < keyOf(open[a]!)) ? b : a
		);
		cuts.splice(0, cuts.length, ...[first, second].toSorted((a, b) => a - b));
	}
	const turned = [...open.slice(cuts[0]), ...open.slice(0, cuts[0]), open[cuts[0]!]!];
	const ends = [...cuts.map((i) => i - cuts[0]!), open.length];
	return ends.slice(1).map((end, i) => turned.slice(ends[i], end + 1));
}

/**
 * Boundaries with fewer points, no point further than the tolerance from where it was. Neighbours keep the same border
 * between them. A ring that would be nothing any more stays as it was.
 */
export function simplify(boundaries: readonly Boundary[]): Boundary[] {
	const junctions = junctionsIn(boundaries.flatMap(({ geometry }) => ringsOf(geometry.coordinates)));
	const simpler = (ring: Point[]): Point[] => {
		const lines = linesOf(ring, junctions).map(thinBothWays);
		const made = [...lines.flatMap((line) => line.slice(0, -1)), lines[0]![0]!];
		return made.length < 4 ? ring : made;
	};
	return boundaries.map((each) => ({
		...each,
		geometry: {
			...each.geometry,
			coordinates: mapRings(each.geometry.coordinates, simpler) as unknown[]
		}
	}));
}
