import { group } from 'd3';
import { sumMembers } from '#lib/domain/population.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { MonitorData, TableObservation } from '#lib/schema/model.ts';
import { ownPlace } from './areas.ts';
import { toFlat, type FlatFigure } from './flat.ts';

/**
 * Counts of the organisation's own areas, added up from what is published of their members by the rule of the site: not
 * added up where a member has no figure. Where one of them is hidden, the sum is hidden.
 * @param rows of one table, on the boundaries of `boundaries`
 */
export function ownSums(
	rows: readonly TableObservation[],
	boundaries: number,
	indicators: readonly Indicator[],
	{ areas: own }: MonitorData
): FlatFigure[] {
	const counts = new Set(indicators.filter(({ unit }) => unit === 'aantal').map(({ id }) => id));
	const series = group(
		rows.filter(({ indicator }) => counts.has(indicator)),
		({ indicator, breakdown, period }) => `${indicator} ${breakdown} ${period}`
	);
	return (own?.areas ?? [])
		.filter((area) => area.boundaries === boundaries)
		.flatMap((area) =>
			[...series.values()].flatMap((figures) => {
				const { indicator, breakdown, period } = figures[0]!;
				const sum = sumMembers(
					area.members,
					figures.map((row) => ({ ...row, period: Number(row.period), boundaries }))
				);
				if (!sum) return [];
				const reasons = sum.without.map(({ reason }) => reason);
				const estimated = figures.some((row) => area.members.includes(row.area) && row.status === 'estimate');
				const reason = reasons.includes('suppressed') ? ('suppressed' as const) : reasons[0];
				const there = sum.provisional ? 'provisional' : estimated ? 'estimate' : 'definitive';
				return [
					toFlat(
						{
							...{ indicator, area: area.code, period, breakdown, value: sum.value },
							...{ lower: null, upper: null, n: null },
							status: sum.value === null ? (reason ?? 'unknown') : there
						},
						ownPlace(own!, area)
					)
				];
			})
		);
}
