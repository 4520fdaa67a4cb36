import type { AreaLevel } from '../schema/area.ts';

/** How the codes of a level begin, and how many digits come behind that. */
export const codeForms: Readonly<Record<AreaLevel, { prefix: string; digits: number }>> = {
	land: { prefix: 'NL', digits: 2 },
	gemeente: { prefix: 'GM', digits: 4 },
	wijk: { prefix: 'WK', digits: 6 },
	buurt: { prefix: 'BU', digits: 8 }
};
export const areaLevels = Object.keys(codeForms) as AreaLevel[];

/** The level for the two letters that a code begins with. */
export const levelByPrefix: Readonly<Record<string, AreaLevel>> = Object.fromEntries(
	areaLevels.map((level) => [codeForms[level].prefix, level])
);

/** The level of an area, from its code. */
export const levelOf = (code: string): AreaLevel => levelByPrefix[code.slice(0, 2)]!;

/** A text that is a code of an area: the same form as the schema has; that one would bring its library along. */
export const codePattern = /^(NL01|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/;

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
			? codeForms[level].prefix + text.padStart(codeForms[level].digits, '0')
			: text;
	return codePattern.test(code) && (level === undefined || levelOf(code) === level) ? code : undefined;
}
