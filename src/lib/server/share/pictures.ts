import { error } from '@sveltejs/kit';
import type { SharedFigure, SharePicture } from '#lib/charts/share-picture.ts';
import { list } from '#lib/db/query.ts';
import { trend } from '#lib/db/queries/index.ts';
import { capital, enumerate, formatDay, missingSigns } from '#lib/domain/format.ts';
import { kindNames, levelNames } from '#lib/domain/goal-names.ts';
import { groupPhrase } from '#lib/domain/groups.ts';
import { latestPeriod, missingReason, toSeries, type Series } from '#lib/domain/series.ts';
import { outcomeNames, tellVerdicts } from '#lib/domain/verdict/judge.ts';
import { statusNames } from '#lib/domain/verdict/status.ts';
import type { Indicator, Unit } from '#lib/schema/indicator.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { run } from '../database.ts';
import { documentTitles } from '../documents.ts';
import { indicatorEntries } from '../entries.ts';
import { choicesOf } from '../indicator-page.ts';
import { findIndicator, findMonitor, model } from '../model.ts';
import { whereSiteStands } from '../site.ts';
import { verdictsOf } from '../verdicts.ts';

/** Name of the picture of the site itself; no monitor can have it. */
export const siteName = '_site';

const country = 'NL01';

/** Whether a series goes on: two figures or more. */
const hasCourse = ({ points }: Series): boolean => points.filter(({ value }) => value !== null).length > 1;

/** Titles of tables, in the order in which they are named. */
const titlesOf = (tables: Iterable<string>): string =>
	[...new Set(tables)]
		.flatMap((id) => {
			const source = model.sources.find((each) => each.id === id);
			return source ? [`${source.title}, ${source.publisher}`] : [];
		})
		.join('; ');

/**
 * What a picture says of the figures of a gemeente: the newest one, or the reason that there is none. Where the newest
 * is hidden nothing older is shown either.
 */
export function tellNewest(
	own: Series | undefined,
	{ name, unit, phrase }: { name: string; unit: Unit; phrase: string }
): Pick<SharePicture, 'lead' | 'large' | 'text'> {
	const last = own?.points.at(-1);
	if (!own || !last)
		return {
			lead: name,
			large: 'Geen cijfer',
			text: 'Van de gemeente als geheel is er geen cijfer. Op de pagina staan cijfers van wijken of buurten.'
		};
	const period = last.status === 'suppressed' ? undefined : latestPeriod([own]);
	const reading = own.points.find((point) => point.period === period);
	if (typeof reading?.value !== 'number')
		return {
			lead: `${name}, ${last.period}`,
			large: 'Geen cijfer',
			text: `${capital(missingSigns[missingReason(last) ?? 'unknown'].meaning)}.`
		};
	const large: SharedFigure = {
		area: own.area,
		period: reading.period,
		value: reading.value,
		unit,
		published: reading.published
	};
	return { lead: `${name}, ${reading.period}`, large, text: phrase };
}

/** The newest figure of the gemeente with its course, beside that of the country where the two can be compared. */
async function ofIndicator({ monitor, colours }: MonitorData, indicator: Indicator): Promise<SharePicture> {
	const { municipality, name } = monitor;
	const { unit, title } = indicator;
	const [{ breakdown } = { breakdown: indicator.breakdowns[0]! }] = await choicesOf(indicator, municipality);
	const series = toSeries(await run(trend, indicator.id, breakdown, list([municipality, country])));
	const own = series.find(({ area }) => area === municipality);
	const phrase = groupPhrase(indicator.phrase, breakdown);
	const newest = tellNewest(own, { name, unit, phrase });
	// A number of the whole country would press that of a gemeente flat.
	const isRate = unit === 'procent' || unit === 'per-1000';
	const beside = isRate
		? series.filter(({ area, points }) => area === country && points.some(({ value }) => value !== null))
		: [];
	const lines = own && typeof newest.large !== 'string' && hasCourse(own) ? [own, ...beside] : undefined;
	const shown = (lines ?? [own]).flatMap((each) => each?.points ?? []).toReversed();
	const tables = shown.length > 0 ? shown.map(({ table }) => table) : Object.keys(indicator.tables);
	const corrected = shown.some(({ published }) => typeof published === 'number')
		? ' † Door deze site gecorrigeerd.'
		: '';
	return {
		monitor: name,
		sort: 'Indicator',
		title,
		...newest,
		trend: lines && {
			series: lines,
			names: { [municipality]: name, [country]: 'Nederland' },
			unit
		},
		source: `Bron: ${titlesOf(tables)}.${corrected}`,
		colours
	};
}

