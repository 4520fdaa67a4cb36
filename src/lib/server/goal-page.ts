import { error } from '@sveltejs/kit';
import { placeTrend } from '#lib/charts/trend.ts';
import { list } from '#lib/db/query.ts';
import { trend } from '#lib/db/queries/index.ts';
import { reportsOf } from '#lib/domain/action/report.ts';
import { areaNames } from '#lib/domain/area-names.ts';
import { formatFigure } from '#lib/domain/figures.ts';
import { formatExact, formatValue } from '#lib/domain/format.ts';
import { groupLabel, groupNames, groupPhrase } from '#lib/domain/groups.ts';
import { measurability, tellNoFigure } from '#lib/domain/measure.ts';
import { inOrder } from '#lib/domain/milestones.ts';
import { tellTrend } from '#lib/domain/sentence.ts';
import { latestPeriod, periodsOf, pointAt, toSeries } from '#lib/domain/series.ts';
import { targetLevels } from '#lib/domain/target-levels.ts';
import { notesAbout } from '#lib/domain/notes.ts';
import { rank } from '#lib/domain/tree.ts';
import { evidenceOf } from '#lib/domain/evidence.ts';
import { tellVerdicts, type GoalVerdict } from '#lib/domain/verdict/judge.ts';
import type { Figure } from '#lib/schema/figure.ts';
import type { Goal, GoalIndicator, Link, Target } from '#lib/schema/goal.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { Milestone } from '#lib/schema/monitor.ts';
import { areasOf, below } from './areas.ts';
import { citedGoal } from './citation/verdicts.ts';
import { run } from './database.ts';
import { findIndicator, findMonitor, model } from './model.ts';
import { tellPosition } from './position.ts';
import { goalSince } from './since.ts';
import { documentTitles, pickFigures, sourcesOf } from './documents.ts';
import { loadCycle } from './cycle.ts';
import { verdictsOf } from './verdicts.ts';

const summary = (goal: Goal) => ({
	id: goal.id,
	level: goal.level,
	kind: goal.kind,
	code: goal.code,
	title: goal.title,
	measured: measurability(goal)
});
type Verdicts = ReadonlyMap<string, GoalVerdict>;

/** Whether a goal can stand on another site by itself: it says what is to be reached, or there is a figure to show. */
export const isEmbedded = ({ level, indicators }: Goal): boolean =>
	level === 'impact' || level === 'outcome' || indicators.length > 0;

/** The goals at the other end of a goal's links, highest level first, each with the link's own reason. */
function linked(data: MonitorData, verdicts: Verdicts, id: string, own: 'from' | 'to') {
	const other = own === 'from' ? 'to' : 'from';
	const byId = new Map(data.goals.map((goal) => [goal.id, goal]));
	return data.links
		.filter((link) => link[own] === id)
		.flatMap((link: Link) => {
			const goal = byId.get(link[other]);
			if (!goal) return [];
			const { status, rule, share } = verdicts.get(goal.id)!;
			return [
				{
					...link,
					evidence: evidenceOf(link, data.voices),
					goal: { ...summary(goal), verdict: { status, rule, share } }
				}
			];
		})
		.toSorted((a, b) => rank(a.goal.level) - rank(b.goal.level));
}

/** How what hangs directly under a goal stands: counted, never averaged. */
function tellBelow({ links }: MonitorData, verdicts: Verdicts, id: string): string | undefined {
	const below = links.filter(({ to }) => to === id).map(({ from }) => verdicts.get(from)!);
	return below.length > 0 ? tellVerdicts(below, { one: 'onderdeel', more: 'onderdelen' }) : undefined;
}

/** How an indicator stands in the gemeente, its wijken and the country: a sentence and a small chart. */
export async function measure(data: MonitorData, { targets }: Goal, by: GoalIndicator) {
	const { monitor, figures } = data;
	const { indicator: id, breakdown, fit, why } = by;
	const indicator = findIndicator(id);
	const group = breakdown ?? indicator.breakdowns[0]!;
	const wijken = below(await areasOf(monitor.municipality), monitor.municipality, 'wijk').map(
		({ code, label }) => ({ code, label })
	);
	const whole = { code: monitor.municipality, label: monitor.name };
	const readings = await run(trend, id, group, list([whole.code, ...wijken.map(({ code }) => code)]));
	const series = toSeries(readings);
	const own = series.find(({ area }) => area === whole.code);
	const { levels, notes } = targetLevels(targets, {
		indicator: id,
		breakdown: group,
		usual: indicator.breakdowns[0]!,
		unit: indicator.unit,
		area: monitor.name,
		own,
		figures: new Map(figures.map((figure) => [figure.id, figure]))
	});
	const phrase = groupPhrase(indicator.phrase, group);
	return {
		id,
		title: indicator.title,
		unit: indicator.unit,
		breakdown: group,
		group: groupLabel(group, indicator.breakdowns),
		choice: group === indicator.breakdowns[0] ? undefined : groupNames[group].path,
		hasPage: readings.some(({ value }) => value !== null),
		fit,
		why,
		tables: [...new Set(readings.map(({ table }) => table))],
		/** The latest figure of the gemeente itself. */
		latest: own && pointAt(own, latestPeriod([own])),
		position: (await tellPosition(data, indicator, group)).join(' '),
		notes: notes.flatMap(({ text }) => text || []),
		sentence: tellTrend({
			indicator: { unit: indicator.unit, phrase },
			whole,
			parts: wijken,
			names: areaNames.wijk,
			series
		}),
		plot:
			periodsOf(series).length > 1
				? placeTrend(series, { unit: indicator.unit, height: 144, ticks: 4, levels })
				: undefined
	};
}

