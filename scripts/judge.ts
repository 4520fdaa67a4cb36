import { gatherFacts } from '#lib/domain/verdict/gather.ts';
import { judgeGoal, type GoalVerdict } from '#lib/domain/verdict/judge.ts';
import type { Dataset, MonitorData } from '#lib/schema/model.ts';

/**
 * The verdict on each goal of a monitor, by the id of the goal, from data that are in no database yet.
 * @param date the day on which the verdicts stand
 */
export function judgeMonitor(
	{ model, observations }: Pick<Dataset, 'model' | 'observations'>,
	data: MonitorData,
	date: string
): Map<string, GoalVerdict> {
	const boundaries = new Map(model.sources.map((source) => [source.id, source.boundaries]));
	const rows = observations
		.filter(({ area }) => area === data.monitor.municipality)
		.map((row) => ({
			...row,
			period: Number(row.period),
			boundaries: boundaries.get(row.table) ?? 0
		}));
	const facts = gatherFacts({ data, indicators: model.indicators, sources: model.sources, rows });
	return new Map(facts.map((own) => [own.id, judgeGoal(own, date)]));
}
