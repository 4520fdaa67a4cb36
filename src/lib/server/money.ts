import { list } from '#lib/db/query.ts';
import { spending, trend } from '#lib/db/queries/index.ts';
import { placeColumns, yearAxis } from '#lib/charts/columns.ts';
import { placeTrend } from '#lib/charts/trend.ts';
import { domainSeriesId, domainYears } from '#lib/domain/domain-spending.ts';
import { eraStarts } from '#lib/domain/expenditure.ts';
import { moneyIds } from '#lib/domain/money.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import { toSeries } from '#lib/domain/series.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { SpendingDomain } from '#lib/schema/spending.ts';
import { run } from './database.ts';
import { findIndicator, model } from './model.ts';

/** Height of each of the two charts, in pixels. */
const height = 110;

/** What a document says of money for goals, each on its own: goals overlap, so it is never added up. */
export function goalMoney({ goals }: MonitorData) {
	const own = goals.flatMap(({ id, title, source, money }) => (money ? [{ id, title, source, money }] : []));
	return { rows: own, figures: own.flatMap(({ money }) => moneyIds(money)) };
}

async function outcome(
	{ monitor }: MonitorData,
	{ indicator: id, breakdown, why }: SpendingDomain['indicators'][number]
) {
	const indicator = findIndicator(id);
	const own = breakdown ?? indicator.breakdowns[0]!;
	const [series] = toSeries(await run(trend, id, own, monitor.municipality));
	return {
		id,
		title: indicator.title,
		unit: indicator.unit,
		breakdown: own,
		group: groupLabel(own, indicator.breakdowns),
		why,
		points: (series?.points ?? []).flatMap(({ period, value, table }) =>
			value === null ? [] : [{ period, value, table }]
		),
		series
	};
}

/**
 * Spending of one domain per year, with what was measured of its outcome on the same axis of time; `undefined` where
 * the gemeente has no accounts.
 */
async function besideOutcome(data: MonitorData, domain: SpendingDomain) {
	const rows = await run(spending, data.monitor.municipality, list(domain.taakvelden));
	const years = domainYears(domain, rows);
	if (years.length === 0) return undefined;
	const found = [];
	for (const each of domain.indicators) found.push(await outcome(data, each));
	const measured = found.filter(({ points }) => points.length > 0);
	const all = [
		...years.map(({ year }) => year),
		...measured.flatMap(({ points }) => points.map(({ period }) => period))
	];
	const span = yearAxis(all);
	return {
		id: domain.id,
		title: domain.title,
		why: domain.why,
		missing: domain.missing,
		taakvelden: domain.taakvelden.map((code) => ({
			code,
			title: rows.findLast(({ taakveld, report }) => taakveld === code && report === 'jaarrekening')?.title
		})),
		series: domainSeriesId(domain, 'jaarrekening'),
		years,
		columns: placeColumns(years, {
			height,
			span,
			breaks: eraStarts.slice(1).filter((year) => year > years[0]!.year && year <= years.at(-1)!.year)
		}),
		outcomes: measured.map(({ series, ...each }) => ({
			...each,
			plot: placeTrend(series ? [series] : [], { unit: each.unit, height, span, ticks: 3 })
		}))
	};
}
export type DomainData = NonNullable<Awaited<ReturnType<typeof besideOutcome>>>;

/** What the accounts of the gemeente give for some domains, per year and per inhabitant. */
export async function domainSpending({ monitor }: MonitorData, ids: readonly string[]) {
	const all = [];
	for (const domain of model.domains.filter(({ id }) => ids.includes(id))) {
		const years = domainYears(domain, await run(spending, monitor.municipality, list(domain.taakvelden)));
		if (years.length > 0)
			all.push({
				id: domain.id,
				title: domain.title,
				taakvelden: domain.taakvelden,
				series: domainSeriesId(domain, 'jaarrekening'),
				years
			});
	}
	return all;
}
export type DomainSpending = Awaited<ReturnType<typeof domainSpending>>[number];

/** The domains of which the gemeente has accounts. */
export async function spendingBesideOutcome(data: MonitorData): Promise<DomainData[]> {
	const all = [];
	for (const domain of model.domains) all.push(await besideOutcome(data, domain));
	return all.filter((each) => each !== undefined);
}
