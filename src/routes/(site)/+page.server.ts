import { max, min } from 'd3';
import { coverage } from '#lib/db/queries/index.ts';
import { levelNames } from '#lib/domain/goal-names.ts';
import { measurability, shareMeasured } from '#lib/domain/measure.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { releasesOf } from '#lib/server/citation/kept.ts';
import { run } from '#lib/server/database.ts';
import { model } from '#lib/server/model.ts';

async function summary({ monitor, goals }: MonitorData) {
	const covered = (await run(coverage, monitor.municipality)).filter(({ figures }) => figures > 0);
	const words = new Map(monitor.levels.map((each) => [each.level, each]));
	const levels = shareMeasured(goals).map(({ level, goals: number }) => ({
		level,
		number,
		letter: levelNames[level].letter,
		label: words.get(level)?.counted ?? words.get(level)?.label ?? levelNames[level].label,
		empty: words.get(level)?.empty
	}));
	return {
		slug: monitor.slug,
		municipality: monitor.municipality,
		name: monitor.name,
		intro: monitor.intro,
		promise: monitor.promise,
		accent: monitor.accent,
		levels,
		goals: goals.length,
		measured: goals.filter((goal) => measurability(goal) !== 'none').length,
		/** The newest release in which it is cited, if any. */
		cited: releasesOf(monitor.slug).at(-1),
		indicators: new Set(covered.map(({ indicator }) => indicator)).size,
		first: min(covered, ({ first }) => first),
		last: max(covered, ({ last }) => last)
	};
}

export async function load() {
	const all = model.monitors.flatMap(({ goals }) => goals.map(measurability));
	return {
		monitors: await Promise.all(model.monitors.map(summary)),
		all: all.length,
		measured: all.filter((each) => each !== 'none').length,
		whole: all.filter((each) => each === 'whole').length
	};
}
