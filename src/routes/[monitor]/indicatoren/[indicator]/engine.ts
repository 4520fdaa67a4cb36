import { classify } from '#lib/charts/map.ts';
import { makeView, type Place } from '#lib/charts/indicator-view.ts';
import { ask } from '#lib/db/client.ts';
import type { Progress } from '#lib/db/engine.ts';
import { list } from '#lib/db/query.ts';
import { areas, convertedTrend, trend, type AreaRow } from '#lib/db/queries/index.ts';
import { areaNames } from '#lib/domain/area-names.ts';
import type { PlacedEvent } from '#lib/domain/events.ts';
import type { Reading } from '#lib/domain/series.ts';
import type { TargetLevel } from '#lib/domain/target-levels.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { Answer, Choice, Waiting } from '#lib/state/exploration.svelte.ts';

/** What the page knows itself, and the engine needs. */
export interface Context {
	indicator: Pick<Indicator, 'id' | 'unit' | 'phrase'>;
	gemeente: Place;
	/** Other gemeenten of the site. */
	others: Place[];
	/** What the page itself shows, and the promises drawn in it. */
	own: Choice;
	levels: TargetLevel[];
	events: readonly PlacedEvent[];
	/** Address of the packed database, and the edition that the page was made with. */
	database: { url: string; edition: string };
}

const megabyte = 1_000_000;
const toPlace = ({ code, label }: AreaRow): Place => ({ code, label });

function partsOf(choice: Choice, rows: readonly AreaRow[]): Place[] {
	const level = choice.parts === 'wijken' ? 'wijk' : 'buurt';
	const newest = new Map(rows.filter((row) => row.level === level).map((row) => [row.code, row]));
	const wanted = new Set(choice.wijken);
	return [...newest.values()]
		.filter(({ parent }) => level === 'wijk' || wanted.size === 0 || wanted.has(parent ?? ''))
		.map(toPlace);
}

/** The areas of each gemeente that was asked about; they do not change while a page is open. */
const known = new Map<string, AreaRow[]>();

/** Answers a choice with the same queries and the same drawing code as the build. */
export async function answer(
	choice: Choice,
	context: Context,
	report: (waiting: Waiting) => void
): Promise<Answer> {
	const { indicator, gemeente, others, own, levels, events, database } = context;
	const sameSubject = choice.breakdown === own.breakdown && choice.parts === own.parts;
	const progress = (state: Progress) =>
		report(
			state.step === 'engine'
				? { loaded: state.loaded / megabyte, total: state.total / megabyte }
				: { loaded: 0, total: 0 }
		);
	const rows = known.get(gemeente.code) ?? (await ask(areas, [gemeente.code], database, progress));
	known.set(gemeente.code, rows);
	const compared = others.filter(({ code }) => choice.others.includes(code));
	const wholes = [gemeente, { code: 'NL01', label: 'Nederland' }, ...compared];
	const parts = partsOf(choice, rows);
	const asked = [indicator.id, choice.breakdown, list([...wholes, ...parts].map(({ code }) => code))];
	const readings: Reading[] = choice.boundaries
		? await ask(convertedTrend, [...asked, choice.boundaries], database, progress)
		: await ask(trend, asked, database, progress);
	const there = new Set(readings.map(({ area }) => area));
	const view = makeView({
		indicator,
		breakdown: choice.breakdown,
		wholes: wholes.filter(({ code }) => there.has(code)),
		parts: parts.filter(({ code }) => there.has(code)),
		names: areaNames[choice.parts === 'wijken' ? 'wijk' : 'buurt'],
		readings,
		levels: sameSubject ? levels : [],
		events,
		compared
	});
	return {
		view,
		...(choice.parts === 'wijken' && view.ranking.length > 0 && { classes: classify(view.ranking) })
	};
}
