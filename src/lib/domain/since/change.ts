/** Something in one of two lists or in both: without `before` it was added, without `now` it is gone. */
export interface Change<T> {
	id: string;
	before?: T;
	now?: T;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What differs between two lists, in the order of their keys.
 * @param key what makes an item the same one as in the other list
 */
export function compareBy<T>(before: readonly T[], now: readonly T[], key: (item: T) => string): Change<T>[] {
	const old = new Map(before.map((item) => [key(item), item]));
	const fresh = new Map(now.map((item) => [key(item), item]));
	return [...new Set([...old.keys(), ...fresh.keys()])]
		.toSorted()
		.map((id) => ({ id, before: old.get(id), now: fresh.get(id) }))
		.filter((change) => !isSame(change.before, change.now));
}
