import type { GroupShape, Shape } from '#scripts/edit/pages/answers.ts';

type Tree = Record<string, unknown>;

const empty = (shape: Shape): unknown =>
	shape.kind === 'group' ? fill(shape, {}) : shape.kind === 'list' || shape.many ? [] : '';

/**
 * A value with a place for every field of its form: texts that are not there are empty, groups and lists too. What is
 * empty says nothing, and is left out when it is saved.
 */
export function fill({ fields, bare }: GroupShape, value: unknown): unknown {
	if (bare !== undefined && (value === '' || typeof value !== 'object')) return value ?? '';
	const given = (value ?? {}) as Tree;
	return Object.fromEntries(
		Object.entries(fields).map(([name, shape]) => {
			const own = given[name];
			if (own === undefined || own === null) return [name, empty(shape)];
			if (shape.kind === 'group') return [name, fill(shape, own)];
			if (shape.kind === 'list') return [name, (own as unknown[]).map((item) => fillItem(shape.item, item))];
			return [name, own];
		})
	);
}

/** The same for an item of a list. */
export const fillItem = (shape: Shape, item?: unknown): unknown =>
	shape.kind === 'group' ? fill(shape, item ?? {}) : (item ?? empty(shape));
