import { said } from '#lib/db/queries/index.ts';
import {
	canonicalJson,
	citedText,
	hashOfAll,
	saidVerdict,
	sha256,
	shownDigits,
	shownHashes,
	sourcesKeptFrom
} from '#lib/domain/citation/hash.ts';
import { tellVerdictsNow, verdictNow } from '#lib/domain/citation/now.ts';
import { shownVerdict } from '#lib/domain/since/verdicts.ts';
import { makeRelease } from '#lib/domain/release.ts';
import { levels } from '#lib/domain/tree.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { ReleasedGoal } from '#lib/schema/release.ts';
import { run } from '../database.ts';
import { findMonitor, model } from '../model.ts';
import { verdictsOf } from '../verdicts.ts';
import { citedYears } from './amounts.ts';
import { citedDocuments } from './documents.ts';
import { citedIndicators, citedReports, keepsAll, keepsReports, keptRelease, releasesOf } from './kept.ts';
import { citedPlace } from './place.ts';

/** The goals of a monitor as the file of a release has them. */
export const goalsIn = (day: string, slug: string): ReleasedGoal[] =>
	keptRelease(day).monitors.find((each) => each.slug === slug)?.goals ?? [];

const hashOf = (slug: string, goal: ReleasedGoal): Promise<string> =>
	sha256(citedText(saidVerdict(slug, goal)));

/**
 * The goals of a monitor as a release of today would keep them.
 * @param asOf day of their verdicts
 */
async function goalsNow(data: MonitorData, asOf: string): Promise<Map<string, ReleasedGoal>> {
	const sentences = new Map(
		(await run(said, data.monitor.slug, asOf)).map(({ goal, sentence }) => [goal, sentence])
	);
	const verdicts = new Map(
		[...(await verdictsOf(data, asOf))].map(([id, verdict]) => [
			id,
			{ ...verdict, sentence: sentences.get(id) ?? verdict.sentence }
		])
	);
	const { monitors } = makeRelease({ model: { ...model, monitors: [data] } }, model.asOf, () => verdicts);
	return new Map(monitors[0]!.goals.map((goal) => [goal.id, goal]));
}

/** What a goal says, without how it stands. */
const saidOf = ({ id, level, title, text, targets }: ReleasedGoal): string =>
	canonicalJson({ id, level, title, text, targets });

/**
 * Verdicts of a release, as they were and as they are.
 * @param goals of the release, each with the verdict that is cited
 * @param hashes of these verdicts, whole
 * @param asOf day that the verdicts are about
 */
export async function citeVerdicts(
	{ slug, day, asOf }: { slug: string; day: string; asOf: string },
	goals: readonly ReleasedGoal[],
	hashes: readonly string[]
) {
	const shown = shownHashes(hashes);
	const current = await goalsNow(findMonitor(slug), asOf);
	// As the model reads it, with the defaults that today's goals have too.
	const read = model.releases
		.find(({ date }) => date === day)
		?.monitors.find((each) => each.slug === slug)?.goals;
	const verdicts = goals.map((goal, i) => {
		const now = current.get(goal.id);
		const own = read?.find(({ id }) => id === goal.id) ?? goal;
		return {
			hash: shown[i]!,
			...{ id: goal.id, level: goal.level, title: goal.title },
			then: shownVerdict(goal.verdict),
			stands: verdictNow(goal.verdict, now?.verdict),
			now: now && shownVerdict(now.verdict),
			isReworded: now !== undefined && saidOf(now) !== saidOf(own)
		};
	});
	return {
		hash: (await hashOfAll(hashes)).slice(0, shownDigits),
		number: verdicts.length,
		told: tellVerdictsNow(verdicts.map(({ stands }) => stands)),
		levels: levels
			.map((level) => ({ level, verdicts: verdicts.filter((each) => each.level === level) }))
			.filter((each) => each.verdicts.length > 0),
		example: verdicts[0]
	};
}

export type CitedVerdict = Awaited<ReturnType<typeof citeVerdicts>>['levels'][number]['verdicts'][number];

/** All verdicts of a release, and what else it has pages of. */
export async function loadCitedVerdicts(slug: string, day: string) {
	const goals = goalsIn(day, slug);
	const hashes = await Promise.all(goals.map((goal) => hashOf(slug, goal)));
	const keptFrom = (keeps: (release: string) => boolean) =>
		releasesOf(slug).find((each) => each > day && keeps(each));
	return {
		...citedPlace(slug, day),
		...(await citeVerdicts({ slug, day, asOf: model.asOf }, goals, hashes)),
		indicators: citedIndicators(day, slug).map(({ id, title }) => ({ id, title })),
		/** Figures of documents and spending: what this release has of them, or else the first one after it that has any. */
		keeps: keepsAll(day),
		keptFrom: keptFrom(keepsAll),
		sourcesFrom: sourcesKeptFrom(
			model.releases.filter(({ monitors }) => monitors.some((each) => each.slug === slug))
		),
		documents: citedDocuments(slug, day),
		years: citedYears(slug, day),
		/** The same of verdicts on the days of reports. */
		keepsReports: keepsReports(day),
		reportsFrom: keptFrom(keepsReports),
		reports: citedReports(slug, day),
		/** The day of today's verdicts. */
		asOf: model.asOf
	};
}

/** Where the verdict on a goal is cited: the newest release, if it has the goal. */
export async function citedGoal(slug: string, id: string) {
	const day = releasesOf(slug).at(-1);
	const goal = day === undefined ? undefined : goalsIn(day, slug).find((each) => each.id === id);
	return day && goal && { day, hash: (await hashOf(slug, goal)).slice(0, shownDigits) };
}
