import { notesAbout } from '#lib/domain/notes.ts';
import type { Figures } from '#lib/domain/sums.ts';
import { datedBy } from '#lib/domain/verdict/period.ts';
import type { Table, TablePage } from '#lib/schema/figure.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { findMonitor, model } from './model.ts';

/** All sources, with the days from which a monitor reckons its documents. */
export const sourcesOf = ({ monitor }: Pick<MonitorData, 'monitor'>) => datedBy(model.sources, monitor.since);

/** Titles of the source documents of a monitor, by id. */
export const documentTitles = ({ monitor }: MonitorData): Record<string, string> =>
	Object.fromEntries(
		model.sources.filter(({ id }) => monitor.documents.includes(id)).map(({ id, title }) => [id, title])
	);

/** The figures of a monitor with these ids. */
export function pickFigures({ figures }: MonitorData, ids: Iterable<string>): Figures {
	const wanted = new Set(ids);
	return Object.fromEntries(figures.filter(({ id }) => wanted.has(id)).map((figure) => [figure.id, figure]));
}

/** Titles of the goals with these ids. */
export function pickGoals({ goals }: MonitorData, ids: Iterable<string>): Record<string, string> {
	const wanted = new Set(ids);
	return Object.fromEntries(goals.filter(({ id }) => wanted.has(id)).map(({ id, title }) => [id, title]));
}

/** Ids of the figures in tables, their totals included. */
export const idsInTables = (tables: readonly Table[]): string[] =>
	tables.flatMap(({ rows, total }) =>
		(total ? [...rows, total] : rows).flatMap(({ cells }) =>
			cells.flatMap((cell) => (typeof cell === 'object' ? cell.figure : []))
		)
	);

/** The tables on a page of a monitor, each with what somebody explained of the figures in it. */
export function tablesOn({ tables, notes }: MonitorData, page: TablePage) {
	return tables
		.filter((table) => table.page === page)
		.map((table) => {
			const figures = new Set(idsInTables([table]));
			return {
				...table,
				explanations: notesAbout(
					notes,
					model.asOf,
					({ figure }) => figure !== undefined && figures.has(figure)
				)
			};
		});
}

/** The tables of the source documents that stand on a page of a monitor, with the figures in them. */
export function loadTables(slug: string, page: TablePage) {
	const data = findMonitor(slug);
	const tables = tablesOn(data, page);
	return {
		documentTables: tables,
		figures: pickFigures(data, idsInTables(tables)),
		documents: documentTitles(data)
	};
}
