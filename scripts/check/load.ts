import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { area, areaChange, conversion, ownAreas, type AreaChange } from '#lib/schema/area.ts';
import { borders } from '#lib/schema/border.ts';
import { day } from '#lib/schema/common.ts';
import { corrections } from '#lib/schema/correction.ts';
import { feeds } from '#lib/schema/feed.ts';
import { disclosureExceptions } from '#lib/schema/disclosure.ts';
import { figure, tables } from '#lib/schema/figure.ts';
import { goals, links } from '#lib/schema/goal.ts';
import { indicators } from '#lib/schema/indicator.ts';
import {
	agreements,
	glossary,
	milestones,
	monitor,
	profiles,
	services,
	voices
} from '#lib/schema/monitor.ts';
import { expenditure, observation } from '#lib/schema/observation.ts';
import { receipt } from '#lib/schema/receipt.ts';
import {
	release,
	releasedAmount,
	releasedFigure,
	releasedReportVerdict,
	releasedValue
} from '#lib/schema/release.ts';
import { savedQuestion } from '#lib/schema/saved-question.ts';
import { site } from '#lib/schema/site.ts';
import { sources } from '#lib/schema/source.ts';
import { spendingDomains } from '#lib/schema/spending.ts';
import { foreignCodes } from '#lib/schema/swing.ts';
import { events, notes, reports, steering } from '#lib/schema/tracker.ts';
import { readCsv, type CsvFile } from '#scripts/read/csv.ts';
import { readJson } from '#scripts/read/json.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { editedSince } from './edited.ts';
import { largestLogo, readStart } from './logo/load.ts';
import { largest, readText } from '#scripts/read/text.ts';
import { readYaml, type YamlFile } from '#scripts/read/yaml.ts';

const areaRow = z.strictObject({
	...area.shape,
	boundaries: z
		.string()
		.regex(/^\d{4}$/, 'een jaar')
		.transform(Number)
});

/** The files of a monitor's folder, each with its schema. */
export const monitorFiles = {
	monitor,
	goals,
	links,
	areas: ownAreas,
	tables,
	services,
	milestones,
	agreements,
	voices,
	profiles,
	glossary,
	events,
	notes,
	steering,
	reports,
	'disclosure-exceptions': disclosureExceptions,
	swing: foreignCodes
};
const required = new Set(['monitor', 'goals', 'links']);

/** A file that is there and could not be read has no value. */
type MonitorFiles = {
	[K in keyof typeof monitorFiles]: YamlFile<z.output<(typeof monitorFiles)[K]>> | undefined;
};

export interface LoadedMonitor {
	slug: string;
	folder: string;
	files: MonitorFiles;
	figures: CsvFile<z.output<typeof figure>>;
	/** Text of `theme.css`, where there is one. */
	theme: string | undefined;
	/** Where `monitor.yaml` names a logo that is there: its bytes, no more than `largestLogo` and one. */
	logo: Buffer | undefined;
}

/** A folder of `data/releases/`. */
export interface LoadedRelease {
	/** The name of the folder, which is a day. */
	day: string;
	release: YamlFile<z.output<typeof release>> | undefined;
	values: CsvFile<z.output<typeof releasedValue>> & { file: string };
	/** Releases of before these were kept have none. */
	figures?: (CsvFile<z.output<typeof releasedFigure>> & { file: string }) | undefined;
	amounts?: (CsvFile<z.output<typeof releasedAmount>> & { file: string }) | undefined;
	reportVerdicts?: (CsvFile<z.output<typeof releasedReportVerdict>> & { file: string }) | undefined;
}

/** A file of `data/receipts/`. */
export interface LoadedReceipt {
	file: YamlFile<z.output<typeof receipt>> | undefined;
	/** Files that are not what was fetched any more. */
	edited: string[];
}

/** A file of `data/questions/`. */
export interface LoadedQuestion {
	/** The name of the file, which is the last part of its address. */
	id: string;
	file: string;
	question: YamlFile<z.output<typeof savedQuestion>> | undefined;
}

