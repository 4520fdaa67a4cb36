import { placeSparkline } from '#lib/charts/sparkline.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import { latestOf, toFigure } from '#lib/domain/profile.ts';
import { toSeries } from '#lib/domain/series.ts';
import { below, areasOf } from './areas.ts';
import { findMonitor, model } from './model.ts';
import { readingsOf, tableSources } from './readings.ts';

/** All indicators with figures of a monitor, by theme: where each stands, how far it reaches and what it measures. */
export async function loadIndicatorList(slug: string) {
	const { monitor, goals } = findMonitor(slug);
	const { municipality } = monitor;
	const wijken = below(await areasOf(municipality), municipality, 'wijk').map(({ code }) => code);
	const all = await readingsOf(municipality);
	const inside = all.filter(({ area }) => area !== 'NL01');

	const rowOf = ({ id, title, unit, breakdowns }: (typeof model.indicators)[number]) => {
		const [breakdown] = breakdowns;
		const readings = inside.filter((each) => each.indicator === id && each.breakdown === breakdown);
		const known = readings.filter(({ value }) => value !== null);
		if (known.length === 0) return [];
		const own = readings.filter(({ area }) => area === municipality);
		const latest = latestOf(own);
		const perWijk = known.filter(({ area }) => wijken.includes(area));
		const wijkPeriod = Math.max(...perWijk.map(({ period }) => period));
		return [
			{
				id,
				title,
				unit,
				breakdown: breakdown!,
				group: groupLabel(breakdown!, breakdowns),
				groups: breakdowns.length,
				latest: latest
					? toFigure(latest, own)
					: { area: municipality, period: wijkPeriod, value: null, missing: 'unknown' as const },
				onlyWijken: latest === undefined,
				/** Wijken with a figure, in the last period in which any of them has one; and which, where only they have. */
				wijken:
					perWijk.length === 0
						? undefined
						: {
								count: new Set(perWijk.filter(({ period }) => period === wijkPeriod).map(({ area }) => area))
									.size,
								period: wijkPeriod,
								...(latest === undefined && { areas: wijken.join(' ') })
							},
				periods: [...new Set(known.map(({ period }) => period))].toSorted((a, b) => a - b),
				goals: goals.filter(({ indicators }) => indicators.some(({ indicator }) => indicator === id)).length,
				sparkline: placeSparkline(toSeries(own), unit)
			}
		];
	};
	const themes = model.themes
		.map(({ id, title }) => ({
			id,
			title,
			rows: model.indicators.filter(({ theme }) => theme === id).flatMap(rowOf)
		}))
		.filter(({ rows }) => rows.length > 0);
	return {
		themes,
		total: themes.reduce((sum, { rows }) => sum + rows.length, 0),
		wijken: wijken.length,
		sources: tableSources(new Set(inside.map(({ table }) => table)))
	};
}

export type IndicatorListRow = Awaited<
	ReturnType<typeof loadIndicatorList>
>['themes'][number]['rows'][number];
