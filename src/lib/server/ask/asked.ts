import {
	askedDocuments,
	askedFigures,
	askedSpending,
	convertedTrend,
	counted,
	type Counted
} from '#lib/db/queries/index.ts';
import { list, type Query, type Value } from '#lib/db/query.ts';
import { toAddress } from '#lib/domain/question/address.ts';
import { seriesId, type Report } from '#lib/domain/expenditure.ts';
import { writeOut } from '#lib/domain/sql/write.ts';
import { day } from '#lib/schema/common.ts';
import type { FigureChange } from '#lib/schema/model.ts';
import type { QuestionView } from '#lib/schema/question.ts';
import { model } from '../model.ts';

/** A question about the figures of a block: what it is about, and the part of an address after `#`. */
export interface Asked {
	about: 'now' | 'figures' | 'spending' | 'documents' | Counted;
	question: string;
}

const ownAreas = new Map(
	model.monitors.flatMap(({ areas }) => areas?.areas ?? []).map(({ code, members }) => [code, members])
);
const groupsOf = new Map(model.indicators.map(({ id, breakdowns }) => [id, breakdowns]));
const documentFigures = new Map(
	model.monitors.map(({ monitor, figures }) => [monitor.slug, new Set(figures.map(({ id }) => id))])
);

const write = (query: Query<unknown>, values: Value[], view: QuestionView): Promise<string> =>
	toAddress({ sql: writeOut(query.sql, values), view, selected: [] });

/** The codes that a figure about an area rests on: those of its parts where the area is one of the organisation's own. */
const partsOf = (code: string): readonly string[] => ownAreas.get(code) ?? [code];

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].toSorted();

/** What can be seen at once of figures: a course of years, areas beside each other, or else a table. */
function viewOf(things: number, periods: number, areas: number, value: string): QuestionView {
	if (things !== 1) return { kind: 'table' };
	if (periods > 1) return { kind: 'line', value };
	return areas > 1 ? { kind: 'bars', value } : { kind: 'table' };
}

/** A question for the figures of some indicators in some areas, years and groups; what a page of an indicator shows. */
export function askFigures(
	indicators: readonly string[],
	areas: readonly string[],
	periods: readonly string[],
	breakdowns: readonly string[]
): Promise<string> {
	const things = indicators.length * breakdowns.length;
	return write(
		askedFigures,
		[list(indicators), list(areas), list(periods), list(breakdowns)],
		viewOf(things, periods.length, areas.length, 'waarde')
	);
}

/** The same for figures on the boundaries of one year. */
export const askConverted = (
	indicator: string,
	breakdown: string,
	areas: readonly string[],
	boundaries: number
): Promise<string> =>
	write(convertedTrend, [indicator, breakdown, list(areas), boundaries], { value: 'value' });

/** A question for figures that came or changed, whatever the days between which a reader looks. */
export async function askChanges(
	changes: readonly FigureChange[],
	municipality: string
): Promise<string | undefined> {
	if (changes.length === 0) return undefined;
	return askFigures(
		sorted(changes.map(({ indicator }) => indicator)),
		sorted([
			municipality,
			...changes.flatMap(({ levels }) => levels.flatMap(({ largest }) => largest?.area ?? []))
		]),
		sorted(changes.map(({ period }) => String(period))),
		sorted(changes.map(({ breakdown }) => breakdown))
	);
}

function openFigures(figures: readonly Record<string, string>[]): Promise<string> | undefined {
	const own = figures.flatMap((each) => {
		const indicator = each['data-indicator'] ?? each['data-derived-indicator'];
		const area = each['data-area'] ?? each['data-derived-area'];
		const period = each['data-period'] ?? each['data-derived-period'];
		if (!indicator || !area || !period || !groupsOf.has(indicator)) return [];
		return [
			{ indicator, areas: area.split(' ').flatMap(partsOf), period, breakdown: each['data-breakdown'] }
		];
	});
	if (own.length === 0) return undefined;
	return askFigures(
		sorted(own.map(({ indicator }) => indicator)),
		sorted(own.flatMap(({ areas }) => areas)),
		sorted(own.map(({ period }) => period)),
		sorted(own.flatMap(({ indicator, breakdown }) => breakdown ?? groupsOf.get(indicator) ?? []))
	);
}

