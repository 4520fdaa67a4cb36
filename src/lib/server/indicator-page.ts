import { error } from '@sveltejs/kit';
import { classify } from '#lib/charts/map.ts';
import { makeView, type Place } from '#lib/charts/indicator-view.ts';
import { list } from '#lib/db/query.ts';
import { conversionCoverage, convertedTrend, coverage, trend, type AreaRow } from '#lib/db/queries/index.ts';
import { areaNames } from '#lib/domain/area-names.ts';
import { eventsIn } from '#lib/domain/events.ts';
import { formatDay, unitNames } from '#lib/domain/format.ts';
import { groupLabel, groupNames } from '#lib/domain/groups.ts';
import { fitNames } from '#lib/domain/measure.ts';
import { notesAbout, plainNote } from '#lib/domain/notes.ts';
import { tellConversion } from '#lib/domain/conversion/tell.ts';
import { said } from '#lib/domain/content.ts';
import type { Sentence } from '#lib/domain/sentence.ts';
import { toSeries, type Reading } from '#lib/domain/series.ts';
import { targetLevels } from '#lib/domain/target-levels.ts';
import type { Direction, Indicator } from '#lib/schema/indicator.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { Breakdown } from '#lib/schema/observation.ts';
import { askConverted, askFigures } from './ask/asked.ts';
import { areasOf, below } from './areas.ts';
import { correctionsOf } from './corrections.ts';
import { builtEdition, run } from './database.ts';
import { findIndicator, findMonitor, model } from './model.ts';
import { tellPosition } from './position.ts';
import { mapOf } from './shapes.ts';

/** A choice that has a page of its own: a group of residents, and the wijken or the buurten of one wijk. */
interface Choice {
	/** Last part of the address; none for the page of the indicator itself. */
	path?: string;
	breakdown: Breakdown;
	wijk?: AreaRow;
	/** Year of the boundaries that all figures are on; as each table was published where it is left out. */
	boundaries?: number;
}

const toPlace = ({ code, label }: Place): Place => ({ code, label });

/** Every choice of an indicator in a gemeente that is prerendered, the indicator's own page first. */
export async function choicesOf(indicator: Indicator, municipality: string): Promise<Choice[]> {
	const covered = (await run(coverage, municipality)).filter((row) => row.indicator === indicator.id);
	const breakdowns = indicator.breakdowns.filter((breakdown) =>
		covered.some((row) => row.breakdown === breakdown)
	);
	const [first, ...others] = breakdowns;
	if (!first) return [];
	const hasBuurten = covered.some((row) => row.level === 'buurt' && row.breakdown === first);
	const wijken = below(await areasOf(municipality), municipality, 'wijk');
	const converted = (await run(conversionCoverage, municipality)).filter(
		(row) => row.indicator === indicator.id && row.breakdown === first
	);
	return [
		{ breakdown: first },
		...converted.map(({ boundaries }) => ({ path: `grenzen-${boundaries}`, breakdown: first, boundaries })),
		...others.map((breakdown) => ({ path: groupNames[breakdown].path, breakdown })),
		...(hasBuurten
			? wijken.map((wijk) => ({ path: `buurten-${wijk.code.toLowerCase()}`, breakdown: first, wijk }))
			: [])
	];
}

/** A choice as a reader can make it on the page. */
const asChosen = ({ breakdown, wijk, boundaries }: Choice) => ({
	breakdown,
	parts: wijk ? ('buurten' as const) : ('wijken' as const),
	wijken: wijk ? [wijk.code] : [],
	others: [],
	boundaries
});

/** The other gemeenten of the site: those with a figure of their own, to compare with, and the names of those without. */
async function othersBeside(own: string, { id }: Indicator) {
	const all = await Promise.all(
		model.monitors
			.filter(({ monitor }) => monitor.slug !== own)
			.map(async ({ monitor: { municipality, name } }) => ({
				code: municipality,
				label: name,
				measured: (await run(coverage, municipality)).some(
					({ indicator, level, figures }) => indicator === id && level === 'gemeente' && figures > 0
				)
			}))
	);
	return {
		others: all.filter(({ measured }) => measured).map(toPlace),
		unmeasured: all.filter(({ measured }) => !measured).map(({ label }) => label)
	};
}

/** What a choice is called in a list of links; where figures stand on other boundaries too, the first says it does not. */
function choiceLabel(
	{ path, breakdown, wijk, boundaries }: Choice,
	choices: readonly Choice[],
	breakdowns: readonly Breakdown[]
): string {
	if (boundaries) return `Op de grenzen van ${boundaries}`;
	const usual = choices.some((other) => other.boundaries) && !path ? 'Zoals gepubliceerd' : undefined;
	return wijk?.label ?? groupLabel(breakdown, breakdowns) ?? usual ?? 'Alle wijken';
}

