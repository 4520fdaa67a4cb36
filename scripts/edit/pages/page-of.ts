type Tree = Record<string, unknown>;

const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The goal whose page shows a figure, if there is one. */
function goalWith(figure: unknown, goals: readonly Tree[]): unknown {
	if (figure === undefined) return undefined;
	const named = (goal: Tree): unknown[] => {
		const { budget, actual, share } = (goal.money ?? {}) as Tree;
		return [...listIn(goal.figures), budget, actual, share];
	};
	return goals.find((goal) => named(goal).includes(figure))?.id;
}

/**
 * The path of a page of the site that shows something: the goal it is about, or else what comes nearest.
 * @param owner the goal that it is a part of, for what stands within a goal
 */
export function pageOf(
	slug: string,
	file: string,
	item: Tree,
	owner: Tree | undefined,
	goals: readonly Tree[]
): string {
	const about = (item.about ?? {}) as Tree;
	const ids: Record<string, unknown> = {
		goals: owner?.id ?? item.id,
		links: item.from,
		notes: about.goal ?? goalWith(about.figure, goals),
		figures: goalWith(item.id, goals)
	};
	const goal = ids[file] ?? listIn(item.goals)[0];
	if (typeof goal === 'string' && goals.some(({ id }) => id === goal)) return `/${slug}/doelen/${goal}/`;
	const indicator = about.indicator ?? listIn(item.indicators)[0];
	if (typeof indicator === 'string') return `/${slug}/indicatoren/${indicator}/`;
	if (file === 'figures' || file === 'agreements') return `/${slug}/middelen/`;
	return file === 'glossary' ? '/begrippen/' : `/${slug}/`;
}
