import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { feeds as feedsSchema, type Feed } from '#lib/schema/feed.ts';
import { sources as sourcesSchema } from '#lib/schema/source.ts';
import { askedFeeds, askedTimes, readWords, usage } from './fetch/asked.ts';
import { FetchProblem } from './fetch/problem.ts';
import { progressOn } from './fetch/progress.ts';
import { runFeed, type RunSettings } from './fetch/run.ts';
import { formatProblem, type Problem } from './read/problem.ts';
import { readText } from './read/text.ts';
import { readYaml } from './read/yaml.ts';

function tell(problems: readonly Problem[]): void {
	for (const problem of problems) console.error(formatProblem(problem));
}

/** A list of `data/`, empty where the file is not there. */
function readList<T extends z.ZodType<unknown[]>>(
	data: string,
	name: string,
	schema: T
): { value?: z.output<T>; problems: Problem[] } {
	const path = join(data, name);
	if (!existsSync(path)) return { value: schema.parse([]), problems: [] };
	const { text, problems } = readText(path, path);
	return text === undefined ? { problems } : readYaml(text, path, schema);
}

async function fetchOne(feed: Feed, settings: Omit<RunSettings, 'progress'>): Promise<boolean> {
	const screen = progressOn(process.stderr, feed.id);
	try {
		const made = await runFeed(feed, {
			...settings,
			patience: { ...settings.patience, tell: (line) => screen.tell(line) },
			progress: (done, expected) => screen.update(done, expected)
		});
		screen.end();
		const count = made.rows === undefined ? `${made.boundaries?.rows} grenzen` : `${made.rows} cijfers`;
		console.log(`${feed.id}: ${count} van "${made.title}" staan in ${settings.out}.`);
		for (const remark of made.remarks) console.log(`  ${remark}`);
		return true;
	} catch (error) {
		screen.end();
		if (!(error instanceof FetchProblem)) throw error;
		tell(error.problems);
		console.error(`${feed.id} is niet opgehaald. Er is niets veranderd.`);
		return false;
	}
}

async function main(): Promise<boolean> {
	const { words, problems } = readWords(process.argv.slice(2));
	if (!words) {
		tell(problems);
		console.error(`\n${usage}`);
		return false;
	}
	const { now, pauses, problems: wrongTimes } = askedTimes(words);
	const known = readList(words.data, 'feeds.yaml', feedsSchema);
	const sources = readList(words.data, 'sources.yaml', sourcesSchema);
	const asked = known.value ? askedFeeds(words, known.value) : { feeds: [], problems: [] };
	const all = [...wrongTimes, ...known.problems, ...sources.problems, ...asked.problems];
	if (all.length > 0) {
		tell(all);
		return false;
	}
	const settings = {
		cache: words.cache,
		out: words.out,
		data: words.data,
		offline: words.offline,
		sources: sources.value ?? [],
		now: () => now ?? new Date().toISOString(),
		patience: pauses ? { pauses } : {}
	};
	let isWhole = true;
	for (const feed of asked.feeds) isWhole = (await fetchOne(feed, settings)) && isWhole;
	return isWhole;
}

if (!(await main())) process.exitCode = 1;
