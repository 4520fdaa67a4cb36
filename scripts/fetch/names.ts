import type { Problem } from '#scripts/read/problem.ts';

/** A measure of a table, as its publisher describes it. */
export interface Topic {
	/** `Eenzaam_28` in v3, `M000352` in v4. */
	key: string;
	title: string;
	/** Heading that it stands under; empty where it has none. */
	group: string;
	unit?: string | undefined;
}

/** A key without the number that shifts from year to year. */
const withoutNumber = (key: string): string => key.replace(/_\d+$/, '');

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

function pairs(letters: string): Set<string> {
	return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}

/**
 * How alike two names are: the share of pairs of letters that they have in common (Dice), from 0 to 1, and 1 more
 * where the one holds the other.
 */
function likeness(a: string, b: string): number {
	const [short, long] = [lettersOf(a), lettersOf(b)].toSorted((x, y) => x.length - y.length);
	const [left, right] = [pairs(short!), pairs(long!)];
	const both = [...left].filter((pair) => right.has(pair)).length;
	const share = left.size + right.size === 0 ? 0 : (2 * both) / (left.size + right.size);
	return share + (short !== '' && long!.includes(short!) ? 1 : 0);
}

const mostCandidates = 5;

function nearest(name: string, topics: readonly Topic[]): Topic[] {
	const score = (topic: Topic) =>
		Math.max(likeness(name, withoutNumber(topic.key)), likeness(name, topic.title));
	return topics
		.map((topic) => ({ topic, score: score(topic) }))
		.toSorted((a, b) => b.score - a.score)
		.slice(0, mostCandidates)
		.map(({ topic }) => topic);
}

const show = ({ key, title, group }: Topic): string => `${key} (${group === '' ? '' : `${group}/`}${title})`;

/**
 * The measure that a name stands for: its key, its key without the number, or its title, with its heading and a
 * slash before it where more have that name.
 * @param shifting whether keys end in a number that shifts, as in v3
 */
export function findTopic(
	name: string,
	topics: readonly Topic[],
	shifting: boolean,
	file: string
): { topic?: Topic; problem?: Problem } {
	const slash = name.lastIndexOf('/');
	const tries: ((topic: Topic) => boolean)[] = [
		({ key }) => key === name,
		({ key }) => shifting && withoutNumber(key) === withoutNumber(name),
		({ title }) => title === name,
		({ key, title, group }) =>
			slash > 0 &&
			group === name.slice(0, slash) &&
			[title, withoutNumber(key)].includes(name.slice(slash + 1))
	];
	const found = tries.map((fits) => topics.filter(fits)).find((list) => list.length > 0) ?? [];
	if (found.length === 1) return { topic: found[0]! };
	const expected =
		found.length > 1
			? `één maat, met zijn groep ervoor; zo heten er ${found.length}: ${found.map(show).join(', ')}`
			: `een maat van deze tabel; het meest lijken erop: ${nearest(name, topics).map(show).join(', ')}`;
	return { problem: { file, line: 0, column: 0, value: name, expected } };
}