export interface Loaded {
	site: YamlFile<z.output<typeof site>> | undefined;
	sources: YamlFile<z.output<typeof sources>> | undefined;
	indicators: YamlFile<z.output<typeof indicators>> | undefined;
	glossary: YamlFile<z.output<typeof glossary>> | undefined;
	events: YamlFile<z.output<typeof events>> | undefined;
	domains: YamlFile<z.output<typeof spendingDomains>> | undefined;
	feeds: YamlFile<z.output<typeof feeds>> | undefined;
	corrections: YamlFile<z.output<typeof corrections>> | undefined;
	/** What `npm run fetch` left of each run, with whether the files it speaks of are still the same. */
	receipts: LoadedReceipt[];
	questions: LoadedQuestion[];
	areas: (CsvFile<z.output<typeof areaRow>> & { file: string })[];
	/** Maps, the oldest boundaries first. */
	borders: { boundaries: number; file: YamlFile<z.output<typeof borders>> | undefined }[];
	/** What a publisher says of the borders of each year, against the year before. */
	changes: ReadonlyMap<number, readonly AreaChange[]>;
	conversions: (CsvFile<z.output<typeof conversion>> & { file: string; from: number; to: number })[];
	observations: (CsvFile<z.output<typeof observation>> & { file: string; table: string })[];
	expenditure: CsvFile<z.output<typeof expenditure>> & { file: string };
	/** Names of all folders of monitors, those included that were not read. */
	slugs: string[];
	monitors: LoadedMonitor[];
	/** The oldest first; those of after `asOf` too. */
	releases: LoadedRelease[];
	/** Day on which the verdicts stand: the one asked for, or else that of the newest release. */
	asOf: string;
	problems: Problem[];
}

/** Names of the folders in `data/releases/`, the oldest first; each ought to be a day. */
function releaseFolders(root: string): string[] {
	const folder = join(root, 'releases');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => !name.startsWith('.'))
		.toSorted();
}

const isDay = (name: string): boolean => day.safeParse(name).success;

/** Days of the releases in `data/releases/`, the oldest first. */
export const releaseDays = (root: string): string[] => releaseFolders(root).filter(isDay);

function namesIn(folder: string, end: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith(end))
		.toSorted();
}

const csvNames = (folder: string): string[] => namesIn(folder, '.csv');

/** What stood last in each file, as it was read: who checks after every change waits for what changed, and no more. */
const known = new Map<string, { text: string; schema: z.ZodType; file: unknown }>();

function unlessKnown<File>(path: string, text: string, schema: z.ZodType, read: () => File): File {
	const last = known.get(path);
	if (last?.text === text && last.schema === schema) return last.file as File;
	const file = read();
	known.set(path, { text, schema, file });
	return file;
}

/**
 * Reads every file of a data folder on its own; what files say of each other is checked after.
 * @param root folder of the data
 * @param only slug of the one monitor to read, for an editor who works on that one
 * @param limit largest size of a file, in bytes
 * @param asOf day on which the verdicts stand; that of the newest release where it is left out
 */
