import { geoIdentity, geoPath, range, scaleQuantile, scaleThreshold } from 'd3';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';

export type Shape = Feature<Polygon | MultiPolygon, { code: string }>;

/** A wijk on the map: `d` in a box of `width` by `height`, the place of its name in percent of that box. */
export interface MapArea {
	code: string;
	d: string;
	x: number;
	y: number;
	/** Room for a name, in percent of the width. */
	room: number;
}

export interface Map {
	width: number;
	height: number;
	areas: MapArea[];
}

/** The wijken of a gemeente on a map, with the code and the name of that gemeente. */
export interface NamedMap extends Map {
	code: string;
	name: string;
}

/** The maps on which something has a value. */
export const withValues = (
	maps: readonly NamedMap[],
	marks: readonly { area: string; value: number | null }[]
): NamedMap[] => {
	const valued = new Set(marks.flatMap(({ area, value }) => (value === null ? [] : area)));
	return maps.filter(({ areas }) => areas.some(({ code }) => valued.has(code)));
};

const toPlane =
	(latitude: number) =>
	([longitude, height]: Position): Position => [longitude! * Math.cos((latitude * Math.PI) / 180), height!];

function project(shape: Shape, plane: (position: Position) => Position): Shape {
	const { geometry } = shape;
	const rings = (polygon: Position[][]) => polygon.map((ring) => ring.map(plane));
	return {
		...shape,
		geometry:
			geometry.type === 'Polygon'
				? { ...geometry, coordinates: rings(geometry.coordinates) }
				: { ...geometry, coordinates: geometry.coordinates.map(rings) }
	};
}

/**
 * Places the wijken of one gemeente in a box. WGS84 is flattened around the middle of the Netherlands (52° north):
 * within one gemeente that differs less than a line's width from the national grid.
 * @param width of the box, in pixels; its height follows from the shapes
 */
export function placeMap(shapes: readonly Shape[], width: number): Map {
	const flat: FeatureCollection<Polygon | MultiPolygon, { code: string }> = {
		type: 'FeatureCollection',
		features: shapes.map((shape) => project(shape, toPlane(52.1)))
	};
	const [[left, top], [right]] = geoPath(geoIdentity().reflectY(true)).bounds(flat);
	const scale = width / (right - left);
	const projection = geoIdentity()
		.reflectY(true)
		.scale(scale)
		.translate([-left * scale, -top * scale]);
	const path = geoPath(projection).digits(1);
	const height = Math.ceil(path.bounds(flat)[1][1]);
	return {
		width,
		height,
		areas: flat.features.map((feature) => {
			const middle = path.centroid(feature);
			const { type, coordinates } = feature.geometry;
			const rings = (type === 'Polygon' ? [coordinates] : coordinates)
				.flat()
				.map((ring) => ring.map(([east, north]) => [(east! - left) * scale, (-north! - top) * scale]));
			const [[, highest], [, lowest]] = path.bounds(feature);
			const [from, to, y] = nameStretch(rings, middle, [highest, lowest]);
			const x = (from + to) / 2;
			return {
				code: feature.properties.code,
				d: path(feature) ?? '',
				x: Math.round((x / width) * 1000) / 10,
				y: Math.round((y / height) * 1000) / 10,
				room: Math.round(((to - from) / width) * 100)
			};
		})
	};
}

/** A class of a map: from `low` up to `high` (the last one up to and including it). */
export interface MapClass {
	low: number;
	high: number;
	count: number;
}

export interface Classes {
	classes: MapClass[];
	/** The class of each area, from 0; areas without a figure are left out. */
	classOf: Record<string, number>;
}

type Positions = readonly (readonly number[])[];

/** Where a horizontal line crosses rings: the widest stretch inside them, from left to right. */
function widestAt(rings: readonly Positions[], y: number): [number, number] | undefined {
	const crossings = rings
		.flatMap((ring) =>
			ring.slice(1).flatMap(([x2, y2], i) => {
				const [x1, y1] = ring[i]!;
				return y1! > y === y2! > y ? [] : [x1! + ((y - y1!) / (y2! - y1!)) * (x2! - x1!)];
			})
		)
		.toSorted((a, b) => a - b);
	return crossings
		.flatMap((x, i): [number, number][] =>
			i % 2 === 0 && i + 1 < crossings.length ? [[x, crossings[i + 1]!]] : []
		)
		.toSorted(([a, b], [c, d]) => d - c - (b - a))[0];
}

/** Half the height of a line of text on a map of 600 pixels wide. */
const halfLine = 8;

/**
 * Where a name fits best: at the height of the middle, unless the area is much wider somewhere else.
 * @returns left and right of the stretch that is inside over a whole line of text, and its height
 */
function nameStretch(
	rings: readonly Positions[],
	[x, middle]: readonly [number, number],
	[highest, lowest]: readonly [number, number]
): [number, number, number] {
	const none: [number, number, number] = [x, x, middle];
	const at = (y: number): [number, number, number] => {
		const found = [y - halfLine, y, y + halfLine].map((each) => widestAt(rings, each));
		const from = Math.max(...found.map((stretch) => stretch?.[0] ?? Infinity));
		const to = Math.min(...found.map((stretch) => stretch?.[1] ?? -Infinity));
		return to > from ? [from, to, y] : none;
	};
	const own = at(middle);
	const best = range(0.1, 0.95, 0.05)
		.map((part) => at(highest + part * (lowest - highest)))
		.toSorted(([a, b], [c, d]) => d - c - (b - a))[0]!;
	return own[1] - own[0] >= (best[1] - best[0]) * 0.75 ? own : best;
}

/** How many classes a map has, where its figures differ enough. */
export const mostClasses = 5;

const toTenths = (value: number): number => Math.round(value * 10) / 10;

/**
 * Five classes with about as many areas in each (quantiles), with bounds in tenths, as the figures are published.
 * Classes of equal width would leave most of a map in one tint as soon as one area lies far out. Where figures are
 * equal, bounds coincide and there are fewer classes; no class is empty. Whole figures, such as counts, get whole bounds.
 * @param values at least one
 */
export function classify(values: readonly { code: string; value: number }[]): Classes {
	const numbers = values.map(({ value }) => value);
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	const round = numbers.every(Number.isInteger) ? Math.ceil : toTenths;
	const bounds = scaleQuantile(numbers, range(mostClasses)).quantiles().map(round);
	const thresholds = [...new Set(bounds)].filter(
		(bound, i, all) =>
			bound <= high && numbers.some((value) => value < bound && value >= (all[i - 1] ?? -Infinity))
	);
	const scale = scaleThreshold(thresholds, range(thresholds.length + 1));
	const classOf = Object.fromEntries(values.map(({ code, value }) => [code, scale(value)]));
	const classes = range(thresholds.length + 1).map((index) => ({
		low: thresholds[index - 1] ?? low,
		high: thresholds[index] ?? high,
		count: Object.values(classOf).filter((other) => other === index).length
	}));
	return { classes, classOf };
}
