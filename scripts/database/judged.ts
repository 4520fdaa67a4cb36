import { isAction, silentAfterDue, stateOn } from '#lib/domain/action/action.ts';
import { isMeasuredInDocument, measurability } from '#lib/domain/measure.ts';
import { heldOn } from '#lib/domain/report.ts';
import { datedBy } from '#lib/domain/verdict/period.ts';
import { measurable } from '#lib/domain/verdict/measurability.ts';
import type { Dataset, MonitorData } from '#lib/schema/model.ts';
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

function* actionCells(dataset: Dataset, data: MonitorData): Iterable<readonly Cell[]> {
	const { asOf, sources } = dataset.model;
	const dated = datedBy(sources, data.monitor.since);
	const themes = new Map(data.monitor.themes.map(({ id, title }) => [id, title]));
	for (const goal of data.goals.filter(isAction))
		yield [
			data.monitor.slug,
			goal.id,
			goal.kind,
			themes.get(goal.themes[0] ?? ''),
			stateOn(goal, asOf, dated),
			silentAfterDue(goal, asOf, dated) !== undefined
		];
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
			table: 'action',
			types: 'vvvvvb',
			cells: monitors.flatMap((data) => [...actionCells(dataset, data)])
		},
		{
			table: 'verdict_then',
			types: 'vvtvvivb',
			cells: monitors.flatMap((data) => [...thenCells(dataset, data)])
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
