import { DuckDBDateValue, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import { group } from 'd3';
import { areaLabel } from '#lib/domain/areas.ts';
import { convertObservations } from '#lib/domain/conversion/observations.ts';
import type { Area } from '#lib/schema/area.ts';
import type { Dataset, TableObservation } from '#lib/schema/model.ts';
import type { Source } from '#lib/schema/source.ts';
import { editionOf } from './edition.ts';
import { judgedTables, type Cell } from './judged.ts';
import { tables } from './tables.ts';

/** An observation with the table that it comes from; a feed may give groups that `data/` does not know. */
type AnyObservation = Omit<TableObservation, 'breakdown'> & { breakdown: string };

function append(appender: DuckDBAppender, types: string, cells: readonly Cell[]): void {
	for (const [i, cell] of cells.entries()) {
		if (cell === null || cell === undefined || cell === '') {
			if (types[i] === 'v' && cell === '') appender.appendVarchar('');
			else appender.appendNull();
		} else if (types[i] === 'v') appender.appendVarchar(String(cell));
		else if (types[i] === 'i') appender.appendInteger(Number(cell));
		else if (types[i] === 'd') appender.appendDouble(Number(cell));
		else if (types[i] === 'b') appender.appendBoolean(Boolean(cell));
		else {
			const [year, month, day] = String(cell).split('-').map(Number);
			appender.appendDate(DuckDBDateValue.fromParts({ year: year!, month: month!, day: day! }));
		}
	}
	appender.endRow();
}

/** Year of the boundaries of each table. */
const yearsOf = (sources: readonly Source[]): Map<string, number> =>
	new Map(
		sources.flatMap(({ id, boundaries }) => (boundaries === undefined ? [] : [[id, boundaries] as const]))
	);

/** The gemeente that an area lies in, from its code. */
const municipalityOf = ({ code, level }: Area): string | null =>
	level === 'land' ? null : `GM${code.slice(2, 6)}`;

/** @param types one letter a column, v(archar) i(nteger) d(ouble) b(oolean) t (date) */
async function appendRows(
	connection: DuckDBConnection,
	table: string,
	types: string,
	cells: Iterable<readonly Cell[]>
): Promise<void> {
	const appender = await connection.createAppender(table);
	for (const row of cells) append(appender, types, row);
	appender.closeSync();
}

function* observationCells(
	observations: Iterable<AnyObservation>,
	boundaries: ReadonlyMap<string, number | undefined>
): Iterable<readonly Cell[]> {
	for (const o of observations)
		yield [
			o.table,
			o.indicator,
			o.area,
			boundaries.get(o.table),
			Number(o.period),
			o.breakdown,
			o.value,
			o.lower,
			o.upper,
			o.n,
			o.status,
			o.published
		];
}

/**
 * Adds observations to their table; they need not all be in memory at once.
 * @param boundaries year of the boundaries of each table of figures
 */
export const fillObservations = (
	connection: DuckDBConnection,
	observations: Iterable<AnyObservation>,
	boundaries: ReadonlyMap<string, number | undefined>
): Promise<void> =>
	appendRows(connection, 'observation', 'vvviivddddvd', observationCells(observations, boundaries));

/** Makes the tables in an empty database and fills them. */
export async function fill(connection: DuckDBConnection, dataset: Dataset): Promise<void> {
	const { model, observations, expenditure } = dataset;
	for (const sql of tables) await connection.run(sql);
	const rows = (table: string, types: string, cells: Iterable<readonly Cell[]>): Promise<void> =>
		appendRows(connection, table, types, cells);
	const judged = judgedTables(dataset);
	await rows('edition', 'v', [[editionOf(dataset, judged)]]);
	for (const { table, types, cells } of judged) await rows(table, types, cells);
	const boundaries = yearsOf(model.sources);
	const children = group(model.areas, (area) => `${area.parent}/${area.boundaries}`);
	await rows(
		'source',
		'vvvvvvvttiv',
		model.sources.map((s) => [
			s.id,
			s.kind,
			s.code,
			s.title,
			s.publisher,
			s.licence,
			s.url,
			s.published,
			s.retrieved,
			s.boundaries,
			s.note
		])
	);
	await rows(
		'area',
		'vivvvbvv',
		model.areas.map((area) => {
			const { label, derived } = areaLabel(area, children.get(`${area.code}/${area.boundaries}`) ?? []);
			return [
				area.code,
				area.boundaries,
				area.level,
				area.name,
				label,
				derived,
				area.parent || null,
				municipalityOf(area)
			];
		})
	);
	await rows(
		'indicator',
		'vvvvvvv',
		model.indicators.map((each) => [
			each.id,
			each.title,
			each.unit,
			each.direction,
			each.theme,
			each.definition,
			each.population
		])
	);
	await fillObservations(connection, observations, boundaries);
	await rows(
		'correction',
		'vvviivddvvtvv',
		model.corrections.map((c) => [
			c.table,
			c.indicator,
			c.area,
			boundaries.get(c.table),
			Number(c.period),
			c.breakdown,
			c.published,
			c.value,
			c.reason,
			c.by,
			c.date,
			c.source,
			c.url
		])
	);
	await rows(
		'converted',
		'vvviivdvv',
		convertObservations(observations, model.indicators, model.conversions, boundaries).map((o) => [
			o.table,
			o.indicator,
			o.area,
			o.boundaries,
			Number(o.period),
			o.breakdown,
			o.value,
			o.status,
			o.basis
		])
	);
	await rows(
		'expenditure',
		'vivivvd',
		expenditure.map((e) => [
			e.municipality,
			Number(e.year),
			e.report,
			e.population,
			e.taakveld,
			e.title,
			e.value
		])
	);
	for (const { monitor, goals, links, figures } of model.monitors) {
		const { slug } = monitor;
		await rows(
			'goal',
			'vvvvvvtvv',
			goals.map((g) => [
				slug,
				g.id,
				g.level,
				g.kind,
				g.code,
				g.title,
				g.deadline?.date,
				g.source.document,
				g.source.place
			])
		);
		await rows(
			'link',
			'vvvvv',
			links.map((l) => [slug, l.from, l.to, l.origin, l.why])
		);
		await rows(
			'goal_indicator',
			'vvvvvv',
			goals.flatMap((g) =>
				g.indicators.map((each) => [slug, g.id, each.indicator, each.breakdown, each.fit, each.why])
			)
		);
		await rows(
			'figure',
			'vvvvvvvvdvv',
			figures.map((f) => [
				slug,
				f.id,
				f.document,
				f.place,
				f.subject,
				f.breakdown,
				f.area,
				f.period,
				f.value,
				f.unit,
				f.remark
			])
		);
	}
}