/** The value of a target with the unit of its indicator, or else of the figure that it starts from. */
function valueText({ indicator, value }: Target, [baseline]: readonly Figure[]): string | undefined {
	if (value === undefined) return undefined;
	if (indicator) return formatValue(value, findIndicator(indicator).unit);
	return baseline ? formatFigure({ value: String(value), unit: baseline.unit }) : formatExact(value);
}

/** What the registers of a monitor say of a goal: figures, services, agreements, what people said. */
function registers(data: MonitorData, id: string) {
	const figures = new Map(data.figures.map((figure) => [figure.id, figure]));
	const pick = (ids: readonly string[]) => ids.flatMap((own) => figures.get(own) ?? []);
	const goal = data.goals.find((each) => each.id === id);
	const milestones = inOrder(data.milestones).filter(({ goals }) => goals.includes(id));
	const ofKind = (own: Milestone['kind']) =>
		milestones.filter(({ kind }) => kind === own).map(({ date, title }) => ({ date, title }));
	return {
		figures: pick(goal?.figures ?? []),
		targets: (goal?.targets ?? []).map((target) => {
			const baselineFigures = pick(target.baseline?.figures ?? []);
			return { ...target, valueText: valueText(target, baselineFigures), baselineFigures };
		}),
		services: (data.services?.groups ?? []).flatMap((group) =>
			group.services
				.filter(({ goals }) => goals.includes(id))
				.map(({ name, provider }) => ({ name, provider, group: group.title }))
		),
		agreements: data.agreements
			.filter(({ goals }) => goals.includes(id))
			.map(({ id: own, partner, task, amounts, term }) => ({ id: own, partner, task, amounts, term })),
		acts: ofKind('act'),
		dates: ofKind('date'),
		voices: (data.voices?.studies ?? []).flatMap((study) =>
			study.findings
				.filter(({ goals }) => goals.includes(id))
				.map(({ id: finding, title, text }) => ({
					id: `${study.id} ${finding}`,
					title,
					text,
					study: study.title,
					people: study.people.text
				}))
		)
	};
}

/** Explanations of the goal itself, of the indicators that measure it, and of its figures. */
function notesOf({ notes }: MonitorData, goal: Goal) {
	const { budget, actual, share } = goal.money ?? {};
	const figures = new Set([...goal.figures, budget, actual, share].filter(Boolean));
	return notesAbout(
		notes,
		model.asOf,
		(about) =>
			about.goal === goal.id ||
			figures.has(about.figure) ||
			(about.area === undefined && goal.indicators.some(({ indicator }) => indicator === about.indicator))
	);
}

/** All that a goal's page shows. */
export async function loadGoalPage(slug: string, id: string) {
	const data = findMonitor(slug);
	const goal = data.goals.find((each) => each.id === id) ?? error(404, `Er is geen doel "${id}".`);
	const themes = new Map(data.monitor.themes.map((theme) => [theme.id, theme.title]));
	const verdicts = await verdictsOf(data);
	const hasCycle = goal.level === 'impact' || goal.level === 'outcome';
	const indicators = [];
	for (const each of goal.indicators) indicators.push(await measure(data, goal, each));
	return {
		isEmbedded: isEmbedded(goal),
		goal: {
			...summary(goal),
			text: goal.text,
			themes: goal.themes.flatMap((theme) => themes.get(theme) ?? []),
			owner: goal.owner,
			deadline: goal.deadline,
			period: goal.period,
			name: goal.name,
			progress: reportsOf(goal, sourcesOf(data)),
			pressure: goal.pressure,
			source: goal.source,
			noIndicator: tellNoFigure(goal, verdicts.get(id)!),
			remark: goal.remark
		},
		documents: documentTitles(data),
		levelLabel: data.monitor.levels.find(({ level }) => level === goal.level)?.label,
		indicators,
		parents: linked(data, verdicts, id, 'from'),
		children: linked(data, verdicts, id, 'to'),
		verdict: verdicts.get(id)!,
		cited: await citedGoal(slug, id),
		notes: notesOf(data, goal),
		since: await goalSince(data, goal),
		below: tellBelow(data, verdicts, id),
		cycle: hasCycle ? await loadCycle(data, goal) : undefined,
		reports: hasCycle ? data.reports.map(({ period, title }) => ({ period, title })) : [],
		amounts: pickFigures(
			data,
			data.agreements.filter(({ goals }) => goals.includes(id)).flatMap(({ amounts }) => amounts)
		),
		...registers(data, id)
	};
}
