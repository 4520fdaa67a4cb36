/** An item of a list that changed: its place before, its place after, or both. */
export interface Pair {
	before?: number;
	after?: number;
}

/** The longest list of pairs that keep their order and have the same name. */
function common(before: readonly string[], after: readonly string[]): [number, number][] {
	const width = after.length + 1;
	const longest = new Uint32Array((before.length + 1) * width);
	for (let i = before.length - 1; i >= 0; i--)
		for (let j = after.length - 1; j >= 0; j--)
			longest[i * width + j] =
				before[i] === after[j]
					? longest[(i + 1) * width + j + 1]! + 1
					: Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
	const pairs: [number, number][] = [];
	let [i, j] = [0, 0];
	while (i < before.length && j < after.length)
		if (before[i] === after[j]) pairs.push([i++, j++]);
		else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
		else j++;
	return pairs;
}

/**
 * Lays two lists beside each other, in the order of the later one: what stayed, what is gone and what is new.
 * @param names of the items; those of the same name are one
 * @param loose whether what is gone and what is new at one place is taken for changed; one that moved is not
 */
export function align(
	names: { before: readonly string[]; after: readonly string[] },
	loose: boolean
): Pair[] {
	const { before, after } = names;
	// What is the same at both ends is the same however the middle is laid.
	let start = 0;
	while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
	let end = 0;
	while (
		end < Math.min(before.length, after.length) - start &&
		before[before.length - 1 - end] === after[after.length - 1 - end]
	)
		end++;
	const anchors = [
		...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
		...common(before.slice(start, before.length - end), after.slice(start, after.length - end)).map(
			([i, j]): [number, number] => [i + start, j + start]
		),
		...Array.from({ length: end }, (_, i): [number, number] => [
			before.length - end + i,
			after.length - end + i
		]),
		[before.length, after.length] as [number, number]
	];
	const [were, are] = [new Set(before), new Set(after)];
	const isChanged = (i: number, j: number): boolean => loose && !are.has(before[i]!) && !were.has(after[j]!);
	const pairs: Pair[] = [];
	let [i, j] = [0, 0];
	for (const [anchor, other] of anchors) {
		while (i < anchor || j < other)
			if (i < anchor && j < other && isChanged(i, j)) pairs.push({ before: i++, after: j++ });
			else if (i < anchor && (j >= other || are.has(before[i]!) || !loose)) pairs.push({ before: i++ });
			else if (j < other) pairs.push({ after: j++ });
			else pairs.push({ before: i++ });
		if (anchor < before.length) pairs.push({ before: i++, after: j++ });
	}
	return pairs;
}
