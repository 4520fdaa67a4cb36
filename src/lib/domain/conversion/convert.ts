import { group, sum } from 'd3';
import type { Conversion, ConversionBasis } from '../../schema/area.ts';
import type { Missing } from '../../schema/observation.ts';
import { weakest } from './basis.ts';

/** A count, or the reason why there is none. */
export interface Count {
	value: number | null;
	missing?: Missing;
}

/** A figure on newer boundaries that the site worked out. */
export interface Converted extends Count {
	area: string;
	basis: ConversionBasis;
	/** The areas on the older boundaries that it is made of. */
	parts: string[];
}

const noise = (value: number): number => Math.round(value * 1e6) / 1e6;

/** By surface nothing is known of where people live. */
const counts = ({ basis }: Conversion): boolean => basis !== 'surface';

/** Adds up the shares of each area; missing where any part is, for the reason of that part. */
function addUp(figures: ReadonlyMap<string, Count>, conversions: readonly Conversion[]): Converted[] {
	return [...group(conversions.filter(counts), ({ to }) => to)].flatMap(([area, parts]) => {
		const own = parts.map(({ from, share }) => ({ share, figure: figures.get(from) }));
		if (own.every(({ figure }) => figure === undefined)) return [];
		const gap = own.find(({ figure }) => (figure?.value ?? null) === null);
		const total = noise(sum(own, ({ share, figure }) => share * (figure?.value ?? 0)));
		return {
			area,
			basis: weakest(parts.map(({ basis }) => basis)),
			parts: parts.map(({ from }) => from),
			...(gap ? { value: null, missing: gap.figure?.missing ?? 'unknown' } : { value: total })
		};
	});
}

/**
 * Converts counts of people or households to newer boundaries: each part gives its share. A share makes no whole
 * people, so what comes out is rounded.
 * @param figures by code on the older boundaries
 * @param conversions from those boundaries to the newer ones
 */
export const convertCounts = (
	figures: ReadonlyMap<string, Count>,
	conversions: readonly Conversion[]
): Converted[] =>
	addUp(figures, conversions).map((each) =>
		each.value === null ? each : { ...each, value: Math.round(each.value) }
	);

/**
 * Converts shares (percentages, or numbers per 1,000) with the counts that they are shares of: what is counted and what
 * it is counted among are converted apart. Without its denominator a share is not converted.
 * @param whole 100 for a percentage, 1,000 for a number per 1,000
 */
export function convertShares(
	figures: ReadonlyMap<string, Count>,
	denominators: ReadonlyMap<string, Count>,
	conversions: readonly Conversion[],
	whole: number
): Converted[] {
	const counted = ({ value, missing }: Count, among?: Count): Count =>
		value === null || among === undefined || among.value === null
			? { value: null, missing: missing ?? among?.missing ?? 'unknown' }
			: { value: (value / whole) * among.value };
	const numerators = new Map(
		[...figures].map(([code, own]) => [code, counted(own, denominators.get(code))] as const)
	);
	const among = new Map(addUp(denominators, conversions).map((each) => [each.area, each]));
	return addUp(numerators, conversions).map((each) => {
		const { value } = among.get(each.area) ?? { value: null };
		if (each.value === null || value === null || value === 0)
			return { ...each, value: null, missing: each.missing ?? ('unknown' as const) };
		return { ...each, value: Math.round((each.value / value) * whole * 10) / 10 };
	});
}