const series = /^iv3-(?:inwoners|(6|[\d.+\w]+)-(?:begroting|jaarrekening)(?:-per-inwoner)?)$/;

function amounts(figures: readonly Record<string, string>[]): Promise<string> | undefined {
	const own = figures.flatMap((each) => {
		const match = series.exec(each['data-indicator'] ?? '');
		const { 'data-area': area, 'data-period': period } = each;
		return match && area && period ? [{ post: match[1] ?? '6', area, period }] : [];
	});
	if (own.length === 0) return undefined;
	const posts = sorted(own.map(({ post }) => post));
	const years = sorted(own.map(({ period }) => period));
	return write(
		askedSpending,
		[list(sorted(own.map(({ area }) => area))), list(posts), list(years)],
		years.length > 1 && posts.length === 1
			? { kind: 'line', value: 'euro per inwoner', series: 'verslag' }
			: { kind: 'table' }
	);
}

function documents(figures: readonly Record<string, string>[], slug: string): Promise<string> | undefined {
	const known = documentFigures.get(slug);
	const ids = figures
		.flatMap((each) => [each['data-source'] ?? '', ...(each['data-derived'] ?? '').split(' ')])
		.filter((id) => known?.has(id));
	return ids.length > 0 ? write(askedDocuments, [slug, list(sorted(ids))], { kind: 'table' }) : undefined;
}

/**
 * The attributes of a figure of a release as those of the same figure today. Its key is that of its file: an open figure
 * has five parts, an amount four, and a figure of a document two.
 */
function ofToday(own: Record<string, string>): Record<string, string> {
	const parts = own['data-release-figure']?.split(',');
	if (!parts) return own;
	if (parts.length === 2) return { 'data-source': parts[1]! };
	if (parts.length === 5) {
		const [, indicator, area, period, breakdown] = parts as [string, string, string, string, string];
		return {
			'data-indicator': indicator,
			'data-area': area,
			'data-period': period,
			'data-breakdown': breakdown
		};
	}
	const [area, period, report, taakveld] = parts as [string, string, Report, string];
	return { 'data-indicator': seriesId(report, taakveld), 'data-area': area, 'data-period': period };
}

const isCounted = (word: string): word is Counted => Object.hasOwn(counted, word);

/**
 * A question for numbers that a page counted: of its own monitor, or of all of them.
 * @param of the goal and the day that it is about; without a day, that of the verdicts
 */
export function countedQuestion(about: Counted, slug: string, of: readonly string[]): Promise<string> {
	const own = model.monitors.map(({ monitor }) => monitor).filter((each) => each.slug === slug);
	const monitors = own.length > 0 ? own : model.monitors.map(({ monitor }) => monitor);
	const known: Record<string, string> = {
		monitor: slug,
		day: of.find((each) => day.safeParse(each).success) ?? model.asOf,
		goal: of[0] ?? '',
		monitors: list(monitors.map((each) => each.slug)),
		municipalities: list(monitors.map(({ municipality }) => municipality))
	};
	const query: Query<unknown> = counted[about];
	return write(
		query,
		query.params.map((name) => known[name]!),
		{ kind: 'table' }
	);
}

/**
 * The questions that give the figures of a block.
 * @param found attributes of its `<data>` elements; those of a release are asked as they are now; `data-counted` begins
 * with the word of a question in `counted`, and behind colons the goal and the day that it is about
 * @param slug of the monitor that the page belongs to, if any
 */
export async function askAbout(found: readonly Record<string, string>[], slug: string): Promise<Asked[]> {
	const figures = found.map(ofToday);
	const now = found.some((each) => 'data-release-figure' in each) ? ('now' as const) : undefined;
	const asked = [
		{ about: now ?? ('figures' as const), question: openFigures(figures) },
		{ about: now ?? ('spending' as const), question: amounts(figures) },
		{ about: now ?? ('documents' as const), question: documents(figures, slug) },
		...sorted(figures.map((each) => (each['data-counted'] ?? '').split('|')[0]!))
			.map((counts) => counts.split(':'))
			.flatMap(([about = '', ...of]) =>
				isCounted(about) ? [{ about, question: countedQuestion(about, slug, of) }] : []
			)
	];
	const known = await Promise.all(
		asked.map(async ({ about, question }) => ({ about, question: await question }))
	);
	return known.flatMap(({ about, question }) => (question === undefined ? [] : [{ about, question }]));
}
