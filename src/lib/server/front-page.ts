import { group } from 'd3';
import { smallTree } from '#lib/charts/tree-small.ts';
import { list } from '#lib/db/query.ts';
import { expenditure, profile } from '#lib/db/queries/index.ts';
import { lastComplete, tellWithout, yearTotals } from '#lib/domain/expenditure.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import {
	countMeasured,
	isMeasuredInDocument,
	measurability,
	shareMeasured,
	tellMeasured
} from '#lib/domain/measure.ts';
import { toSeries } from '#lib/domain/series.ts';
import { spreadOf } from '#lib/domain/spread.ts';
import { outcomeNames, tellVerdicts } from '#lib/domain/verdict/judge.ts';
import { measurable } from '#lib/domain/verdict/measurability.ts';
import { areasOf, below } from './areas.ts';
import { run } from './database.ts';
import { findMonitor, model } from './model.ts';
import { verdictsOf } from './verdicts.ts';
import { shortComparison } from './since.ts';

/** How many indicators the front page names where the wijken lie furthest apart. */
const most = 5;

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
	const residents = new Map(
		readings
			.filter(({ indicator, value }) => indicator === 'inwoners' && value !== null)
			.map(({ area, value, period }) => [area, { value: value!, period }])
	);
	const named = (place: { area: string; value: number }) => ({
		...place,
		label: labels.get(place.area)!,
		residents: residents.get(place.area)
	});
	return model.indicators
		.flatMap(({ id, title, unit, breakdowns }) => {
			const own = byIndicator.get(id)?.get(breakdowns[0]!);
			const spread = own && spreadOf(id, unit, toSeries(own));
			return spread
				? [
						{
							...spread,
							title,
							unit,
							breakdown: breakdowns[0]!,
							group: groupLabel(breakdowns[0]!, breakdowns)
						}
					]
				: [];
		})
		.toSorted((a, b) => b.distance - a.distance)
		.slice(0, most)
		.map((spread) => ({
			...spread,
			lowest: spread.lowest.map(named),
			highest: spread.highest.map(named)
		}));
}

/** All that a monitor's front page shows. */
export async function loadFrontPage(slug: string) {
	const data = findMonitor(slug);
	const { monitor, goals, links } = data;
	const verdicts = await verdictsOf(data);
	const nodes = goals.map((goal) => ({ ...goal, measured: measurability(goal) }));
	const outcomes = goals.filter(({ level }) => level === 'outcome');
	const unjudged = outcomes
		.map((goal) => ({ goal, verdict: verdicts.get(goal.id)! }))
		.filter(({ verdict }) => verdict.status === 'no-indicator')
		.map(({ goal, verdict }) => measurable(goal, verdict));
	const costs = lastComplete(yearTotals(await run(expenditure, monitor.municipality), monitor.municipality));
	return {
		intro: monitor.intro,
		promise: monitor.promise,
		documents: model.sources
			.filter(({ id }) => monitor.documents.includes(id))
			.map(({ id, title, publisher, published }) => ({ id, title, publisher, published })),
		levels: monitor.levels.map(({ level, label, meaning, empty }) => ({ level, label, meaning, empty })),
		shares: shareMeasured(goals),
		tree: smallTree(nodes, links),
		goals: nodes
			.filter(({ level }) => level === 'impact' || level === 'outcome')
			.map(({ id, level, code, title, measured }) => {
				const { status, rule, share } = verdicts.get(id)!;
				return { id, level, code, title, measured, verdict: { status, rule, share } };
			}),
		asOf: model.asOf,
		outcomes: {
			measured: tellMeasured(countMeasured(outcomes), {
				document: outcomes.filter((goal) => isMeasuredInDocument(goal, verdicts.get(goal.id)!)).length,
				beside: unjudged.filter(({ isBeside }) => isBeside).length,
				incomplete: unjudged.filter(({ indicator }) => indicator).length
			}),
			told: tellVerdicts(
				outcomes.map(({ id }) => verdicts.get(id)!),
				outcomeNames
			),
			underPressure: outcomes.filter(({ pressure }) => pressure).length
		},
		since: await shortComparison(data),
		differences: await differences(monitor.municipality),
		costs: costs && { ...costs, sumNotes: tellWithout(costs) }
	};
}
