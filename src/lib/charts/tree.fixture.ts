import type { TreeGoal, TreeLink } from './tree.ts';

/** A small tree with all that is hard: a goal under its own level, links that skip a level, two parents. */
export const goals: TreeGoal[] = [
	{ id: 'whole', level: 'impact' },
	{ id: 'work', level: 'outcome' },
	{ id: 'home', level: 'outcome' },
	{ id: 'advice', level: 'output' },
	{ id: 'course', level: 'output' },
	{ id: 'plan', level: 'throughput' },
	{ id: 'step', level: 'throughput' },
	{ id: 'team', level: 'throughput' },
	{ id: 'pilot', level: 'throughput' },
	{ id: 'money', level: 'input' }
];

export const links: TreeLink[] = [
	{ from: 'work', to: 'whole', origin: 'source' },
	{ from: 'home', to: 'whole', origin: 'editorial' },
	{ from: 'advice', to: 'work', origin: 'source' },
	{ from: 'course', to: 'home', origin: 'source' },
	{ from: 'course', to: 'work', origin: 'derived' },
	{ from: 'plan', to: 'work', origin: 'source' },
	{ from: 'step', to: 'plan', origin: 'source' },
	{ from: 'team', to: 'advice', origin: 'source' },
	{ from: 'pilot', to: 'home', origin: 'source' },
	{ from: 'pilot', to: 'plan', origin: 'derived' },
	{ from: 'money', to: 'whole', origin: 'derived' }
];

export const everything = new Set(goals.map(({ id }) => id));
export const size = { height: () => 40, gap: 7 };
