import type { MeasurementRow } from '#lib/db/queries/index.ts';

/** What a cube says of itself. */
export interface CubeHead {
	title: string;
	unit: string;
	source: string;
	note: string[];
	/** What each status means. */
	statuses: Record<string, string>;
	/** Name of an area by its code. */
	areaNames: ReadonlyMap<string, string>;
	/** Day on which the figures stand. */
	updated: string;
	licence: { name: string; url?: string };
}

const category = (ids: readonly string[], label?: (id: string) => string) => ({
	index: Object.fromEntries(ids.map((id, i) => [id, i])),
	...(label && { label: Object.fromEntries(ids.map((id) => [id, label(id)])) })
});

const unique = (values: Iterable<string>): string[] => [...new Set(values)].toSorted();

/**
 * The figures of one indicator in one table as a cube of JSON-stat 2.0 (https://json-stat.org/full/). Values stand in
 * row-major order; one that is missing is `null`, and `status` says why. A cell for which the table has no row has
 * the status `no-row`.
 * @param rows of one table, each area, period and group once
 */
export function jsonStat(rows: readonly MeasurementRow[], head: CubeHead) {
	const ids = {
		area: unique(rows.map(({ area }) => area)),
		period: unique(rows.map(({ period }) => String(period))),
		breakdown: unique(rows.map(({ breakdown }) => breakdown))
	};
	const places = Object.fromEntries(
		Object.entries(ids).map(([name, own]) => [name, new Map(own.map((id, i) => [id, i]))])
	);
	const size = [ids.area.length, ids.period.length, ids.breakdown.length] as const;
	const value = new Array<number | null>(size[0] * size[1] * size[2]).fill(null);
	const status = new Array<string>(value.length).fill('no-row');
	for (const row of rows) {
		const area = places.area!.get(row.area)!;
		const period = places.period!.get(String(row.period))!;
		const cell = (area * size[1] + period) * size[2] + places.breakdown!.get(row.breakdown)!;
		value[cell] = row.value;
		status[cell] = row.status;
	}
	const used = new Set(status);
	return {
		version: '2.0',
		class: 'dataset',
		label: head.title,
		source: head.source,
		updated: head.updated,
		note: head.note,
		id: ['area', 'period', 'breakdown', 'metric'],
		size: [...size, 1],
		role: { time: ['period'], geo: ['area'], metric: ['metric'] },
		dimension: {
			area: { label: 'Gebied', category: category(ids.area, (id) => head.areaNames.get(id) ?? id) },
			period: { label: 'Jaar', category: category(ids.period) },
			breakdown: { label: 'Groep inwoners', category: category(ids.breakdown) },
			metric: {
				label: 'Indicator',
				category: { label: { value: head.title }, unit: { value: { label: head.unit } } }
			}
		},
		value,
		status,
		extension: {
			licence: head.licence,
			status: Object.fromEntries(Object.entries(head.statuses).filter(([id]) => used.has(id)))
		}
	};
}
