import { geoIdentity, geoPath, range, scaleQuantize } from 'd3';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';

export type Shape = Feature<Polygon | MultiPolygon, { code: string }>;

/** A wijk on the map: `d` in a box of `width` by `height`, the middle in percent of that box. */
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
			const [x, y] = path.centroid(feature);
			const [[left], [right]] = path.bounds(feature);
			return {
				code: feature.properties.code,
				d: path(feature) ?? '',
				x: Math.round((x / width) * 1000) / 10,
				y: Math.round((y / height) * 1000) / 10,
				room: Math.round(((right - left) / width) * 100)
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

/** Five classes of equal width with round bounds, each with the number of areas in it. */
export function classify(
	values: readonly { code: string; value: number }[],
	step = niceStep(values.map(({ value }) => value))
): Classes {
	const numbers = values.map(({ value }) => value);
	const start = Math.floor(Math.min(...numbers) / step) * step;
	const scale = scaleQuantize([start, start + 5 * step], range(5));
	const classOf = Object.fromEntries(values.map(({ code, value }) => [code, scale(value)]));
	const classes = range(5).map((index) => ({
		low: round(start + index * step),
		high: round(start + (index + 1) * step),
		count: Object.values(classOf).filter((other) => other === index).length
	}));
	return { classes, classOf };
}

const round = (number: number): number => Math.round(number * 1000) / 1000;

/** The smallest round width with which five classes hold all values. */
function niceStep(numbers: readonly number[]): number {
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	const steps = range(-2, 7).flatMap((power) => [1, 2, 2.5, 5].map((factor) => factor * 10 ** power));
	return steps.find((step) => Math.floor(low / step) * step + 5 * step >= high) ?? high - low;
}
