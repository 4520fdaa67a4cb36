import {
	compareDays,
	newestStart,
	onlyStep,
	type Comparison,
	type History,
	type ReleaseStep
} from '#lib/domain/since/compare-days.ts';
import { language } from '#lib/domain/language.ts';
import { figureChanges, type PlacedFigure } from '#lib/domain/since/figures.ts';
import { compareTexts } from '#lib/domain/since/release-texts.ts';
import { countFigures, tellCounts, usualStart } from '#lib/domain/since/sentence.ts';
import { tellRegistered, tellTexts } from '#lib/domain/since/tell-texts.ts';
import {
	eventsBetween,
	shownVerdict,
	turnedBetween,
	verdictOn,
	type Published
} from '#lib/domain/since/verdicts.ts';
import { rank } from '#lib/domain/tree.ts';
import type { GoalFacts } from '#lib/domain/verdict/facts.ts';
import { judgeGoal } from '#lib/domain/verdict/judge.ts';
import type { Goal } from '#lib/schema/goal.ts';
import type { FigureChange, MonitorData, PublishedRelease } from '#lib/schema/model.ts';
import type { ReleasedGoal } from '#lib/schema/release.ts';
import { areasOf } from './areas.ts';
import { findIndicator, model } from './model.ts';
import { readingsOf } from './readings.ts';
import { factsOf } from './verdicts.ts';

const nationwide = 'NL01';

/** Every figure of the gemeente, its wijken and its buurten, with the name that the area has on those boundaries. */
async function figuresOf(municipality: string): Promise<PlacedFigure[]> {
	const areas = await areasOf(municipality);
	const names = new Map(areas.map(({ code, boundaries, name }) => [`${code}/${boundaries}`, name]));
	return (await readingsOf(municipality))
		.filter(({ area }) => area !== nationwide)
		.map(({ indicator, breakdown, table, boundaries, period, area, value }) => ({
			indicator,
			breakdown,
			table,
			boundaries,
			period,
			area,
			name: names.get(`${area}/${boundaries}`) ?? '',
			value
		}));
}

function stepOf(slug: string, before: PublishedRelease, now: PublishedRelease): Omit<ReleaseStep, 'turned'> {
	const goals = [before, now].flatMap(
		({ monitors }) => monitors.find((each) => each.slug === slug)?.goals ?? []
	);
	return {
		from: before.date,
		date: now.date,
		...tellTexts(compareTexts(before, now, slug), new Map(goals.map(({ id, title }) => [id, title]))),
		figures: now.figures.find((each) => each.slug === slug)?.changes ?? []
	};
}

/**
 * Verdicts of releases that today's data would not give: those stay as they were published. On the day on which the
 * site stands, it says what all its pages say.
 */
function publishedOf({ monitor }: MonitorData, facts: ReadonlyMap<string, GoalFacts>): Published {
	const older = model.releases.filter(({ date }) => date < model.asOf);
	const differs =
		(date: string) =>
		({ id, verdict }: ReleasedGoal) => {
			const own = facts.get(id);
			const now = own && judgeGoal(own, date);
			// In another language no sentence is the one that was published.
			const isTold = language === 'nl' && now?.sentence !== verdict.sentence;
			return now?.status !== verdict.status || isTold;
		};
	return Object.fromEntries(
		older.map(({ date, monitors }) => {
			const goals = monitors.find(({ slug }) => slug === monitor.slug)?.goals ?? [];
			const other = goals.filter(differs(date)).map(({ id, verdict }) => [id, shownVerdict(verdict)]);
			return [date, Object.fromEntries(other)];
		})
	);
}

async function gather(data: MonitorData): Promise<History> {
	const { slug, municipality } = data.monitor;
	const figures = figureChanges(await figuresOf(municipality), model.sources);
	const facts = await factsOf(data);
	const published = publishedOf(data, facts);
	const steps = model.releases.slice(1).map((now, i) => {
		const step = stepOf(slug, model.releases[i]!, now);
		return { ...step, turned: turnedBetween([...facts.values()], step.from, step.date, published).length };
	});
	const newest = model.releases.at(-1)?.date;
	return {
		from: usualStart({
			asOf: model.asOf,
			release: newest !== undefined && newest < model.asOf ? newest : newestStart(steps),
			reports: data.reports.map(({ asOf }) => asOf),
			figures: figures.map(({ day }) => day)
		}),
		to: model.asOf,
		figures,
		steps,
		published,
		firstRelease: model.releases[0]?.date
	};
}