/** The indicators of which a gemeente has figures. */
export async function indicatorsOf(municipality: string): Promise<Indicator[]> {
	const covered = new Set(
		(await run(coverage, municipality)).filter(({ figures }) => figures > 0).map(({ indicator }) => indicator)
	);
	return model.indicators.filter(({ id }) => covered.has(id));
}

/** Whether an indicator has a page in the monitor of a gemeente: only with figures there is something to show. */
export async function pagesOf(municipality: string): Promise<(indicator: string) => boolean> {
	const measured = new Set((await indicatorsOf(municipality)).map(({ id }) => id));
	return (indicator) => measured.has(indicator);
}

const told = (group: string | undefined): string => (group ? ` (${group})` : '');

/** The goals of a monitor that an indicator can measure, with how well. */
function goalsMeasuredBy({ id, breakdowns }: Indicator, slug: string) {
	return findMonitor(slug).goals.flatMap((goal) =>
		goal.indicators
			.filter(({ indicator }) => indicator === id)
			.map(({ breakdown, fit, why }) => ({
				id: goal.id,
				code: goal.code,
				level: goal.level,
				title: goal.title,
				breakdown,
				group: told(breakdown && groupLabel(breakdown, breakdowns)),
				fit: fitNames[fit],
				why
			}))
	);
}

const directions: Record<Direction, string> = {
	up: 'Hoger is beter.',
	down: 'Lager is beter.',
	none: 'Hoger of lager is niet vanzelf beter of slechter.'
};

/** What the figure is, as terms with texts; of what is missing only what concerns the monitor. */
function factsOf(indicator: Indicator, slug: string) {
	const { definition, population, unit, direction, method, breaks } = indicator;
	const gaps = indicator.gaps.filter(({ monitor }) => monitor === undefined || monitor === slug);
	return [
		{ term: 'Definitie', texts: [[said(definition)]] },
		{ term: 'Over wie', texts: [[said(population)]] },
		{ term: 'Eenheid', texts: [[unitNames[unit]]] },
		{ term: 'Richting', texts: [[directions[direction]]] },
		{ term: 'Hoe het gemeten is', texts: [[said(method)]] },
		...breaks.map(({ period, why }) => ({ term: `Breuk in ${period}`, texts: [[said(why)]] })),
		...(gaps.length > 0 ? [{ term: 'Wat er niet is', texts: gaps.map(({ text }) => [said(text)]) }] : [])
	];
}

/** What this site corrected in the figures of the areas of a page, as a term with texts. */
function correctedIn(id: string, readings: readonly Reading[]) {
	const shown = new Set(readings.map(({ area, table, period }) => `${area} ${table} ${period}`));
	const own = correctionsOf(
		(each) => each.indicator === id && shown.has(`${each.area} ${each.table} ${each.period}`)
	);
	const texts = own.map(({ told: { figure, before, now, why }, url }): Sentence => [
		`${figure}: de bron geeft ${before}, deze site ${now}. `,
		said(why),
		url ? ` ${url}` : ''
	]);
	return texts.length > 0 ? [{ term: 'Door deze site gecorrigeerd (†)', texts }] : [];
}

/** What somebody explained of the figure, as terms with texts: what is packed as script stays small. */
function explanations({ notes }: MonitorData, id: string) {
	return notesAbout(notes, model.asOf, ({ indicator }) => indicator === id).map(
		({ blocks, role, date, until, expired }) => ({
			term: `Toelichting van ${formatDay(date)}${expired ? `, verlopen op ${formatDay(until!)}` : ''}`,
			texts: [[said(plainNote(blocks))], [said(role)]]
		})
	);
}

/**
 * All that an indicator's page shows.
 * @param path last part of the address of a choice, or `undefined` for the indicator itself
 */
