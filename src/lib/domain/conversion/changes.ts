import type { AreaChange, Conversion } from '../../schema/area.ts';

/** Codes of one year with what the publisher says of the year before, by year. */
export type Changes = ReadonlyMap<number, readonly AreaChange[]>;

/**
 * Areas that kept their border from one year to another, by the publisher's own codes: in every year in between the
 * border was not changed. A year without codes breaks the chain: nothing is known then.
 */
export function unchangedAreas(changes: Changes, from: number, to: number): Conversion[] {
	const years = Array.from({ length: to - from }, (_, i) => from + 1 + i);
	if (years.length === 0 || years.some((year) => !changes.has(year))) return [];
	const before = years.map(
		(year) =>
			new Map(
				changes
					.get(year)!
					.filter(({ change, code, previous }) => change === '1' || (change === '2' && previous !== code))
					.map(({ code, change, previous }) => [code, change === '1' ? code : previous])
			)
	);
	return changes.get(to)!.flatMap(({ code }) => {
		const first = before.reduceRight<string | undefined>(
			(own, map) => (own ? map.get(own) || undefined : undefined),
			code
		);
		return first === undefined
			? []
			: {
					from: first,
					to: code,
					share: 1,
					basis: first === code ? ('unchanged' as const) : ('recoded' as const),
					fromBoundaries: from,
					toBoundaries: to
				};
	});
}
