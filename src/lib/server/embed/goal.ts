import { error } from '@sveltejs/kit';
import { documentTitles } from '../documents.ts';
import { isEmbedded, measure } from '../goal-page.ts';
import { findMonitor, model } from '../model.ts';
import { verdictsOf } from '../verdicts.ts';
import { documentsNamed, sourcesNamed } from './sources.ts';

/** The addresses of all goals that can stand on another site. */
export const embeddedGoalEntries = () =>
	model.monitors.flatMap(({ monitor, goals }) =>
		goals.filter(isEmbedded).map(({ id }) => ({ monitor: monitor.slug, goal: id }))
	);

/** One goal with its verdict and its small charts. */
export async function loadEmbeddedGoal(slug: string, id: string) {
	const data = findMonitor(slug);
	const goal = data.goals.find((each) => each.id === id) ?? error(404, `Er is geen doel "${id}".`);
	const indicators = [];
	for (const each of goal.indicators) indicators.push(await measure(data, goal, each));
	return {
		goal: { id, level: goal.level, code: goal.code, title: goal.title },
		verdict: (await verdictsOf(data)).get(id)!,
		indicators,
		sources: [
			`${documentTitles(data)[goal.source.document]}, ${goal.source.place}.`,
			...sourcesNamed(indicators.flatMap(({ tables }) => tables))
		]
	};
}

/** The goals of impact and outcome, each with its verdict and the latest figure that measures it. */
export async function loadTiles(slug: string) {
	const data = findMonitor(slug);
	const verdicts = await verdictsOf(data);
	const tables: string[] = [];
	const tiles = [];
	for (const goal of data.goals.filter(({ level }) => level === 'impact' || level === 'outcome')) {
		let by: Awaited<ReturnType<typeof measure>> | undefined;
		for (const each of goal.indicators) if (!by?.latest) by = await measure(data, goal, each);
		tables.push(...(by?.tables ?? []));
		const { status, rule, share, sentence } = verdicts.get(goal.id)!;
		tiles.push({
			id: goal.id,
			level: goal.level,
			code: goal.code,
			title: goal.title,
			verdict: { status, rule, share, sentence },
			/** Figures of wijken alone stand on the page of the goal. */
			hasOthers: by !== undefined,
			figure: by?.latest && {
				value: by.latest.value,
				period: by.latest.period,
				table: by.latest.table,
				indicator: by.id,
				title: by.title,
				unit: by.unit,
				breakdown: by.breakdown,
				group: by.group,
				fit: by.fit
			}
		});
	}
	return { tiles, sources: [...documentsNamed(data), ...sourcesNamed(tables)] };
}
