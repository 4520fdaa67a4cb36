import { isAction, silentAfterDue, stateOn } from '#lib/domain/action/action.ts';
import { isMeasuredInDocument, measurability } from '#lib/domain/measure.ts';
import { heldOn } from '#lib/domain/report.ts';
import { compareTexts } from '#lib/domain/since/release-texts.ts';
import { tellTexts } from '#lib/domain/since/tell-texts.ts';
import { datedBy } from '#lib/domain/verdict/period.ts';
import { measurable } from '#lib/domain/verdict/measurability.ts';
import type { Dataset, MonitorData } from '#lib/schema/model.ts';
import { pairs } from 'd3';
import { judgeMonitor } from '../judge.ts';

export type Cell = string | number | boolean | Date | null | undefined;

/** Rows of one table. */
export interface Filled {
	table: string;
	/** One letter a column, as `appendRows` in `fill.ts` has them. */
	types: string;
	cells: (readonly Cell[])[];
}

const ruleOf = (rule: string): [name: string | undefined, version: number] => {
	const [name, version] = rule.split('@');
	return [name, Number(version)];
};

function* thenCells(dataset: Dataset, data: MonitorData): Iterable<readonly Cell[]> {
	const sources = datedBy(dataset.model.sources, data.monitor.since);
	for (const asOf of new Set(data.reports.map((report) => report.asOf))) {
		const verdicts = judgeMonitor(dataset, data, asOf);
		for (const goal of data.goals) {
			const { status, rule, sentence } = verdicts.get(goal.id)!;
			const held = heldOn(goal, sources, asOf);
			yield [data.monitor.slug, goal.id, asOf, status, ...ruleOf(rule), sentence, held];
		}
	}
}

function* verdictCells(dataset: Dataset, data: MonitorData): Iterable<readonly Cell[]> {
	const { asOf } = dataset.model;
	const verdicts = judgeMonitor(dataset, data, asOf);
	for (const goal of data.goals) {
		const verdict = verdicts.get(goal.id)!;
		const fit = measurability(goal);
		const has = measurable(goal, verdict);
		yield [
			data.monitor.slug,
			goal.id,
			asOf,
			verdict.status,
			...ruleOf(verdict.rule),
			verdict.sentence,
			fit === 'none' ? null : fit,
			has.indicator,
			isMeasuredInDocument(goal, verdict),
			has.target,
			has.measurement
		];
	}
}

function* promiseCells({ monitor, goals }: MonitorData): Iterable<readonly Cell[]> {
	for (const goal of goals)
		for (const own of goal.targets)
			yield [
				monitor.slug,
				goal.id,
				own.id,
				own.since,
				own.until,
				own.title,
				own.wanted,
				own.value,
				own.indicator,
				own.breakdown,
				own.baseline?.date,
				own.deadline,
				own.smallestDifference,
				own.source.document,
				own.source.place
			];
}

function* workCells({ model }: Dataset, { monitor, goals, reports }: MonitorData): Iterable<readonly Cell[]> {
	const dated = datedBy(model.sources, monitor.since);
	const themes = new Map(monitor.themes.map(({ id, title }) => [id, title]));
	for (const asOf of new Set([model.asOf, ...reports.map((report) => report.asOf)]))
		for (const goal of goals.filter((each) => isAction(each) || each.kind === 'result'))
			yield [
				monitor.slug,
				goal.id,
				asOf,
				goal.kind,
				themes.get(goal.themes[0] ?? ''),
				stateOn(goal, asOf, dated),
				silentAfterDue(goal, asOf, dated) !== undefined,
				heldOn(goal, dated, asOf)
			];
}

/** What changed with each release since the one before it. */
function* changeCells({ releases }: Dataset['model'], { monitor: { slug }, goals }: MonitorData) {
	const titles = new Map(goals.map(({ id, title }) => [id, title]));
	for (const [before, now] of pairs(releases)) {
		const texts = compareTexts(before, now, slug);
		const { definitions, goals: told, promises, links } = tellTexts(texts, titles);
		const figures = now.figures.find((each) => each.slug === slug)?.changes ?? [];
		const changes = [
			...texts.verdicts.map(({ id, now: goal }) => ({ kind: 'verdict', id, title: goal!.title })),
			...figures.map(({ kind, indicator: id, breakdown, period }) => ({
				kind,
				id,
				title: `${breakdown}, ${period}`
			})),
			...definitions.map((each) => ({ ...each, kind: 'definition' })),
			...told.map((each) => ({ ...each, kind: 'goal' })),
			...promises.map((each) => ({ ...each, kind: 'promise' })),
			...links.map((each) => ({ ...each, kind: 'link' }))
		];
		for (const { kind, id, title } of changes) yield [slug, before.date, now.date, kind, id, title];
	}
}

/** What is promised, what the site says of it on the day of its verdicts, and what it works that out with. */
export function judgedTables(dataset: Dataset): Filled[] {
	const { monitors, conversions } = dataset.model;
	return [
		{
			table: 'goal_theme',
			types: 'vvvv',
			cells: monitors.flatMap(({ monitor: { slug, themes }, goals }) =>
				goals.flatMap((goal) =>
					themes
						.filter(({ id }) => goal.themes.includes(id))
						.map(({ id, title }) => [slug, goal.id, id, title])
				)
			)
		},
		{
			table: 'promise',
			types: 'vvvttvvdvvvtdvv',
			cells: monitors.flatMap((data) => [...promiseCells(data)])
		},
		{
			table: 'verdict',
			types: 'vvtvvivvbbbb',
			cells: monitors.flatMap((data) => [...verdictCells(dataset, data)])
		},
		{
			table: 'work',
			types: 'vvtvvvbb',
			cells: monitors.flatMap((data) => [...workCells(dataset, data)])
		},
		{
			table: 'verdict_then',
			types: 'vvtvvivb',
			cells: monitors.flatMap((data) => [...thenCells(dataset, data)])
		},
		{
			table: 'change',
			types: 'vttvvv',
			cells: monitors.flatMap((data) => [...changeCells(dataset.model, data)])
		},
		{
			table: 'conversion',
			types: 'vividv',
			cells: conversions.map((each) => [
				each.from,
				each.fromBoundaries,
				each.to,
				each.toBoundaries,
				each.share,
				each.basis
			])
		}
	];
}
