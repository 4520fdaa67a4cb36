import { group } from 'd3';
import type { Measurability } from '../domain/measure.ts';
import { drawCurves, type DrawnLink } from './tree-links.ts';
import { placeTree, type TreeGoal, type TreeLink } from './tree.ts';

interface SmallGoal extends TreeGoal {
	title: string;
	measured: Measurability;
}

/** A goal as a mark: `x` in percent of the width, `y` in pixels from the top. */
export interface Mark extends SmallGoal {
	x: number;
	y: number;
}

export interface SmallTree {
	/** In pixels. */
	height: number;
	/** Height of a mark, in pixels. */
	mark: number;
	marks: Mark[];
	links: DrawnLink[];
}

/** The room that a mark has, in pixels: less where a level has many, so that the whole fits one screen. */
const pitch = { least: 5.5, most: 16, height: 380 };

/** The whole tree as a small picture: a mark for each goal, placed as in the large one, and a curve for each link. */
export function smallTree(goals: readonly SmallGoal[], links: readonly TreeLink[]): SmallTree {
	const levels = group(goals, ({ level }) => level);
	const most = Math.max(1, ...[...levels.values()].map(({ length }) => length));
	const step = Math.min(pitch.most, Math.max(pitch.least, pitch.height / most));
	const layout = placeTree(goals, links, new Set(goals.map(({ id }) => id)), { height: () => step, gap: 0 });
	return {
		height: Math.ceil(layout.height),
		mark: Math.round(step * 7) / 10,
		marks: goals.map(({ id, level, title, measured }) => {
			const { column, top } = layout.goals.get(id)!;
			return {
				id,
				level,
				title,
				measured,
				x: ((column + 0.5) * 100) / layout.columns.length,
				y: Math.round((top + step / 2) * 10) / 10
			};
		}),
		links: drawCurves(layout)
	};
}
