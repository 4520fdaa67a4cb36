import { group } from 'd3';
import { areaLabel } from '#lib/domain/areas.ts';
import { levelOf } from '#lib/domain/area-code.ts';
import { geoitemOf, geolevelOf } from '#lib/domain/swing/place.ts';
import type { Area, OwnAreas } from '#lib/schema/area.ts';
import type { MonitorData } from '#lib/schema/model.ts';

/** A place as Swing names it. */
export interface Place {
	geolevel: string;
	geoitem: string;
}

/** The place of an area of the division on the boundaries of a year. */
export const placeOf = (code: string, boundaries: number): Place => ({
	geolevel: geolevelOf(levelOf(code), boundaries),
	geoitem: geoitemOf(code)
});

/** The place of an area of the organisation itself; its level never has the name of one of the division. */
export const ownPlace = (own: OwnAreas, area: OwnAreas['areas'][number]): Place => ({
	geolevel: `eigen_${own.level.id.replaceAll('-', '_')}${area.boundaries}`,
	geoitem: area.code.toLowerCase().replaceAll('-', '_')
});

/** Whether an area belongs in the export of a gemeente: the country, the gemeente itself, its wijken and buurten. */
export const isPartOf =
	(municipality: string) =>
	(code: string): boolean =>
		code === 'NL01' || code.slice(2, 6) === municipality.slice(2);

/** A line of the table of areas. */
export interface AreaLine extends Place {
	naam: string;
	boven_geolevel: string;
	boven_geoitem: string;
	/** Code at Statistics Netherlands, or that of the monitor. */
	gebied: string;
	grenzen: number;
}

function lineOf(area: Area, all: ReadonlyMap<string, Area[]>): AreaLine {
	const { code, level, parent, boundaries } = area;
	const above = parent || (level === 'gemeente' ? 'NL01' : '');
	const over = above ? placeOf(above, boundaries) : { geolevel: '', geoitem: '' };
	return {
		...placeOf(code, boundaries),
		naam: areaLabel(area, all.get(`${code} ${boundaries}`) ?? []).label,
		boven_geolevel: over.geolevel,
		boven_geoitem: over.geoitem,
		gebied: code,
		grenzen: boundaries
	};
}

/**
 * The areas of a monitor on the boundaries of its figures, those of the organisation itself last.
 * @param years of the boundaries
 */
export function areaLines(
	areas: readonly Area[],
	{ monitor, areas: own }: MonitorData,
	years: ReadonlySet<number>
): AreaLine[] {
	const all = group(areas, ({ parent, boundaries }) => `${parent} ${boundaries}`);
	const isOurs = isPartOf(monitor.municipality);
	const division = areas
		.filter(({ code, boundaries }) => years.has(boundaries) && isOurs(code))
		.map((area) => lineOf(area, all));
	const ours = (own?.areas ?? []).map((area) => {
		const over = placeOf(monitor.municipality, area.boundaries);
		return {
			...ownPlace(own!, area),
			naam: area.name,
			boven_geolevel: over.geolevel,
			boven_geoitem: over.geoitem,
			gebied: area.code,
			grenzen: area.boundaries
		};
	});
	return [...division, ...ours];
}

/** Of which areas each of the organisation's own is made, and whether its source says so itself. */
export const compositionLines = ({ areas: own }: MonitorData) =>
	(own?.areas ?? []).flatMap((area) =>
		area.members.map((member) => {
			const part = placeOf(member, area.boundaries);
			return {
				...ownPlace(own!, area),
				deel_geolevel: part.geolevel,
				deel_geoitem: part.geoitem,
				herkomst: area.origin,
				waarom: area.why
			};
		})
	);