export function load(root: string, only?: string, limit = largest, asOf?: string): Loaded {
	const named = (path: string) => join('data', path);
	const problems: Problem[] = [];
	for (const name of releaseFolders(root).filter((each) => !isDay(each)))
		problems.push({
			file: named(join('releases', name)),
			line: 0,
			column: 0,
			value: name,
			expected: 'een map met een dag als naam, zoals 2026-01-31'
		});
	const days = releaseDays(root);
	const stands = asOf ?? days.at(-1);
	if (stands === undefined || !isDay(stands))
		problems.push({
			file: named('releases'),
			line: 0,
			column: 0,
			value: asOf,
			expected:
				'een dag voor de oordelen: een uitgave (npm run release -- --date 2026-01-31) of --as-of 2026-01-31'
		});

	function tree<T extends z.ZodType>(
		path: string,
		schema: T,
		needed: boolean,
		readTree: typeof readYaml = readYaml
	): YamlFile<z.output<T>> | undefined {
		if (!existsSync(join(root, path))) {
			if (needed) problems.push({ file: named(path), line: 0, column: 0, expected: 'dat dit bestand er is' });
			return undefined;
		}
		const read = readText(join(root, path), named(path), limit);
		problems.push(...read.problems);
		if (read.text === undefined) {
			const problemAt = (_: readonly PropertyKey[], expected: string, value?: unknown) => ({
				file: named(path),
				line: 0,
				column: 0,
				value,
				expected
			});
			return { problemAt, problems: read.problems };
		}
		const { text } = read;
		const file = unlessKnown(named(path), text, schema, () => readTree(text, named(path), schema));
		problems.push(...file.problems);
		return file;
	}

	function csv<T extends z.ZodObject>(path: string, schema: T): CsvFile<z.output<T>> & { file: string } {
		const read = existsSync(join(root, path))
			? readText(join(root, path), named(path), limit)
			: {
					text: undefined,
					problems: [{ file: named(path), line: 0, column: 0, expected: 'dat dit bestand er is' }]
				};
		const { text } = read;
		const file =
			text === undefined
				? { rows: [], refused: [], problems: [] }
				: unlessKnown(named(path), text, schema, () =>
						readCsv(text, named(path), Object.keys(schema.shape), schema)
					);
		problems.push(...read.problems, ...file.problems);
		return { ...file, file: named(path) };
	}

	const csvIfThere = <T extends z.ZodObject>(path: string, schema: T) =>
		existsSync(join(root, path)) ? csv(path, schema) : undefined;

	/** The text of a file that need not be there. */
	function plain(path: string): string | undefined {
		if (!existsSync(join(root, path))) return undefined;
		const { text, problems: found } = readText(join(root, path), named(path), limit);
		problems.push(...found);
		return text;
	}

	/** Files that are named after a year or two; any other name is a problem. */
	function yearFiles(folder: string, pattern: RegExp, example: string): { path: string; years: number[] }[] {
		const end = example.slice(example.lastIndexOf('.'));
		return namesIn(join(root, folder), end).flatMap((name) => {
			const path = join(folder, name);
			const match = pattern.exec(name);
			if (match) return { path, years: match.slice(1).map(Number) };
			problems.push({
				file: named(path),
				line: 0,
				column: 0,
				value: name,
				expected: `een naam als ${example}`
			});
			return [];
		});
	}

	function monitorFolder(slug: string): LoadedMonitor {
		const folder = join('monitors', slug);
		const files = Object.fromEntries(
			Object.entries(monitorFiles).map(([name, schema]) => [
				name,
				tree(join(folder, `${name}.yaml`), schema, required.has(name))
			])
		) as MonitorFiles;
		const logo = files.monitor?.value?.logo?.file;
		return {
			slug,
			folder: named(folder),
			files,
			figures: csv(join(folder, 'figures.csv'), figure),
			theme: plain(join(folder, 'theme.css')),
			logo: logo === undefined ? undefined : readStart(join(root, folder, logo), largestLogo + 1)
		};
	}

	/** Maps are named after the year of their boundaries; without any, that of the newest list of areas is missed. */
	function maps(lists: readonly string[]): Loaded['borders'] {
		const found = yearFiles('areas', /^wijken-(\d{4})\.geojson$/, 'wijken-2024.geojson');
		const newest = Number(lists.map((name) => /\d{4}/.exec(name)?.[0]).findLast(Boolean));
		if (found.length === 0 && newest)
			found.push({ path: join('areas', `wijken-${newest}.geojson`), years: [newest] });
		return found.map(({ path, years: [boundaries] }) => ({
			boundaries: boundaries!,
			file: tree(path, borders, true, readJson)
		}));
	}

	const slugs = readdirSync(join(root, 'monitors')).toSorted();
	return {
		site: tree('site.yaml', site, true),
		sources: tree('sources.yaml', sources, true),
		indicators: tree('indicators.yaml', indicators, true),
		glossary: tree('glossary.yaml', glossary, true),
		events: tree('events.yaml', events, false),
		domains: tree('domains.yaml', spendingDomains, false),
		feeds: tree('feeds.yaml', feeds, false),
		corrections: tree('corrections.yaml', corrections, false),
		receipts: namesIn(join(root, 'receipts'), '.json').map((name) => {
			const file = tree(join('receipts', name), receipt, true, readJson);
			return { file, edited: file?.value ? editedSince(root, file.value).map(named) : [] };
		}),
		questions: namesIn(join(root, 'questions'), '.yaml').map((name) => ({
			id: name.replace(/\.yaml$/, ''),
			file: named(join('questions', name)),
			question: tree(join('questions', name), savedQuestion, true)
		})),
		areas: csvNames(join(root, 'areas')).map((name) => csv(join('areas', name), areaRow)),
		borders: maps(csvNames(join(root, 'areas'))),
		changes: new Map(
			yearFiles('areas/changes', /^(\d{4})\.csv$/, '2021.csv').map(({ path, years: [year] }) => [
				year!,
				csv(path, areaChange).rows.map(({ row }) => row)
			])
		),
		conversions: yearFiles('areas/conversions', /^(\d{4})-(\d{4})\.csv$/, '2020-2024.csv').map(
			({ path, years: [from, to] }) => ({ ...csv(path, conversion), from: from!, to: to! })
		),
		observations: csvNames(join(root, 'observations')).map((name) => ({
			...csv(join('observations', name), observation),
			table: name.replace(/\.csv$/, '')
		})),
		expenditure: csv(join('expenditure', 'iv3.csv'), expenditure),
		slugs,
		monitors: slugs.filter((slug) => only === undefined || slug === only).map(monitorFolder),
		releases: days.map((name) => ({
			day: name,
			release: tree(join('releases', name, 'release.json'), release, true, readJson),
			values: csv(join('releases', name, 'values.csv'), releasedValue),
			figures: csvIfThere(join('releases', name, 'figures.csv'), releasedFigure),
			amounts: csvIfThere(join('releases', name, 'amounts.csv'), releasedAmount),
			reportVerdicts: csvIfThere(join('releases', name, 'report-verdicts.csv'), releasedReportVerdict)
		})),
		asOf: stands ?? '',
		problems
	};
}
