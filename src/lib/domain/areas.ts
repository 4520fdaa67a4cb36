import type { Area } from '../schema/area.ts';

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
