import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { at, type ItemPlace } from './place.ts';

export type Issue = z.core.$ZodIssue;

type Tree = Record<PropertyKey, unknown>;
const isTree = (value: unknown): value is Tree => value !== null && typeof value === 'object';

/** So many things of a list stand in for what is wrong in another: what is said with each of them is not about one. */
const most = 2;

/** Things of the same list that are right: first what a form changes, as it is now, and then others. */
export function examplesOf(value: unknown, place: ItemPlace): unknown[] {
	const [index, field, inner] = place;
	const items = Array.isArray(value) ? (value as Tree[]) : [];
	const own = at(value, place);
	const others =
		field === undefined
			? items.filter((_, i) => i !== index)
			: items.flatMap((owner, i) =>
					((owner[field] ?? []) as unknown[]).filter((_, j) => i !== index || j !== inner)
				);
	return [...(own === undefined ? [] : [own]), others[0], others.at(-1)]
		.filter((each) => each !== undefined)
		.slice(0, most);
}

/** A value with something else at a path; nothing takes away what is there. What was given is not touched. */
function withAt(value: unknown, path: readonly PropertyKey[], own: unknown): unknown {
	const [part, ...rest] = path;
	if (part === undefined) return own;
	const made = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Tree) }) as Tree;
	const child = withAt(made[part], rest, own);
	if (child !== undefined) made[part] = child;
	else if (Array.isArray(made)) (made as unknown[]).splice(Number(part), 1);
	else Reflect.deleteProperty(made, part);
	return made;
}

/** Whether two values say the same at a path, and say something. */
export function isSameAt(one: unknown, other: unknown, path: readonly string[]): boolean {
	const [first, second] = [at(one, path), at(other, path)];
	return first !== undefined && isDeepStrictEqual(first, second);
}

/**
 * All that a schema has against a value. Some of its rules are about more than one field, and are held only once each
 * field is right: those are held against the value with what examples say in the place of what is wrong.
 */
export function issuesOf(schema: z.ZodType, value: unknown, examples: readonly unknown[]): Issue[] {
	const issuesWith = (own: unknown): Issue[] =>
		schema.safeParse(own, { reportInput: true }).error?.issues ?? [];
	const issues = issuesWith(value);
	const isTold = ({ path }: Issue): boolean =>
		issues.some((each) => each.path.every((part, i) => path[i] === part));
	if (issues.length === 0) return [];
	const [first, ...rest] = examples
		.map((example) =>
			issuesWith(issues.reduce((made, { path }) => withAt(made, path, at(example, path as ItemPlace)), value))
		)
		.filter((found) => !found.some(isTold));
	const later = (first ?? []).filter((own) =>
		rest.every((found) =>
			found.some(({ path, message }) => message === own.message && isDeepStrictEqual(path, own.path))
		)
	);
	return [...issues, ...later];
}

/** What is right and says as much as it can of what a value says; the rest is as in an example, which is right. */
export function nearest(schema: z.ZodType, value: unknown, example: unknown): unknown {
	function take(made: unknown, path: readonly PropertyKey[], own: unknown): unknown {
		const tried = withAt(made, path, own);
		if (schema.safeParse(tried).success) return tried;
		const known = at(made, path as ItemPlace);
		if (!isTree(own) || !isTree(known)) return made;
		const names = new Set([...Object.keys(own), ...Object.keys(known)]);
		return [...names].reduce((all, name) => take(all, [...path, name], own[name]), made);
	}
	return take(example, [], value);
}
