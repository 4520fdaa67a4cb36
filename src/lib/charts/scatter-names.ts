import { least } from 'd3';

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
	const dots = points.map(({ key, x, y }) => ({
		key,
		...{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
	}));
	const taken: Box[] = [];
	const places = new Map<string, Place>();
	const order = points.toSorted((a, b) => Number(chosen.has(b.key)) - Number(chosen.has(a.key)));
	for (const point of order.slice(0, mostNames)) {
		const isChosen = chosen.has(point.key);
		const able = boxesOf(point, isChosen).filter(
			([, box]) =>
				box.left >= 0 &&
				box.right <= width &&
				box.top >= 0 &&
				box.bottom <= height &&
				!taken.some((other) => overlap(box, other))
		);
		const covered = (box: Box) => dots.filter((dot) => dot.key !== point.key && overlap(box, dot)).length;
		const found = least(able, ([, box]) => covered(box));
		if (!found || (!isChosen && covered(found[1]) > 0)) continue;
		places.set(point.key, found[0]);
		taken.push(found[1]);
	}
	return places;
}