/** A goal with its verdict and the reason, on the day of the site. */
async function ofGoal(data: MonitorData, id: string): Promise<SharePicture> {
	const goal = data.goals.find((each) => each.id === id) ?? error(404, `Er is geen doel "${id}".`);
	const { status, asOf, sentence, share } = (await verdictsOf(data)).get(id)!;
	const word = capital(statusNames[status].label);
	const document = documentTitles(data)[goal.source.document];
	return {
		monitor: data.monitor.name,
		sort: `${capital(kindNames[goal.kind])} op het niveau ${levelNames[goal.level].label.toLowerCase()}`,
		title: goal.code ? `${goal.code} ${goal.title}` : goal.title,
		lead: `Oordeel op ${formatDay(asOf)}`,
		large: share ? `${word} (${share.number} van ${share.of} afspraken)` : word,
		text: sentence,
		source: `Het oordeel is van deze site, niet van de gemeente. Bron van het doel: ${document}, ${goal.source.place}.`,
		colours: data.colours
	};
}

async function ofMonitor(data: MonitorData): Promise<SharePicture> {
	const { monitor, goals, colours } = data;
	const verdicts = await verdictsOf(data);
	const outcomes = goals.filter(({ level }) => level === 'outcome').map(({ id }) => verdicts.get(id)!);
	return {
		monitor: monitor.name,
		sort: 'Monitor',
		title: 'Doelen, en hoe het ermee staat',
		lead: `Stand op ${formatDay(model.asOf)}`,
		large: `${goals.length} doelen`,
		text: tellVerdicts(outcomes, outcomeNames),
		source: `De oordelen zijn van deze site, niet van de gemeente. Bron: ${Object.values(documentTitles(data)).join('; ')}.`,
		colours
	};
}

function ofSite(): SharePicture {
	const { site, monitors, colours } = model;
	return {
		sort: 'Doelen, cijfers en voortgang',
		title: site.description,
		lead: `Stand op ${formatDay(model.asOf)}`,
		large: enumerate(monitors.map(({ monitor }) => monitor.name)),
		text: 'Van elk doel het oordeel en de reden. Van elk cijfer de bron, en wat er niet is.',
		source: 'Cijfers van CBS, RIVM, GGD’en en gemeenten, en uit raadsstukken.',
		colours
	};
}

/**
 * What the picture of this name says.
 * @param name such as `westland/doelen/<id>`, `westland/indicatoren/<id>`, `westland`, or that of the site
 */
async function make(name: string): Promise<SharePicture> {
	if (name === siteName) return ofSite();
	const [slug, kind, id] = name.split('/');
	const data = findMonitor(slug!);
	if (kind === undefined) return ofMonitor(data);
	if (kind === 'doelen' && id) return ofGoal(data, id);
	if (kind === 'indicatoren' && id) return ofIndicator(data, findIndicator(id));
	return error(404, 'Dit plaatje is er niet.');
}

const made = new Map<string, Promise<SharePicture>>();

/** What a picture says, made once: for the file, and for the words of the page that names it. */
export function pictureNamed(name: string): Promise<SharePicture> {
	const own = made.get(name) ?? make(name);
	made.set(name, own);
	return own;
}

/** The name of the most precise picture for a page. */
export function pictureNameFor(path: string): string {
	const [slug, kind, id] = path.split('/').filter(Boolean);
	const isMonitor = model.monitors.some(({ monitor }) => monitor.slug === slug);
	if (!isMonitor) return siteName;
	return id && (kind === 'doelen' || kind === 'indicatoren') ? `${slug}/${kind}/${id}` : slug!;
}

/** The names of all pictures; none where nobody said where the site will stand, as no page can name them then. */
export async function pictureNames(): Promise<string[]> {
	if (whereSiteStands() === undefined) return [];
	const indicators = await indicatorEntries();
	return [
		siteName,
		...model.monitors.flatMap(({ monitor: { slug }, goals }) => [
			slug,
			...goals.map(({ id }) => `${slug}/doelen/${id}`)
		]),
		...indicators.map(({ monitor, indicator }) => `${monitor}/indicatoren/${indicator}`)
	];
}
