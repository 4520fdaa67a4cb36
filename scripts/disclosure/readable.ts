import type { KnownFigure } from '#lib/domain/disclosure/cells.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { Dataset } from '#lib/schema/model.ts';
import type { ReleasedValue } from '#lib/schema/release.ts';

/** A release that can be read: its day, and its figures. */
export interface ReadableRelease {
	day: string;
	values: readonly ReleasedValue[];
}

/** The indicators of own tables, with those that they are parts and wholes of. */
function related(indicators: readonly Indicator[], own: ReadonlySet<string>): ReadonlySet<string> {
	const found = new Set(own);
	for (const { id, denominator, disclosure } of indicators) {
		const named = [disclosure?.numerator, denominator, ...(disclosure?.parts ?? [])];
		const all = [id, ...named.filter((each) => each !== undefined)];
		if (all.some((each) => own.has(each))) for (const each of all) found.add(each);
	}
	return found;
}

/** Figures that documents give as measurements of an indicator: what promises start from. */
function startsOf({ model }: Dataset): KnownFigure[] {
	return model.monitors.flatMap(({ monitor, goals, figures }) =>
		goals.flatMap(({ targets }) =>
			targets.flatMap(({ indicator, breakdown, baseline }) => {
				const figure = figures.find(({ id }) => id === baseline?.figures[0]);
				if (!indicator || !figure || baseline?.series !== 'indicator') return [];
				const usual = model.indicators.find(({ id }) => id === indicator)!.breakdowns[0]!;
				return [
					{
						indicator,
						area: monitor.municipality,
						period: baseline.date.slice(0, 4),
						breakdown: breakdown ?? usual,
						value: Number(figure.value),
						from: `stuk ${figure.document}`
					}
				];
			})
		)
	);
}

/**
 * Everything that anybody can read already about what own tables count: open tables, releases (the newest first) and
 * what documents say.
 */
export function readable(
	dataset: Dataset,
	own: ReadonlySet<string>,
	releases: readonly ReadableRelease[]
): KnownFigure[] {
	const { model, observations } = dataset;
	const counted = observations.filter(({ table }) => own.has(table)).map(({ indicator }) => indicator);
	const wanted = related(model.indicators, new Set(counted));
	const boundaries = new Map(model.sources.map((source) => [source.id, source.boundaries]));
	const open = observations
		.filter(({ table, indicator, value }) => !own.has(table) && wanted.has(indicator) && value !== null)
		.map(({ table, indicator, area, period, breakdown, value }) => ({
			...{ indicator, area, period, breakdown, value: value! },
			boundaries: boundaries.get(table),
			from: `tabel ${table}`
		}));
	// The page shows beside a corrected figure what the table gave, so a count of that size is no secret; on whatever
	// boundaries, for no area is said to have changed between the two.
	const corrected = observations
		.filter(
			({ table, indicator, published }) => !own.has(table) && wanted.has(indicator) && published !== undefined
		)
		.map(({ table, indicator, area, period, breakdown, published }) => ({
			...{ indicator, area, period, breakdown, value: published! },
			from: `tabel ${table}, voor de correctie`
		}));
	const released = releases
		.toSorted((a, b) => (a.day < b.day ? 1 : -1))
		.flatMap(({ day, values }) =>
			values
				.filter(({ indicator, value }) => wanted.has(indicator) && value !== '')
				.map(({ table, indicator, area, period, breakdown, value }) => ({
					...{ indicator, area, period, breakdown, value: Number(value) },
					boundaries: boundaries.get(table),
					from: `de uitgave van ${day}`
				}))
		);
	const starts = startsOf(dataset).filter(({ indicator }) => wanted.has(indicator));
	return [...open, ...corrected, ...released, ...starts];
}
