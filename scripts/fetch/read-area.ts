import type { Feed } from '#lib/schema/feed.ts';
import type { Mapping } from '#lib/schema/mapping.ts';
import { toAreaCode } from '#lib/domain/area-code.ts';
import { toLevel } from '#lib/domain/swing/place.ts';
import { wantedAreas } from './areas.ts';

/** What a line says of its area: a code that is asked for, that it may be passed over, or what should stand there. */
export type ReadArea = { code: string } | { expected: string } | 'passed' | 'other-level';

/**
 * Makes a reader of areas by a mapping, which remembers what it read: a file names few areas on many lines.
 * @returns a function of the trimmed text of the area and of its level
 */
export function areaReader(
	{ levelColumn, level: fixed, codes, skip }: Mapping['area'],
	feed: Feed
): (written: string, levelName: string) => ReadArea {
	const isWanted = wantedAreas(feed);
	const byName = codes && new Map(Object.entries(codes));
	const known = new Map<string, ReadArea>();

	function read(written: string, levelName: string): ReadArea {
		const named = levelColumn === undefined ? undefined : toLevel(levelName);
		if (levelColumn !== undefined) {
			const year = named?.boundaries;
			const isOtherYear = year !== undefined && feed.boundaries !== undefined && year !== feed.boundaries;
			if (!named || isOtherYear) return 'other-level';
		}
		if (skip.includes(written) || (byName && !byName.has(written))) return 'passed';
		const level = named?.level ?? fixed;
		const code = byName?.get(written) ?? toAreaCode(written, level);
		if (code === undefined)
			return {
				expected: `een gebiedscode als GM0637, WK063700 of BU06370000${level ? `, van niveau ${level}` : ''}`
			};
		return isWanted(code) ? { code } : 'passed';
	}

	return (written, levelName) => {
		const key = `${levelName}\n${written}`;
		const found = known.get(key) ?? read(written, levelName);
		known.set(key, found);
		return found;
	};
}
