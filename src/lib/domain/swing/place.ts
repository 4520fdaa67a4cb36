import type { AreaLevel } from '../../schema/area.ts';

const kinds: Readonly<Record<AreaLevel, { prefix: string; digits: number; name: string; form: RegExp }>> = {
	land: { prefix: 'NL', digits: 2, name: 'nederland', form: /^(nederland|land|rijk)$/ },
	gemeente: { prefix: 'GM', digits: 4, name: 'gemeente', form: /^gemeenten?$/ },
	wijk: { prefix: 'WK', digits: 6, name: 'wijk', form: /^wijk(en)?$/ },
	buurt: { prefix: 'BU', digits: 8, name: 'buurt', form: /^buurt(en)?$/ }
};
export const areaLevels = Object.keys(kinds) as AreaLevel[];

/** Whether a text is a code of an area, by the same form as the schema has; that one would bring its library along. */
const isCode = (text: string): boolean => /^(NL01|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/.test(text);

/** The level of an area, from its code. */
export const levelOf = (code: string): AreaLevel =>
	areaLevels.find((level) => code.startsWith(kinds[level].prefix))!;

/**
 * The code of an area as publishers write it: padded with spaces, `NL00` for the country, or a bare number (637 or
 * 0637 for GM0637) where the level is known.
 * @returns `undefined` where it is no code of that level.
 */
export function toAreaCode(written: string, level?: AreaLevel): string | undefined {
	const text = written.trim().toUpperCase();
	if (text === 'NL00' || (level === 'land' && /^(NL|0|1|NEDERLAND)$/.test(text)))
		return toAreaCode('NL01', level);
	const code =
		level !== undefined && level !== 'land' && /^\d+$/.test(text)
			? kinds[level].prefix + text.padStart(kinds[level].digits, '0')
			: text;
	return isCode(code) && (level === undefined || levelOf(code) === level) ? code : undefined;
}

/**
 * A level as a file names it: `Gemeente`, `wijken`, or with the year of its boundaries `gemeente2024`.
 * @returns `undefined` for a level that the site does not know, as a province.
 */
export function toLevel(written: string): { level: AreaLevel; boundaries?: number } | undefined {
	const [, name = '', year] = /^(.*?)\s*(\d{4})?$/.exec(written.trim().toLowerCase()) ?? [];
	const level = areaLevels.find((each) => kinds[each].form.test(name));
	return level && { level, ...(year !== undefined && { boundaries: Number(year) }) };
}

/** The level of a file for Swing, with the year of its boundaries: a code may be another area in another year. */
export const geolevelOf = (level: AreaLevel, boundaries: number): string =>
	`${kinds[level].name}${boundaries}`;

/** An area as Swing numbers it: 637 for GM0637; a code with letters behind its prefix stays whole. */
export function geoitemOf(code: string): string {
	const digits = code.slice(2);
	return /^\d+$/.test(digits) ? String(Number(digits)) : code;
}
