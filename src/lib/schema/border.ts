import { z } from 'zod';
import { area, areaCode } from './area.ts';

/** Longitude and latitude in degrees (WGS84), in that order. */
const position = z.array(z.number()).length(2);
/** A closed line: its last position is its first. */
const ring = z.array(position).min(4);
const polygon = z.array(ring).min(1);

const geometry = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('Polygon'), coordinates: polygon }),
	z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) })
]);

/** The shape of one area. */
export const border = z.strictObject({
	type: z.literal('Feature'),
	id: areaCode,
	properties: z.strictObject({ code: areaCode, name: area.shape.name, level: area.shape.level }),
	geometry
});

/** A map in GeoJSON (RFC 7946): the borders of areas on the boundaries of the year that its file is named after. */
export const borders = z.strictObject({
	type: z.literal('FeatureCollection'),
	features: z.array(border)
});

export type Border = z.infer<typeof border>;
