import { areaCode, type AreaLevel } from '#lib/schema/area.ts';
import { areaOf } from './areas.ts';

const prefixes: Record<AreaLevel, string> = { land: 'NL', gemeente: 'GM', wijk: 'WK', buurt: 'BU' };
const lengths: Record<AreaLevel, number> = { land: 2, gemeente: 4, wijk: 6, buurt: 8 };
const levels = Object.keys(prefixes) as AreaLevel[];

/** The level of an area, from its code. */
export const levelOf = (code: string): AreaLevel => levels.find((level) => code.startsWith(prefixes[level]))!;

/**
 * The code of an area as publishers write it: padded with spaces, `NL00` for the country, or a bare number (637 or
 * 0637 for GM0637) where the level is known.
 * @returns `undefined` where it is no code of that level.
 */
export function toAreaCode(written: string, level?: AreaLevel): string | undefined {
	const text = areaOf(written.toUpperCase());
	if (level === 'land' && /^(NL|0|1|NEDERLAND)$/.test(text)) return 'NL01';
	const code =
		level !== undefined && level !== 'land' && /^\d+$/.test(text)
			? prefixes[level] + text.padStart(lengths[level], '0')
			: text;
	if (!areaCode.safeParse(code).success) return undefined;
	return level === undefined || levelOf(code) === level ? code : undefined;
}

const levelNames: [RegExp, AreaLevel][] = [
	[/^(nederland|land|rijk)$/, 'land'],
	[/^gemeenten?$/, 'gemeente'],
	[/^wijk(en)?$/, 'wijk'],
	[/^buurt(en)?$/, 'buurt']
];

/**
 * A level as a file names it: `Gemeente`, `wijken`, or with the year of its boundaries `gemeente2024`.
 * @returns `undefined` for a level that the site does not know, as a province.
 */
export function toLevel(written: string): { level: AreaLevel; boundaries?: number } | undefined {
	const [, name = '', year] = /^(.*?)\s*(\d{4})?$/.exec(written.trim().toLowerCase()) ?? [];
	const level = levelNames.find(([form]) => form.test(name))?.[1];
	return level && { level, ...(year !== undefined && { boundaries: Number(year) }) };
}
