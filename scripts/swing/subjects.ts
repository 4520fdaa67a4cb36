import { ascending, group } from 'd3';
import { unitNames } from '#lib/domain/format.ts';
import { groupLabel, groupNames } from '#lib/domain/groups.ts';
import { type beside } from '#lib/domain/swing/subject.ts';
import type { Direction, Indicator, Unit } from '#lib/schema/indicator.ts';
import type { Breakdown } from '#lib/schema/observation.ts';
import type { Source } from '#lib/schema/source.ts';
import { decimal } from '#scripts/fetch/write.ts';
import { columnsOf, type FlatFigure } from './flat.ts';

/** The figures of one table. */
export interface TableFigures {
	table: string;
	source: Source;
	rows: FlatFigure[];
}

const types: Record<Unit, string> = {
	aantal: '[aantal]',
	procent: '[percentage]',
	'per-1000': '[promille]',
	euro: '[aantal]',
	'1000-euro': '[aantal]'
};
const directions: Record<Direction, string> = { up: 'positief', down: 'negatief', none: 'neutraal' };
const margins: Record<keyof typeof beside, string> = {
	lower: 'ondergrens van de marge',
	upper: 'bovengrens van de marge',
	n: 'aantal mensen dat meedeed'
};

const distinct = (texts: readonly string[]): string => [...new Set(texts)].toSorted(ascending).join(', ');
const there = (rows: readonly FlatFigure[]) => rows.filter(({ value }) => value !== null);
const withStatus = (rows: readonly FlatFigure[], status: string): string =>
	distinct(rows.filter((row) => row.status === status).map(({ period }) => period));

/** Most decimals that any figure has. */
const decimalsOf = (rows: readonly FlatFigure[]): number =>
	Math.max(0, ...there(rows).map(({ value }) => decimal(value!).split('.')[1]?.length ?? 0));

/** Below which number figures are hidden: a rate takes that of what it counts. Without one the publisher hides them. */
function thresholdOf(indicator: Indicator, indicators: readonly Indicator[], isOwn: boolean): number | null {
	const counted = indicators.find(({ id }) => id === indicator.disclosure?.numerator);
	const own = (counted?.disclosure ?? indicator.disclosure)?.threshold;
	return own ?? (isOwn ? 5 : null);
}

/** The subjects with all that is known of them, a line each; what stands beside figures is a subject of its own. */
export function subjectLines(
	tables: readonly TableFigures[],
	indicators: readonly Indicator[],
	slug: string
) {
	const all = tables.flatMap(({ rows }) => rows);
	const byCode = group(all, ({ code }) => code);
	return [...columnsOf(all)].flatMap(([code, columns]) => {
		const rows = byCode.get(code)!;
		const { indicator: id, breakdown } = rows[0]!;
		const indicator = indicators.find((each) => each.id === id)!;
		const from = tables.filter((table) => table.rows.some((row) => row.code === code));
		const label = groupLabel(breakdown as Breakdown, indicator.breakdowns);
		const naam = label ? `${indicator.title}, ${label}` : indicator.title;
		const line = {
			onderwerp: code,
			naam,
			groep: groupNames[breakdown as Breakdown].label,
			omschrijving: indicator.definition,
			soort: types[indicator.unit],
			eenheid: unitNames[indicator.unit],
			richting: directions[indicator.direction],
			decimalen: decimalsOf(rows),
			drempel: thresholdOf(
				indicator,
				indicators,
				from.some(({ source }) => source.own)
			),
			voorlopig: withStatus(rows, 'provisional'),
			schatting: withStatus(rows, 'estimate'),
			perioden: distinct(rows.map(({ period }) => period)),
			geolevels: distinct(rows.map(({ geolevel }) => geolevel)),
			bron: distinct(from.map(({ source }) => source.title)),
			licentie: distinct(from.map(({ source }) => source.licence)),
			thema: indicator.theme,
			over_wie: indicator.population,
			methode: indicator.method,
			breuken: indicator.breaks.map(({ period, why }) => `${period}: ${why}`).join(' '),
			ontbreekt: indicator.gaps
				.filter(({ monitor }) => monitor === undefined || monitor === slug)
				.map(({ text }) => text)
				.join(' '),
			indicator: id,
			indeling: breakdown,
			hoort_bij: ''
		};
		return columns.map(({ field, name }) =>
			field === 'value'
				? line
				: {
						...line,
						onderwerp: name,
						naam: `${naam}, ${margins[field]}`,
						...(field === 'n' && { soort: '[aantal]', eenheid: unitNames.aantal }),
						richting: directions.none,
						hoort_bij: code
					}
		);
	});
}

/** Which table each subject comes from, with its licence and what it holds. */
export const sourceLines = (tables: readonly TableFigures[]) =>
	tables.flatMap(({ table, source, rows }) =>
		[...group(rows, ({ code }) => code)]
			.toSorted(([a], [b]) => ascending(a, b))
			.map(([onderwerp, own]) => ({
				onderwerp,
				tabel: table,
				tabelcode: source.code ?? '',
				bron: source.title,
				uitgever: source.publisher,
				licentie: source.licence,
				adres: source.url ?? '',
				gepubliceerd: source.published ?? '',
				opgehaald: source.retrieved ?? '',
				grenzen: source.boundaries ?? null,
				geolevels: distinct(own.map(({ geolevel }) => geolevel)),
				perioden: distinct(own.map(({ period }) => period)),
				voorlopig: withStatus(own, 'provisional'),
				schatting: withStatus(own, 'estimate'),
				opmerking: source.note ?? ''
			}))
	);
