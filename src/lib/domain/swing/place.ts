import type { AreaLevel } from '../../schema/area.ts';
import { areaLevels } from '../area-code.ts';

/** How files for Swing call a level: the name that is written, and the names that are read. */
const names: Readonly<Record<AreaLevel, { written: string; read: RegExp }>> = {
	land: { written: 'nederland', read: /^(nederland|land|rijk)$/ },
	gemeente: { written: 'gemeente', read: /^gemeenten?$/ },
	wijk: { written: 'wijk', read: /^wijk(en)?$/ },
	buurt: { written: 'buurt', read: /^buurt(en)?$/ }
};

/**
 * A level as a file names it: `Gemeente`, `wijken`, or with the year of its boundaries `gemeente2024`.
 * @returns `undefined` for a level that the site does not know, as a province.
 */
export function toLevel(written: string): { level: AreaLevel; boundaries?: number } | undefined {
	const [, name = '', year] = /^(.*?)\s*(\d{4})?$/.exec(written.trim().toLowerCase()) ?? [];
	const level = areaLevels.find((each) => names[each].read.test(name));
	return level && { level, ...(year !== undefined && { boundaries: Number(year) }) };
}

/** The level of a file for Swing, with the year of its boundaries: a code may be another area in another year. */
export const geolevelOf = (level: AreaLevel, boundaries: number): string =>
	`${names[level].written}${boundaries}`;

/** An area as Swing numbers it: 637 for GM0637; a code with letters behind its prefix stays whole. */
export function geoitemOf(code: string): string {
	const digits = code.slice(2);
	return /^\d+$/.test(digits) ? String(Number(digits)) : code;
}
