import { measured } from '#lib/db/queries/index.ts';
import type { GoalFacts } from '#lib/domain/verdict/facts.ts';
import { gatherFacts } from '#lib/domain/verdict/gather.ts';
import { judgeGoal, type GoalVerdict } from '#lib/domain/verdict/judge.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { run } from './database.ts';
import { model } from './model.ts';

const known = new WeakMap<MonitorData, Promise<Map<string, GoalFacts>>>();

async function gather(data: MonitorData): Promise<Map<string, GoalFacts>> {
	const rows = await run(measured, data.monitor.municipality);
	const facts = gatherFacts({ data, indicators: model.indicators, sources: model.sources, rows });
	return new Map(facts.map((each) => [each.id, each]));
}

/** What each goal of a monitor is judged by, by the id of the goal. */
export function factsOf(data: MonitorData): Promise<Map<string, GoalFacts>> {
	const own = known.get(data) ?? gather(data);
	known.set(data, own);
	return own;
}

/** The verdict on each goal of a monitor on a day, by the id of the goal. */
export async function verdictsOf(data: MonitorData, asOf = model.asOf): Promise<Map<string, GoalVerdict>> {
	const facts = await factsOf(data);
	return new Map([...facts].map(([id, own]) => [id, judgeGoal(own, asOf)]));
}
