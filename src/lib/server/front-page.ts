import { group } from 'd3';
import { list } from '#lib/db/query.ts';
import { expenditure, profile } from '#lib/db/queries/index.ts';
import { lastComplete, yearTotals } from '#lib/domain/expenditure.ts';
import { measurability, shareMeasured } from '#lib/domain/measure.ts';
import { toSeries } from '#lib/domain/series.ts';
import { spreadOf } from '#lib/domain/spread.ts';
import { areasOf, below } from './areas.ts';
import { run } from './database.ts';
import { findMonitor, model } from './model.ts';

/** How many indicators the front page names where the wijken lie furthest apart. */
const named = 5;

/** Where the wijken of a gemeente differ most: the percentages whose extremes lie furthest apart. */
async function differences(municipality: string) {
	const wijken = below(await areasOf(municipality), municipality, 'wijk');
	const labels = new Map(wijken.map(({ code, label }) => [code, label]));
	const readings = await run(profile, list(labels.keys()));
	const byIndicator = group(
		readings,
		({ indicator }) => indicator,
		({ breakdown }) => breakdown
	);
	return model.indicators
		.flatMap(({ id, title, unit, breakdowns }) => {
			const own = byIndicator.get(id)?.get(breakdowns[0]!);
			const spread = own && spreadOf(id, unit, toSeries(own));
			return spread ? [{ ...spread, title, unit, breakdown: breakdowns[0]! }] : [];
		})
		.toSorted((a, b) => b.distance - a.distance)
		.slice(0, named)
		.map((spread) => ({
			...spread,
			lowest: { ...spread.lowest, label: labels.get(spread.lowest.area)! },
			highest: { ...spread.highest, label: labels.get(spread.highest.area)! }
		}));
}

/** All that a monitor's front page shows. */
export async function loadFrontPage(slug: string) {
	const { monitor, goals } = findMonitor(slug);
	const costs = lastComplete(yearTotals(await run(expenditure, monitor.municipality), monitor.municipality));
	return {
		intro: monitor.intro,
		promise: monitor.promise,
		documents: model.sources
			.filter(({ id }) => monitor.documents.includes(id))
			.map(({ id, title, publisher, published }) => ({ id, title, publisher, published })),
		levels: monitor.levels.map(({ level, label, meaning, empty }) => ({ level, label, meaning, empty })),
		shares: shareMeasured(goals),
		goals: goals
			.filter(({ level }) => level === 'impact' || level === 'outcome')
			.map((goal) => ({
				id: goal.id,
				level: goal.level,
				code: goal.code,
				title: goal.title,
				measured: measurability(goal)
			})),
		outcomes: {
			all: goals.filter(({ level }) => level === 'outcome').length,
			exact: goals.filter((goal) => goal.level === 'outcome' && measurability(goal) === 'whole').length,
			withTarget: goals.filter((goal) => goal.level === 'outcome' && goal.targets.length > 0).length,
			underPressure: goals.filter((goal) => goal.level === 'outcome' && goal.pressure).length
		},
		differences: await differences(monitor.municipality),
		costs
	};
}