export async function loadIndicatorPage(slug: string, id: string, path?: string) {
	const data = findMonitor(slug);
	const { monitor, goals, figures, events: monitorEvents } = data;
	const indicator = findIndicator(id);
	const choices = await choicesOf(indicator, monitor.municipality);
	const breakdowns = [...new Set(choices.map(({ breakdown }) => breakdown))];
	const choice = choices.find((each) => each.path === path) ?? error(404, 'Deze keuze is er niet.');
	const areas = await areasOf(monitor.municipality);
	const gemeente: Place = { code: monitor.municipality, label: monitor.name };
	const country: Place = { code: 'NL01', label: 'Nederland' };
	const wholes = choice.wijk ? [toPlace(choice.wijk), gemeente] : [gemeente, country];
	const parts = choice.wijk
		? below(areas, choice.wijk.code, 'buurt')
		: below(areas, monitor.municipality, 'wijk');
	const places = [...wholes, ...parts.map(toPlace)];
	const asked = [id, choice.breakdown, list(places.map(({ code }) => code))] as const;
	const readings: readonly Reading[] = choice.boundaries
		? await run(convertedTrend, ...asked, choice.boundaries)
		: await run(trend, ...asked);
	const tables = new Set(readings.map(({ table }) => table));
	const { levels, notes } = choice.wijk
		? { levels: [], notes: [] }
		: targetLevels(
				goals.flatMap(({ targets }) => targets),
				{
					indicator: id,
					breakdown: choice.breakdown,
					usual: indicator.breakdowns[0]!,
					unit: indicator.unit,
					area: gemeente.label,
					own: toSeries(readings.filter(({ area }) => area === gemeente.code))[0],
					figures: new Map(figures.map((figure) => [figure.id, figure]))
				}
			);
	const events = eventsIn(
		[...model.events, ...monitorEvents],
		id,
		readings.map(({ period }) => period),
		tables
	);
	const view = makeView({
		indicator,
		breakdown: choice.breakdown,
		wholes: wholes.filter(({ code }) => readings.some(({ area }) => area === code)),
		parts: parts.map(toPlace).filter(({ code }) => readings.some(({ area }) => area === code)),
		names: areaNames[choice.wijk ? 'buurt' : 'wijk'],
		readings,
		levels,
		events
	});
	// A count says most of all how large an area is: on a map it would pass for a difference.
	const isMapped = !choice.wijk && view.ranking.length > 0 && indicator.unit !== 'aantal';
	const placed = isMapped ? mapOf(monitor.municipality) : undefined;
	const map = placed && { ...placed, ...classify(view.ranking) };
	const codes = [...new Set(readings.map(({ area }) => area))].toSorted();
	const behind = [
		choice.wijk?.label,
		choice.boundaries && `op de grenzen van ${choice.boundaries}`,
		choice.path && !choice.wijk && !choice.boundaries ? groupNames[choice.breakdown].label : undefined
	]
		.flatMap((each) => (each ? `, ${each}` : []))
		.join('');
	return {
		/** The question that gives all figures of the page, as the part of an address after `#`. */
		ask: choice.boundaries
			? await askConverted(id, choice.breakdown, codes, choice.boundaries)
			: await askFigures([id], codes, view.periods.map(String), [choice.breakdown]),
		indicator: {
			id,
			title: indicator.title,
			unit: indicator.unit,
			phrase: indicator.phrase,
			definition: indicator.definition
		},
		facts: [...factsOf(indicator, slug), ...correctedIn(id, readings), ...explanations(data, id)],
		/** What a choice is about, behind the title of the indicator. */
		behind,
		title: indicator.title + behind,
		view,
		levels,
		events,
		/** What the reader must know of the promises in the chart. */
		notes: [
			...(choice.wijk
				? []
				: [(await tellPosition(data, indicator, choice.breakdown)).join(' ')]
						.filter(Boolean)
						.map((text) => [text])),
			...notes.map(({ titles, text }) => [
				...titles.flatMap((each, i): Sentence => [i === 0 ? 'Afspraak: ' : '; ', said(each)]),
				`. ${text}`.trim()
			]),
			...events.map(({ told }) => told),
			...(choice.boundaries
				? tellConversion(readings, choice.boundaries, view.parts, view.names).map((text) => [text])
				: [])
		],
		map,
		/** Of the figures of the parts in the latest period. */
		boundaries: Math.max(
			...readings
				.filter(({ area, period }) => period === view.latest && view.parts.some(({ code }) => code === area))
				.map((reading) => reading.boundaries)
		),
		choice: {
			path,
			own: asChosen(choice)
		},
		breakdowns,
		wijken: choices.flatMap(({ wijk }) => (wijk ? [toPlace(wijk)] : [])),
		...(await othersBeside(slug, indicator)),
		choices: choices.map((each) => ({
			path: each.path,
			label: choiceLabel(each, choices, breakdowns),
			kind: each.wijk ? ('buurten' as const) : ('group' as const),
			own: asChosen(each)
		})),
		goals: goalsMeasuredBy(indicator, slug),
		edition: await builtEdition(),
		sources: model.sources
			.filter((source) => tables.has(source.id))
			.map(({ id: source, code, title, publisher, licence, url, boundaries, note }) => ({
				id: source,
				title,
				url,
				about: `${code ? ` (tabel ${code})` : ''}, ${publisher}. Grenzen van ${boundaries}. ${licence}.`,
				note
			}))
	};
}

export type IndicatorPageData = Awaited<ReturnType<typeof loadIndicatorPage>>;
