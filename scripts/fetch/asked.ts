import { parse } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { feed as feedSchema, type Feed } from '#lib/schema/feed.ts';
import { expectation } from '#scripts/read/expectation.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { slugOf } from './categories.ts';

export const usage = `Zo haalt u cijfers op:
  npm run fetch                                        # alles uit data/feeds.yaml
  npm run fetch -- --feed gezondheid-2020
  npm run fetch -- --feed gezondheid-2020 --offline    # alleen uit de cache
  npm run fetch -- --feed gezondheid-2020 --replace    # en zet de cijfers in data/, als er weinig verandert
  npm run fetch -- --feed gezondheid-2020 --replace --accept    # ook als er veel verandert
  npm run fetch -- --adapter cbs-v4 --table 03759ned --measure M000352 --areas GM1783,NL01 --out tmp/out`;

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const options = {
	feed: many,
	adapter: one,
	'base-url': one,
	table: one,
	file: one,
	mapping: one,
	measure: many,
	indicator: many,
	source: one,
	areas: many,
	levels: many,
	periods: many,
	boundaries: one,
	out: { ...one, default: '.cache/fetch/out' },
	data: { ...one, default: 'data' },
	cache: { ...one, default: '.cache/fetch' },
	offline: { type: 'boolean', default: false },
	replace: { type: 'boolean', default: false },
	accept: { type: 'boolean', default: false },
	now: one,
	pauses: many
} as const;

type Words = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const problem = (option: string, expected: string, value?: unknown): Problem => ({
	file: `--${option}`,
	line: 0,
	column: 0,
	value,
	expected
});

/** The words of the command; `undefined` and a problem where they cannot be read. */
export function readWords(args: string[]): { words?: Words; problems: Problem[] } {
	try {
		return { words: parseArgs({ args, options, allowPositionals: false }).values, problems: [] };
	} catch (error) {
		const name = /'(?:-+)?([\w-]+)/.exec(String(error))?.[1] ?? '';
		const known = Object.keys(options)
			.map((each) => `--${each}`)
			.join(', ');
		return { problems: [problem(name, `een optie met haar waarde; de opties zijn ${known}`)] };
	}
}

const parts = (values: readonly string[] | undefined): string[] | undefined =>
	values?.flatMap((value) => value.split(',').map((part) => part.trim()));

/** Parts that an option of the command changes, whatever the feed says. */
const changes = (words: Words): object => ({
	...(words['base-url'] && { baseUrl: words['base-url'] }),
	...(words.table && { table: words.table }),
	...(words.file && { file: words.file }),
	...(words.mapping && { mapping: words.mapping }),
	...(words.areas && { areas: parts(words.areas) }),
	...(words.levels && { levels: parts(words.levels) }),
	...(words.periods && { periods: parts(words.periods)!.map(Number) }),
	...(words.boundaries && { boundaries: Number(words.boundaries) })
});

/** Name of the option that gives a field of a feed. */
const optionOf: Partial<Record<string, string>> = { baseUrl: 'base-url', measures: 'measure', id: 'table' };

function read(raw: object): { feeds: Feed[]; problems: Problem[] } {
	const result = feedSchema.safeParse(raw, { reportInput: true });
	if (result.success) return { feeds: [result.data], problems: [] };
	const problems = result.error.issues.map((issue) => {
		const field = String(issue.path[0] ?? 'adapter');
		const value = typeof issue.input === 'object' ? undefined : issue.input;
		return problem(optionOf[field] ?? field, expectation(issue), value);
	});
	return { feeds: [], problems };
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The name of a file without its folder or address, and without what kind of file it is. */
function nameOf(file: string | undefined): string | undefined {
	const path = file !== undefined && URL.canParse(file) ? decoded(new URL(file).pathname) : file;
	const name = path && parse(path).name;
	return name === '' ? undefined : name;
}

function fromWords(words: Words): { feeds: Feed[]; problems: Problem[] } {
	const id = slugOf(words.source ?? words.table ?? nameOf(words.file) ?? words.adapter ?? '');
	const indicators = parts(words.indicator) ?? [];
	const measures = (parts(words.measure) ?? []).map((name, i) => ({
		name,
		indicator: indicators[i] ?? slugOf(name)
	}));
	return read({ id, source: id, adapter: words.adapter, areas: [], measures, ...changes(words) });
}

/**
 * The feeds that the command asks for: those of `data/feeds.yaml`, or the one that its own words describe.
 * @param known all feeds of `data/feeds.yaml`
 */
export function askedFeeds(words: Words, known: readonly Feed[]): { feeds: Feed[]; problems: Problem[] } {
	if (words.adapter !== undefined) return fromWords(words);
	const ids = parts(words.feed);
	const unknown = (ids ?? []).filter((id) => !known.some((each) => each.id === id));
	if (unknown.length > 0 || known.length === 0) {
		const expected = `een feed uit feeds.yaml: ${known.map(({ id }) => id).join(', ') || 'die zijn er niet'}`;
		return {
			feeds: [],
			problems: (unknown.length > 0 ? unknown : [undefined]).map((id) => problem('feed', expected, id))
		};
	}
	const chosen = known.filter(({ id }) => ids === undefined || ids.includes(id));
	const results = chosen.map((each) => read({ ...each, ...changes(words) }));
	return {
		feeds: results.flatMap(({ feeds }) => feeds),
		problems: results.flatMap(({ problems }) => problems)
	};
}

const numbers = z.array(z.coerce.number().int().min(0)).min(1);

/** Day and time of the run, and the pauses between attempts in milliseconds, where the command names them. */
export function askedTimes(words: Words): { now?: string; pauses?: number[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const now = z.iso.datetime().safeParse(words.now);
	if (words.now !== undefined && !now.success)
		problems.push(problem('now', 'een dag en tijd in UTC, zoals 2026-11-23T12:00:00Z', words.now));
	const pauses = numbers.safeParse(parts(words.pauses));
	if (words.pauses !== undefined && !pauses.success)
		problems.push(
			problem('pauses', 'milliseconden met komma’s ertussen, zoals 1000,3000', words.pauses.join())
		);
	return { problems, ...(now.success && { now: now.data }), ...(pauses.success && { pauses: pauses.data }) };
}
