import { smallTree } from '#lib/charts/tree-small.ts';
import { measurability, shareMeasured } from '#lib/domain/measure.ts';
import { findMonitor } from '../model.ts';
import { verdictsOf } from '../verdicts.ts';
import { documentsNamed } from './sources.ts';

/** The whole tree in the small, and its goals by level, each with its verdict. */
export async function loadEmbeddedTree(slug: string) {
	const data = findMonitor(slug);
	const { monitor, goals, links } = data;
	const verdicts = await verdictsOf(data);
	const nodes = goals.map((goal) => ({ ...goal, measured: measurability(goal) }));
	return {
		levels: monitor.levels.map(({ level, label, meaning, empty }) => ({ level, label, meaning, empty })),
		shares: shareMeasured(goals),
		tree: smallTree(nodes, links),
		goals: nodes.map(({ id, level, code, title, measured }) => {
			const { status, rule, share } = verdicts.get(id)!;
			return { id, level, code, title, measured, verdict: { status, rule, share } };
		}),
		sources: documentsNamed(data)
	};
}
