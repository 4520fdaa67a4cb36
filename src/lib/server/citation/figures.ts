import { error } from '@sveltejs/kit';
import { group, index } from 'd3';
import {
	citedText,
	hashOfAll,
	saidFigure,
	sha256,
	shownDigits,
	shownHashes
} from '#lib/domain/citation/hash.ts';
import { figureKey, figureNow, tellNow } from '#lib/domain/citation/now.ts';
import { groupNames } from '#lib/domain/groups.ts';
import { toMissing } from '#lib/domain/missing.ts';
import { indicatorParts } from '#lib/domain/since/tell-texts.ts';
import type { ReleasedValue } from '#lib/schema/release.ts';
import { areasOf } from '../areas.ts';
import { pagesOf } from '../indicator-page.ts';
import { findMonitor, model } from '../model.ts';
import { readingsOf } from '../readings.ts';
import { citedIndicators, keptFigures, keptRelease } from './kept.ts';
import { citedPlace } from './place.ts';

/** A figure as it was, with its hash, and how it stands now. */
async function cite(rows: readonly ReleasedValue[], day: string, municipality: string) {
	const release = keptRelease(day);
	const hashes = await Promise.all(rows.map((row) => sha256(citedText(saidFigure(row, release)))));
	const shown = shownHashes(hashes);
	const current = await currentFigures(municipality);
	const areas = await areasOf(municipality);
	const figures = rows.map((row, i) => {
		const { table, area, period, breakdown, value, status } = row;
		const places = areas.filter(({ code }) => code === area);
		const boundaries = boundariesOf(table, day);
		return {
			hash: shown[i]!,
			...{ table, area, period, breakdown },
			label:
				area === 'NL01'
					? 'Nederland'
					: ((places.find((each) => each.boundaries === boundaries) ?? places.at(-1))?.label ?? area),
			value: value === '' ? null : Number(value),
			missing: toMissing(status),
			provisional: status === 'provisional',
			key: figureKey(row),
			now: figureNow(row, current.byKey.get(figureKey(row)), current)
		};
	});
	return { figures, hash: (await hashOfAll(hashes)).slice(0, shownDigits) };
}

export type CurrentFigure = Extract<CitedFigure['now'], { kind: 'revised' }>['current'];
export type CitedFigure = Awaited<ReturnType<typeof cite>>['figures'][number];

const known = new Map<string, ReturnType<typeof gather>>();

async function gather(municipality: string) {
	const rows = await readingsOf(municipality);
	return {
		byKey: index(
			rows.map((row) => ({
				...row,
				missing: toMissing(row.status),
				provisional: row.status === 'provisional'
			})),
			figureKey
		),
		tables: new Set(rows.map(({ table }) => table)),
		indicators: new Set(model.indicators.map(({ id }) => id))
	};
}

function currentFigures(municipality: string) {
	const own = known.get(municipality) ?? gather(municipality);
	known.set(municipality, own);
	return own;
}

const sourceNow = (id: string) => model.sources.find((each) => each.id === id);
const sourceThen = (id: string, day: string) => keptRelease(day).sources?.find((each) => each.id === id);

/** Year of the boundaries of a table: as the release keeps it, or else as it is known now. */
const boundariesOf = (id: string, day: string): number | undefined =>
	(sourceThen(id, day) ?? sourceNow(id))?.boundaries;

interface SourceText {
	title: string;
	publisher: string;
	licence: string;
	boundaries?: number | undefined;
}

const tellSource = ({ title, publisher, licence, boundaries }: SourceText): string =>
	`${title}, ${publisher}${boundaries ? `. Grenzen van ${boundaries}` : ''}. ${licence}.`;

/** A source as it was and as it is; a release that kept only its id says nothing of how it was. */
function source(id: string, day: string) {
	const [then, now] = [sourceThen(id, day), sourceNow(id)];
	const texts = { then: then && tellSource(then), now: now && tellSource(now) };
	return { id, ...texts, isSame: texts.then === texts.now };
}

const levels = [
	{ id: 'gemeente', prefixes: ['NL', 'GM'], title: 'Gemeente en land' },
	{ id: 'wijken', prefixes: ['WK'], title: 'Wijken' },
	{ id: 'buurten', prefixes: ['BU'], title: 'Buurten' }
];

/** The figures per kind of area, and there per group and table. */
function sections(figures: readonly CitedFigure[], day: string) {
	const hasGroups = new Set(figures.map(({ breakdown }) => breakdown)).size > 1;
	return levels
		.map(({ id, prefixes, title }) => {
			const own = figures.filter(({ area }) => prefixes.includes(area.slice(0, 2)));
			const tables = [...group(own, ({ breakdown, table }) => `${breakdown} ${table}`)].map(([key, rows]) => {
				const { breakdown, table } = rows[0]!;
				const boundaries = boundariesOf(table, day);
				return {
					key,
					caption: [
						title,
						hasGroups && groupNames[breakdown].label,
						`tabel ${table.toUpperCase()}`,
						boundaries && `grenzen van ${boundaries}`
					]
						.filter(Boolean)
						.join(', '),
					rows
				};
			});
			return { id, title, number: own.length, tables };
		})
		.filter(({ number }) => number > 0);
}

/** What the indicator was, part by part, and what it is where that is something else. */
function definition(id: string, day: string) {
	const then = keptRelease(day).indicators.find((each) => each.id === id)!;
	const now = model.indicators.find((each) => each.id === id);
	const parts = now && indicatorParts(now);
	return {
		then,
		now,
		parts: indicatorParts(then).map(([label, text], i) => {
			const [, other] = parts?.[i] ?? [];
			return { label, then: text, now: other === text ? undefined : other };
		})
	};
}

/** A figure to show as an example: the newest of the gemeente itself, or else of any area. */
const exampleOf = (figures: readonly CitedFigure[]) => {
	const there = figures.filter(({ value }) => value !== null);
	return there.findLast(({ area }) => area.startsWith('GM')) ?? there.at(-1);
};

/** All figures of an indicator in a release, as they were and as they are. */
export async function loadCitedFigures(slug: string, day: string, id: string) {
	if (!citedIndicators(day, slug).some((each) => each.id === id))
		error(404, `De uitgave van ${day} heeft geen cijfers van "${id}".`);
	const { municipality } = findMonitor(slug).monitor;
	const { figures, hash } = await cite(keptFigures(day, slug, id), day, municipality);
	const { then, now, parts } = definition(id, day);
	const tables = [...new Set(figures.map(({ table }) => table))];
	return {
		...citedPlace(slug, day, id),
		hash,
		indicator: { id, title: then.title, unit: then.unit, unitNow: now?.unit ?? then.unit },
		hasPage: now !== undefined && (await pagesOf(municipality))(id),
		isKnown: now !== undefined,
		parts,
		sources: tables.map((table) => source(table, day)),
		keepsSources: keptRelease(day).sources !== undefined,
		number: figures.length,
		stand: tellNow(figures.map((figure) => figure.now)),
		example: exampleOf(figures),
		/** For the signs that the tables have. */
		signs: [
			...figures,
			...figures.flatMap(({ now: each }) =>
				each.kind === 'revised' ? { ...each.current, published: each.current.published ?? undefined } : []
			)
		],
		sections: sections(figures, day)
	};
}
