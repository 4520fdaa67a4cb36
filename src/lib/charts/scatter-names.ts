import { group, least } from 'd3';

/** Side of its point on which a name is written. */
export type Place = 'right' | 'left' | 'above' | 'below';

/** A point with its name; `x` and `y` in pixels. */
interface Named {
	key: string;
	label: string;
	x: number;
	y: number;
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Width of a letter of a name, of one in bold, and height of a name, in pixels; and how far from a point it is. */
const letter = 7.1;
const boldLetter = 7.8;
const line = 14;
const away = 9;
const radius = 5;
/** How far below the middle of a point the middle of a name is that is above or below it. */
export const beyond = 15;

/** More names than this are not tried. */
const mostNames = 200;

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Where a name would be on each side, in the order in which they are tried. */
function boxesOf({ x, y, label }: Named, isBold: boolean): [Place, Box][] {
	const width = label.length * (isBold ? boldLetter : letter);
	const at = (left: number, middle: number): Box => ({
		left,
		right: left + width,
		top: middle - line / 2,
		bottom: middle + line / 2
	});
	return [
		['right', at(x + away, y)],
		['left', at(x - away - width, y)],
		['above', at(x - width / 2, y - beyond)],
		['below', at(x - width / 2, y + beyond)]
	];
}

/** How high the strips are by which points are found. */
const strip = 32;

/** Counts points whose dots a box covers, apart from one: only those in the strips that it lies in are looked at. */
function countDots(points: readonly Named[]): (box: Box, but: Named) => number {
	const stripOf = (y: number): number => Math.floor(y / strip);
	const strips = group(points, ({ y }) => stripOf(y));
	return ({ left, right, top, bottom }, but) => {
		let covered = 0;
		for (let i = stripOf(top - radius); i <= stripOf(bottom + radius); i++)
			for (const point of strips.get(i) ?? []) {
				const { x, y } = point;
				const isWithin = x + radius > left && x - radius < right && y + radius > top && y - radius < bottom;
				if (isWithin && point.key !== but.key) covered += 1;
			}
		return covered;
	};
}

/**
 * Finds a place for the names of points, those that are chosen first: within the chart, where they cover no other name
 * and no point. The name of a chosen point may cover points, as few as can be, where there is no place without.
 * @param size of the chart in pixels
 * @returns by key the side of each name; a name for which there is no room is not in it
 */
export function placeNames(
	points: readonly Named[],
	chosen: ReadonlySet<string>,
	{ width, height }: { width: number; height: number }
): Map<string, Place> {
	const dotsIn = countDots(points);
	const taken: Box[] = [];
	const places = new Map<string, Place>();
	const first = chosen.size > 0 ? points.filter(({ key }) => chosen.has(key)) : [];
	const others = points.slice(0, mostNames + first.length).filter(({ key }) => !chosen.has(key));
	for (const point of [...first, ...others].slice(0, mostNames)) {
		const isChosen = chosen.has(point.key);
		const able = boxesOf(point, isChosen).filter(
			([, box]) =>
				box.left >= 0 &&
				box.right <= width &&
				box.top >= 0 &&
				box.bottom <= height &&
				!taken.some((other) => overlap(box, other))
		);
		const counted = able.map(([place, box]) => ({ place, box, covered: dotsIn(box, point) }));
		const found = least(counted, ({ covered }) => covered);
		if (!found || (!isChosen && found.covered > 0)) continue;
		places.set(point.key, found.place);
		taken.push(found.box);
	}
	return places;
}
