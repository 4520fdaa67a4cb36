import { placeTrend } from '#lib/charts/trend.ts';
import type { AreaRow, ProfileRow } from '#lib/db/queries/index.ts';
import { groupLabel, groupNames, groupPhrase } from '#lib/domain/groups.ts';
import { toFigure, toTenths, type ProfileFigure, type ProfileReading } from '#lib/domain/profile.ts';
import { tellTrend } from '#lib/domain/sentence.ts';
import { latestPeriod, periodsOf, pointAt, toSeries } from '#lib/domain/series.ts';
import { targetLevels } from '#lib/domain/target-levels.ts';
import type { Unit } from '#lib/schema/indicator.ts';
import type { Goal, GoalIndicator } from '#lib/schema/goal.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { Breakdown } from '#lib/schema/observation.ts';
import { findIndicator } from './model.ts';

/** The figures of a gemeente that were known on the day of a report, with its wijken. */
export interface Known {
	data: MonitorData;
	readings: readonly ProfileRow[];
	wijken: readonly Pick<AreaRow, 'code' | 'label'>[];
	asOf: string;
}

const country = { code: 'NL01', label: 'Nederland' };

const groupOf = ({ indicator, breakdown }: Pick<GoalIndicator, 'indicator' | 'breakdown'>): Breakdown =>
	breakdown ?? findIndicator(indicator).breakdowns[0]!;

const readingsFor = ({ readings }: Known, id: string, group: Breakdown): ProfileRow[] =>
	readings.filter((reading) => reading.indicator === id && reading.breakdown === group);

/** A figure with its table: another table may give it too, and not have been there yet on the day of the report. */
const withTable = (reading: ProfileReading): ProfileFigure => ({
	...toFigure(reading, []),
	table: reading.table
});

/** How an indicator of a goal stood: a sentence, the country beside it, and a small chart. */
export function measureOn(known: Known, { targets }: Goal, own: GoalIndicator) {
	const { data, wijken, asOf } = known;
	const { id, title, unit, phrase, breakdowns } = findIndicator(own.indicator);
	const group = groupOf(own);
	const readings = readingsFor(known, id, group);
	const series = toSeries(readings);
	const gemeente = { code: data.monitor.municipality, label: data.monitor.name };
	const pair = series.filter(({ area }) => area === gemeente.code || area === country.code);
	const last = latestPeriod(pair.filter(({ area }) => area === gemeente.code));
	const beside = pointAt(
		pair.find(({ area }) => area === country.code),
		last
	);
	const { levels } = targetLevels(
		targets.filter(({ since, until }) => since <= asOf && (until === undefined || until > asOf)),
		{
			indicator: id,
			breakdown: group,
			usual: breakdowns[0]!,
			unit,
			area: gemeente.label,
			own: series.find(({ area }) => area === gemeente.code),
			figures: new Map(data.figures.map((figure) => [figure.id, figure]))
		}
	);
	return {
		id,
		title,
		unit,
		breakdown: group,
		group: groupLabel(group, breakdowns),
		choice: group === breakdowns[0] ? undefined : groupNames[group].path,
		hasPage: readings.some(({ area, value }) => area !== country.code && value !== null),
		fit: own.fit,
		why: own.why,
		sentence:
			latestPeriod(series) === undefined
				? undefined
				: tellTrend({
						indicator: { unit, phrase: groupPhrase(phrase, group) },
						whole: gemeente,
						parts: wijken,
						names: { one: 'wijk', more: 'wijken' },
						series
					}),
		country: beside && withTable({ ...beside, indicator: id, breakdown: group }),
		plot: periodsOf(pair).length > 1 ? placeTrend(pair, { unit, height: 96, ticks: 3, levels }) : undefined
	};
}

export type ReportIndicator = ReturnType<typeof measureOn>;

/** An indicator as three columns of the table per wijk: the last figure, the one before, and the change. */
export interface AreaColumn {
	id: string;
	title: string;
	unit: Unit;
	breakdown: Breakdown;
	group?: string;
	period: number;
	before?: number;
	cells: Record<string, { now?: ProfileFigure; before?: ProfileFigure; change?: number }>;
}

/** The last period of which the wijken have a figure, and the one before it in the same table. */
function areaColumn(known: Known, id: string, group: Breakdown): AreaColumn | undefined {
	const { wijken, data } = known;
	const codes = [...wijken.map(({ code }) => code), data.monitor.municipality, country.code];
	const readings = readingsFor(known, id, group);
	const ofWijken = toSeries(readings.filter(({ area }) => wijken.some(({ code }) => code === area)));
	const period = latestPeriod(ofWijken);
	if (period === undefined) return undefined;
	const { table } = ofWijken
		.flatMap(({ points }) => points)
		.find((point) => point.period === period && point.value !== null)!;
	const same = readings.filter((reading) => reading.table === table);
	const before = latestPeriod(toSeries(same.filter((reading) => reading.period < period)));
	const { title, unit, breakdowns } = findIndicator(id);
	const at = (area: string, wanted: number | undefined) => {
		const reading = same.find((each) => each.area === area && each.period === wanted);
		return reading && withTable(reading);
	};
	const cells = codes.map((code) => {
		const [now, then] = [at(code, period), at(code, before)];
		const change =
			typeof now?.value === 'number' && typeof then?.value === 'number'
				? toTenths(now.value - then.value)
				: undefined;
		return [code, { now, before: then, change }] as const;
	});
	return {
		id,
		title,
		unit,
		breakdown: group,
		group: groupLabel(group, breakdowns),
		period,
		before,
		cells: Object.fromEntries(cells)
	};
}

/** An indicator with its group, where it has more than one. */
function nameOf(id: string, group: Breakdown): string {
	const { title, breakdowns } = findIndicator(id);
	const label = groupLabel(group, breakdowns);
	return label ? `${title} (${label})` : title;
}

/** The indicators of goals per wijk, each once, and those of which no wijk had a figure yet. */
export function areaTable(known: Known, goals: readonly Goal[]) {
	const { wijken, data } = known;
	const wanted = new Map(
		goals.flatMap(({ indicators }) =>
			indicators.map((each) => {
				const group = groupOf(each);
				return [`${each.indicator} ${group}`, { id: each.indicator, group }] as const;
			})
		)
	);
	const columns = [...wanted.values()].map(({ id, group }) => ({
		title: nameOf(id, group),
		column: areaColumn(known, id, group)
	}));
	return {
		rows: [
			{ code: country.code, label: country.label, whole: true },
			{ code: data.monitor.municipality, label: data.monitor.name, whole: true },
			...wijken.map(({ code, label }) => ({ code, label, whole: false }))
		],
		columns: columns.flatMap(({ column }) => column ?? []),
		absent: columns.filter(({ column }) => column === undefined).map(({ title }) => title)
	};
}

export type ReportAreas = ReturnType<typeof areaTable>;
