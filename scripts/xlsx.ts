import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '#lib/domain/format.ts';
import { slug as isSlug } from '#lib/schema/common.ts';
import { load } from './check/load.ts';
import { takeIn } from './edit/take-in.ts';
import { tellChanges } from './edit/tell-taken-in.ts';
import { writeFiles } from './edit/trial.ts';
import { workbookOf } from './edit/workbook-of.ts';
import { FetchProblem } from './fetch/problem.ts';
import { formatProblem } from './read/problem.ts';

const usage = `Zo maakt u een werkmap van een monitor, en zo leest u haar weer in:
  npm run xlsx -- --monitor westland --out westland.xlsx             # ingevuld
  npm run xlsx -- --monitor westland --out leeg.xlsx --empty         # leeg, om in te vullen
  npm run xlsx -- --monitor westland --in westland.xlsx              # wat er zou veranderen
  npm run xlsx -- --monitor westland --in westland.xlsx --accept     # en dan echt`;

const option = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

function readWords() {
	try {
		return parseArgs({
			options: {
				monitor: option,
				out: option,
				in: option,
				empty: flag,
				accept: flag,
				data: { ...option, default: 'data' }
			}
		}).values;
	} catch {
		return undefined;
	}
}

type Words = NonNullable<ReturnType<typeof readWords>>;

function stop(message: string): false {
	console.error(message);
	return false;
}

/** Problems with the files of a monitor that keep them from being read. */
function unreadable({ data, monitor }: Words): string[] {
	return load(data, monitor)
		.problems.filter(({ file }) => file.startsWith(join('data', 'monitors', monitor!)))
		.map(formatProblem);
}

function makeWorkbook(words: Words, slug: string, out: string): boolean {
	const folder = join(words.data, 'monitors', slug);
	if (!words.empty && !existsSync(folder))
		return stop(`Er is geen monitor "${slug}" in ${words.data}/monitors/.`);
	const problems = words.empty ? [] : unreadable(words);
	if (problems.length > 0)
		return stop(`${problems.join('\n')}\n\nVerbeter dit eerst. Er is geen werkmap gemaakt.`);
	let bytes: Uint8Array;
	try {
		bytes = workbookOf(words.data, slug, words.empty);
	} catch (error) {
		if (error instanceof RangeError) return stop(error.message);
		throw error;
	}
	writeFileSync(`${out}.new`, bytes);
	renameSync(`${out}.new`, out);
	console.log(
		words.empty
			? `Een lege werkmap staat in ${out}.`
			: `De monitor ${slug} staat in ${out}. De werkmap is voor collega's: kleine aantallen staan erin.`
	);
	return true;
}

async function takeWorkbook(words: Words, slug: string, path: string): Promise<boolean> {
	if (!existsSync(path)) return stop(`Het bestand ${path} is er niet.`);
	const taken = await takeIn(words.data, slug, readFileSync(path), basename(path));
	for (const line of tellChanges(taken)) console.log(line);
	for (const problem of taken.problems) console.error(formatProblem(problem));
	if (taken.problems.length > 0)
		return stop(
			`\n${count(taken.problems.length, 'ding', 'dingen')} om te verbeteren. Er is niets veranderd.`
		);
	if (taken.files.size === 0) return true;
	if (words.accept) writeFiles(words.data, slug, taken.files);
	console.log(
		words.accept
			? `Geschreven in ${join(words.data, 'monitors', slug)}.`
			: 'Er is nog niets veranderd. Met --accept erbij wel.'
	);
	return true;
}

async function main(): Promise<boolean> {
	const words = readWords();
	const { monitor: slug = '', out, in: path } = words ?? {};
	if (!words || !isSlug.safeParse(slug).success || (out === undefined) === (path === undefined))
		return stop(usage);
	return out === undefined ? takeWorkbook(words, slug, path!) : makeWorkbook(words, slug, out);
}

try {
	if (!(await main())) process.exitCode = 1;
} catch (error) {
	if (!(error instanceof FetchProblem)) throw error;
	console.error(`${error.message}\n\nEr is niets veranderd.`);
	process.exitCode = 1;
}
