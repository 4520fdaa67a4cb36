import { sum } from 'd3';
import type { Breakdown, Missing } from '../schema/observation.ts';
import { toTenths, type ProfileFigure, type ProfileReading } from './profile.ts';
import { missingReason } from './series.ts';

/** A percentage of a composed area, worked out from those of its members. */
export interface WeightedRate {
	value: number | null;
	missing?: Missing;
	/** Why it is an approximation; left out where it was weighted with exactly the people that it is about. */
	approximate?: string;
}

/** The rate of each member in one period, and what it is a rate of. */
export interface MemberRates {
	members: readonly ProfileFigure[];
	period: number;
	breakdown: Breakdown;
	/** The count that it is a share of, where the data have it. */
	denominator?: string;
}

interface Weights {
	period: number;
	byArea: ReadonlyMap<string, number>;
}

/** The counts of one indicator in all members, of the same period or else of the nearest one that has them all. */
function nearestWeights(
	indicator: string,
	areas: readonly string[],
	period: number,
	readings: readonly ProfileReading[]
): Weights | undefined {
	const own = readings.filter((each) => each.indicator === indicator && areas.includes(each.area));
	const periods = [...new Set(own.map((each) => each.period))].toSorted(
		(a, b) => Math.abs(a - period) - Math.abs(b - period) || b - a
	);
	for (const each of periods) {
		const byArea = new Map(
			own.flatMap(({ area, period: at, value }) =>
				at === each && value !== null ? [[area, value] as const] : []
			)
		);
		if (areas.every((area) => byArea.has(area))) return { period: each, byArea };
	}
	return undefined;
}

/**
 * The rate of a composed area: the rates of its members, weighted with the people that they are about, or failing that
 * with the nearest population there is. Missing where the rate of a member is: a mean of the rest would be another area.
 * @param readings counts of the members among them
 */
export function weightedRate(
	{ members, period, breakdown, denominator }: MemberRates,
	readings: readonly ProfileReading[]
): WeightedRate {
	const gap = members.find(({ value }) => value === null);
	if (gap) return { value: null, missing: missingReason({ value: null, status: gap.missing ?? 'unknown' }) };
	const exact = denominator ?? (breakdown === '65+' ? 'inwoners-65plus' : undefined);
	const weights = nearestWeights(
		exact ?? 'inwoners',
		members.map(({ area }) => area),
		period,
		readings
	);
	const total = weights && sum(members, ({ area }) => weights.byArea.get(area));
	if (!weights || !total) return { value: null, missing: 'unknown' };
	const value = toTenths(sum(members, ({ area, value: own }) => own! * weights.byArea.get(area)!) / total);
	const reasons = [
		...(exact
			? []
			: ['gewogen naar alle inwoners, omdat het aantal mensen over wie dit gaat niet per gebied bekend is']),
		...(weights.period === period
			? []
			: [`gewogen naar de aantallen van ${weights.period}, omdat die van ${period} er niet zijn`])
	];
	return { value, ...(reasons.length > 0 && { approximate: reasons.join('; ') }) };
}
