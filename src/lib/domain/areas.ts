import { group } from 'd3';
import type { Area } from '../schema/area.ts';
import { levelByPrefix } from './area-code.ts';
import { areaNames } from './area-names.ts';

const numbered = /^Wijk \d\d\s*/;

/**
 * The name by which people know an area: without the number of the source. A wijk to which the source
 * gives no name keeps its number, with the first of its buurten behind it; that is derived, not a name.
 * @param buurten the buurten of the area on the same boundaries
 */
export function areaLabel(area: Area, buurten: readonly Area[]): { label: string; derived: boolean } {
	if (area.level !== 'wijk' || !numbered.test(area.name)) return { label: area.name, derived: false };
	const bare = area.name.replace(numbered, '');
	if (bare !== '') return { label: bare, derived: false };
	const [first] = buurten.toSorted((a, b) => a.code.localeCompare(b.code));
	return first
		? { label: `${area.name} (${first.name})`, derived: true }
		: { label: area.name, derived: false };
}

function levelName(code: string): string {
	const level = levelByPrefix[code.slice(0, 2)];
	return level ? areaNames[level].one : code;
}

/**
 * Places that stand in one view, each under a name of its own: a wijk and its buurt may be called the same, and two
 * buurten too. The level is put behind such names, or the code where the level is the same as well.
 */
export function distinct<T extends { code: string; label: string }>(places: readonly T[]): T[] {
	const same = group(places, ({ label }) => label);
	return places.map((place) => {
		const others = same.get(place.label)!.filter(({ code }) => code !== place.code);
		if (others.length === 0) return place;
		const level = levelName(place.code);
		const name = others.some(({ code }) => levelName(code) === level) ? place.code : level;
		return { ...place, label: `${place.label} (${name})` };
	});
}
