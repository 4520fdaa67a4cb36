/** Longest code of a subject; the codes of its margin are five characters longer, which makes the 46 of Swing. */
const longest = 41;

/** The columns beside the figure of a subject, as the ends of their codes. */
export const beside = { lower: 'laag', upper: 'hoog', n: 'n' } as const;

const groups: Readonly<Record<string, string>> = { '18+': '18plus', '65+': '65plus', totaal: 'totaal' };

/** FNV-1a of 32 bits, in at most seven characters: short, and the same for good. */
function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash.toString(36);
}

const written = (text: string): string => text.replace(/[^a-z0-9]+/g, '_');

/**
 * The code of an indicator and a group of residents as a subject of Swing: small letters, digits and underscores, 41 at
 * most, a letter first. It follows from the two ids alone, so it never changes. What would be too long, or could be
 * read back in two ways, ends in a hash of both.
 */
export function subjectCode(indicator: string, breakdown: string): string {
	const group = groups[breakdown];
	const start = /^[a-z]/.test(indicator) ? '' : 'i__';
	const code = `${start}${written(indicator)}_${group ?? written(breakdown)}`;
	if (group !== undefined && code.length <= longest) return code;
	const end = `__${hashOf(`${indicator} ${breakdown}`)}`;
	return `${code.slice(0, longest - end.length).replace(/_+$/, '')}${end}`;
}
