import { error } from '@sveltejs/kit';
import { greatest, rollup } from 'd3';
import { placeSignedBars } from '#lib/charts/bars.ts';
import { withValues } from '#lib/charts/map.ts';
import { placeMultiples } from '#lib/charts/multiples.ts';
import { nameScatter, placePairs } from '#lib/charts/scatter.ts';
import { placeTrend } from '#lib/charts/trend.ts';
import { capital } from '#lib/domain/format.ts';
import { latest, otherYear, pairsOf, picturesOf, toMarks, type Mark } from '#lib/domain/look/marks.ts';
import { findRoles } from '#lib/domain/look/roles.ts';
import { seriesOf } from '#lib/domain/look/series.ts';
import { tellLatest, tellMarks } from '#lib/domain/look/tell.ts';
import type { Result } from '#lib/domain/result.ts';
import { saidWithin } from '#lib/domain/content.ts';
import { toAddress } from '#lib/domain/question/address.ts';
import { indicatorsIn, valuesIn } from '#lib/domain/question/sources.ts';
import type { SavedQuestion } from '#lib/schema/saved-question.ts';
import { reshapeSaved } from '#lib/workers/reshape/saved.ts';
import { citedIndicators, releasesOf } from './citation/kept.ts';
import { answer } from './database.ts';
import { model } from './model.ts';
import { allMaps } from './shapes.ts';

const extremesOf = (marks: readonly Mark[]): Mark[] => {
	const sorted = marks.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
	return [sorted[0]!, sorted.at(-1)!];
};

/** Lines stand out when they are the wholes of the others, or else the highest and the lowest. */
function placeLines(marks: readonly Mark[]) {
	const measured = marks.filter(({ value }) => value !== null);
	const ends = [
		...rollup(
			measured,
			(own) => greatest(own, ({ period }) => period)!,
			({ key }) => key
		).values()
	];
	const few = ends.length <= 6 ? ends : extremesOf(latest(measured));
	return {
		kind: 'line' as const,
		plot: placeTrend(seriesOf(marks), { unit: 'getal', height: 360 }),
		labels: Object.fromEntries(marks.map(({ key, label }) => [key, label])),
		chosen: few.map(({ key }) => key)
	};
}

function placeScattered(marks: readonly Mark[]) {
	const found = pairsOf(marks);
	const pairs = found.map(({ row, label, value, other }) => ({ key: String(row), label, value, other }));
	const year = found[0]?.period;
	const placed = placePairs(pairs, 420);
	const place = (width: number) => nameScatter(placed, new Set(), width);
	return {
		kind: 'scatter' as const,
		plot: place(700),
		narrow: place(240),
		pairs,
		year,
		otherYear: otherYear(found)
	};
}

function placeBarred(marks: readonly Mark[]) {
	const { bars, zero } = placeSignedBars(marks.map(({ value }) => value));
	return {
		kind: 'bars' as const,
		zero,
		bars: marks.map(({ key, label, value, reason }, i) => ({ key, label, value, reason, bar: bars[i] }))
	};
}

/** What is drawn of an answer; nothing where a table says it best. */
function pictureOf({ view }: SavedQuestion, marks: readonly Mark[]) {
	const maps = withValues(allMaps(), latest(marks));
	const mapped = new Set(maps.flatMap(({ areas }) => areas.map(({ code }) => code)));
	const [first, ...others] = picturesOf(marks, (code) => mapped.has(code));
	const kind =
		view.kind === 'table' ? undefined : ([first, ...others].find((each) => each === view.kind) ?? first);
	if (kind === 'line') return placeLines(marks);
	if (kind === 'bars') return placeBarred(latest(marks));
	if (kind === 'scatter') return placeScattered(marks);
	if (kind === 'map') return { kind, maps, marks: latest(marks) };
	if (kind !== 'multiples') return undefined;
	const places = [...new Map(marks.map(({ key, label }) => [key, label]))];
	const multiples = placeMultiples(
		places.map(([code, label]) => ({ code, label })),
		new Map(seriesOf(marks).map((each) => [each.area, each])),
		'getal'
	);
	return multiples && { kind, multiples };
}

/** The answer after its steps, with what a reader must know of those. */
async function answerOf({ id, sql, steps }: SavedQuestion): Promise<{ result: Result; remarks: string[] }> {
	const result = await answer(sql);
	if (steps === undefined) return { result, remarks: [] };
	const stepped = await reshapeSaved(result, steps, answer);
	if ('problems' in stepped) throw new Error(`${id}: ${stepped.problems[0]!.message}`);
	return stepped;
}

/** What is asked, without its answer: for lists, and for the workbench. */
export const listQuestions = () =>
	model.questions
		.map(({ id, title, why, sql, steps, view, theme }) => ({
			id,
			title,
			why,
			sql,
			steps,
			view,
			theme: model.themes.find((each) => each.id === theme)?.title ?? 'Doelen, geld en de hele site'
		}))
		.toSorted((a, b) => a.theme.localeCompare(b.theme, 'nl') || a.title.localeCompare(b.title, 'nl'));

interface Citation {
	slug: string;
	/** Of the monitor. */
	name: string;
	day: string;
	/** What is cited there: one indicator, or a part of the release. */
	part: { indicator: string; title: string } | 'figures' | 'amounts' | 'verdicts';
}

/**
 * Where the figures of an answer are cited, in the newest release of each monitor that it is about: each indicator that
 * the question names, or else all of them; documents and spending; and where it asks for neither, the verdicts.
 */
function citationsOf({ sql, monitor: own }: SavedQuestion): Citation[] {
	const { figures, amounts } = valuesIn(sql);
	const ids = new Set(indicatorsIn(sql));
	return model.monitors.flatMap(({ monitor: { slug, name } }) => {
		const day = releasesOf(slug).at(-1);
		if (day === undefined || (own ?? slug) !== slug) return [];
		const named = citedIndicators(day, slug).filter(({ id }) => ids.has(id));
		const parts: Citation['part'][] = named.map(({ id, title }) => ({ indicator: id, title }));
		if (figures && parts.length === 0) parts.push('figures');
		if (amounts) parts.push('amounts');
		if (parts.length === 0) parts.push('verdicts');
		return parts.map((part) => ({ slug, name, day, part }));
	});
}

/** All that the page of a saved question shows. */
export async function loadQuestionPage(id: string) {
	const question = model.questions.find((each) => each.id === id) ?? error(404, `Er is geen vraag "${id}".`);
	const { title, why, sql, steps, view, date, monitor } = question;
	const { result, remarks } = await answerOf(question);
	const roles = findRoles(result, view);
	const marks = toMarks(result, roles);
	const picture = pictureOf(question, marks);
	const measure = result.columns[roles.value ?? -1]?.name ?? '';
	const told =
		picture &&
		(picture.kind === 'bars' || picture.kind === 'map'
			? tellLatest(latest(marks), marks, capital(measure))
			: tellMarks(marks, capital(measure)));
	return {
		id,
		title,
		why,
		sql,
		steps,
		remarks,
		date,
		about: model.monitors.find(({ monitor: own }) => own.slug === monitor)?.monitor.name,
		citations: citationsOf(question),
		result,
		measure,
		other: result.columns[roles.other ?? -1]?.name ?? '',
		picture,
		sentence: told && saidWithin(told, result),
		question: await toAddress({ sql, steps, view, selected: [] })
	};
}

export type QuestionPageData = Awaited<ReturnType<typeof loadQuestionPage>>;