/** Asks something of a monitor once, and remembers the answer. */
function once<T>(ask: (data: MonitorData) => Promise<T>): (data: MonitorData) => Promise<T> {
	const known = new Map<string, Promise<T>>();
	return (data) => {
		const answer = known.get(data.monitor.slug) ?? ask(data);
		known.set(data.monitor.slug, answer);
		return answer;
	};
}

/** What changed in a monitor, whatever the days. */
export const historyOf = once(gather);

/** Titles, units and codes of what changed figures are about: all that a page needs to show them. */
export async function legendOf(data: MonitorData, changes: readonly FigureChange[]) {
	const areas = await areasOf(data.monitor.municipality);
	const labels = new Map(areas.map(({ code, label }) => [code, label]));
	const named = changes.flatMap(({ levels }) => levels.flatMap(({ largest }) => largest?.area ?? []));
	// Those that are no longer there, as the last release that has them calls them.
	const former = model.releases.flatMap(({ indicators }) =>
		indicators.map(({ id, title, unit }) => ({ id, title, unit, usual: undefined }))
	);
	const shown = new Set(changes.map(({ indicator }) => indicator));
	const tables = new Set(changes.flatMap(({ table, from }) => [table, ...(from ? [from] : [])]));
	return {
		indicators: Object.fromEntries(
			[...former, ...model.indicators.map((each) => ({ ...each, usual: each.breakdowns[0] }))]
				.filter(({ id }) => shown.has(id))
				.map(({ id, title, unit, usual }) => [id, { title, unit, usual }])
		),
		tables: Object.fromEntries(
			model.sources.filter(({ id }) => tables.has(id)).map(({ id, code, title }) => [id, code ?? title])
		),
		areas: Object.fromEntries(named.map((code) => [code, labels.get(code) ?? code]))
	};
}

/** What changed in a monitor from the usual day on. */
const usualComparison = once(async (data): Promise<Comparison> => {
	const history = await historyOf(data);
	const facts = await factsOf(data);
	const goals = data.goals.map(({ id, title }) => ({ title, facts: facts.get(id)! }));
	return compareDays(goals, history, history.from, history.to);
});

/** How many verdicts that turned the front page names. */
const most = 5;

/** What changed in a monitor from the usual day on, in short: the verdicts highest in the tree are named. */
export async function shortComparison(data: MonitorData) {
	const { from, to, steps } = await historyOf(data);
	const { turned, figures, definitions, goals, promises, links } = await usualComparison(data);
	const byId = new Map(data.goals.map((goal) => [goal.id, goal]));
	const texts = definitions.length + goals.length + promises.length + links.length;
	return {
		from,
		/** The release that changed it: what a release changed is in the database. */
		release: onlyStep(steps, from, to)?.date,
		sentence: tellCounts({ verdicts: turned.length, ...countFigures(figures), texts }),
		turned: turned.length,
		turns: turned
			.map(({ id, before, now }) => ({ id, before, now, ...pickTitle(byId.get(id)!) }))
			.toSorted((a, b) => rank(a.level) - rank(b.level))
			.slice(0, most)
	};
}

const pickTitle = ({ title, level }: Goal) => ({ title, level });

/** How one goal and the figures that measure it changed from the usual day on. */
export async function goalSince(data: MonitorData, goal: Goal) {
	const { from, to, published, steps } = await historyOf(data);
	const { figures } = await usualComparison(data);
	const step = onlyStep(steps, from, to);
	const facts = (await factsOf(data)).get(goal.id)!;
	const measures = new Set(
		goal.indicators.map(
			({ indicator, breakdown }) => `${indicator} ${breakdown ?? findIndicator(indicator).breakdowns[0]!}`
		)
	);
	const changes = figures.filter(({ indicator, breakdown }) => measures.has(`${indicator} ${breakdown}`));
	return {
		from,
		to,
		before: verdictOn(facts, from, published),
		now: verdictOn(facts, to, published),
		why: [...eventsBetween(facts, from, to), ...tellRegistered(step?.promises ?? [], goal.id)],
		figures: changes,
		legend: await legendOf(data, changes)
	};
}
