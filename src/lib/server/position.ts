import { measured } from '#lib/db/queries/index.ts';
import { formatPeriod } from '#lib/domain/format.ts';
import { compareValues, tellComparison } from '#lib/domain/verdict/compare.ts';
import { measuredSeries } from '#lib/domain/verdict/gather.ts';
import { knownOn } from '#lib/domain/verdict/judge.ts';
import { judgeTrend, tellTrendVerdict } from '#lib/domain/verdict/trend.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { run } from './database.ts';
import { model } from './model.ts';

/** The measurements of an indicator in one area, as they were known on the day of the site. */
async function lineOf(area: string, indicator: string, breakdown: string) {
	const { indicators, sources } = model;
	const rows = await run(measured, area);
	return knownOn(measuredSeries({ rows, indicators, sources }, indicator, breakdown).series, model.asOf);
}

/**
 * How the gemeente stands against the country in the latest period that both have, and what can be said of the trend
 * over all measurements: two sentences at most, each with what is known of the margin.
 */
export async function tellPosition(
	{ monitor }: MonitorData,
	{ id, unit }: Pick<Indicator, 'id' | 'unit'>,
	breakdown: string
): Promise<string[]> {
	const own = await lineOf(monitor.municipality, id, breakdown);
	if (own.length === 0) return [];
	const country = await lineOf('NL01', id, breakdown);
	const pair = own
		.toReversed()
		.flatMap((now) =>
			country
				.filter(({ period, table }) => period === now.period && table === now.table)
				.map((other) => ({ now, other }))
		)[0];
	const isRate = unit === 'procent' || unit === 'per-1000';
	const against =
		pair && isRate
			? [
					`In ${formatPeriod(pair.now.period)} was het cijfer van ${monitor.name} ${tellComparison(compareValues(pair.now, pair.other, unit), 'dat van Nederland', unit)}.`
				]
			: [];
	const oneTable = own.filter(({ table }) => table === own.at(-1)!.table);
	return [...against, ...(oneTable.length > 1 ? [tellTrendVerdict(judgeTrend(oneTable, unit))] : [])];
}
