import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { summary } from '#lib/domain/change/tell.ts';
import { count, enumerate } from '#lib/domain/format.ts';
import { feeds as feedsSchema, type Feed } from '#lib/schema/feed.ts';
import { indicators as indicatorsSchema } from '#lib/schema/indicator.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import { sources as sourcesSchema } from '#lib/schema/source.ts';
import { askedFeeds, askedTimes, readWords, usage } from './fetch/asked.ts';
import { FetchProblem } from './fetch/problem.ts';
import { progressOn } from './fetch/progress.ts';
import { runFeed, type RunSettings } from './fetch/run.ts';
import { stemOf } from './fetch/write.ts';
import { formatProblem, type Problem } from './read/problem.ts';
import { readText } from './read/text.ts';
import { readYaml } from './read/yaml.ts';

function tell(problems: readonly Problem[]): void {
	for (const problem of problems) console.error(formatProblem(problem));
}

/** A file of `data/`, `undefined` where it is not there. */
function readOne<T extends z.ZodType>(
	data: string,
	name: string,
	schema: T
): { value?: z.output<T>; problems: Problem[] } {
	const path = join(data, name);
	if (!existsSync(path)) return { problems: [] };
	const { text, problems } = readText(path, path);
	return text === undefined ? { problems } : readYaml(text, path, schema);
}

/** What came in, and where it is now, as a sentence. */
function tellAmount({ rows, accounts, boundaries, changes, title }: Receipt, out: string): string {
	const amounts = (
		[
			[rows, 'cijfer', 'cijfers'],
			[accounts?.rows, 'bedrag', 'bedragen'],
			[boundaries?.rows, 'grens', 'grenzen'],
			[changes?.rows, 'code van een grenswijziging', 'codes van grenswijzigingen']
		] as const
	).flatMap(([number, one, more]) =>
		number === undefined ? [] : { number, text: count(number, one, more) }
	);
	const isOne = amounts.length === 1 && amounts[0]!.number === 1;
	const what = enumerate(amounts.map(({ text }) => text));
	return `${what} van "${title}" ${isOne ? 'staat' : 'staan'} in ${out}.`;
}

async function fetchOne(feed: Feed, settings: Omit<RunSettings, 'progress'>): Promise<boolean> {
	const screen = progressOn(process.stderr, feed.id);
	try {
		const {
			receipt: made,
			change,
			reasons,
			replaced
		} = await runFeed(feed, {
			...settings,
			patience: { ...settings.patience, tell: (line) => screen.tell(line) },
			progress: (done, expected) => screen.update(done, expected)
		});
		screen.end();
		console.log(`${feed.id}: ${tellAmount(made, settings.out)}`);
		for (const remark of made.remarks) console.log(`  ${remark}`);
		if (change) {
			console.log(`  ${summary(change)} Het verslag: ${join(settings.out, `${stemOf(feed)}.changes.md`)}.`);
		}
		for (const reason of reasons) console.log(`  ${reason}`);
		if (replaced) console.log(`  Wat hiervan in ${settings.data} stond, is vervangen.`);
		else if (settings.replace) {
			console.error(
				`${feed.id}: ${change ? 'lees het verslag en ' : ''}geef --accept als het klopt. ${settings.data} is niet veranderd.`
			);
			return false;
		}
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
	const known = readOne(words.data, 'feeds.yaml', feedsSchema);
	const sources = readOne(words.data, 'sources.yaml', sourcesSchema);
	const indicators = readOne(words.data, 'indicators.yaml', indicatorsSchema);
	const asked =
		known.problems.length > 0 ? { feeds: [], problems: [] } : askedFeeds(words, known.value ?? []);
	const all = [
		...wrongTimes,
		...known.problems,
		...sources.problems,
		...indicators.problems,
		...asked.problems
	];
	if (all.length > 0) {
		tell(all);
		return false;
	}
	const settings = {
		cache: words.cache,
		out: words.out,
		data: words.data,
		offline: words.offline,
		replace: words.replace,
		accept: words.accept,
		indicators: new Map(indicators.value?.indicators.map((each) => [each.id, each])),
		sources: sources.value ?? [],
		now: () => now ?? new Date().toISOString(),
		patience: pauses ? { pauses } : {}
	};
	let isWhole = true;
	for (const feed of asked.feeds) isWhole = (await fetchOne(feed, settings)) && isWhole;
	return isWhole;
}

if (!(await main())) process.exitCode = 1;
