import type { Feed } from '#lib/schema/feed.ts';

/** A code without the spaces that it is padded with; the country has one code, whichever the table uses. */
export function areaOf(key: string): string {
	const code = key.trim();
	return code === 'NL00' ? 'NL01' : code;
}

/** Whether a feed wants the figures of an area: those it names, and the wijken and buurten of its gemeenten. */
export function wantedAreas({ areas, levels = [] }: Feed): (code: string) => boolean {
	const named = new Set(areas);
	if (levels.includes('land')) named.add('NL01');
	const below = { WK: levels.includes('wijk'), BU: levels.includes('buurt') };
	return (code) => {
		if (named.has(code)) return true;
		const kind = code.slice(0, 2);
		return (kind === 'WK' || kind === 'BU') && below[kind] && named.has(`GM${code.slice(2, 6)}`);
	};
}
