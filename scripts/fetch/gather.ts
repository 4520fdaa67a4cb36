import type { Missing } from '#lib/schema/observation.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { areaOf } from './areas.ts';
import { breakdownOf } from './categories.ts';
import { roleKey, type Layout } from './layout.ts';
import { FetchProblem } from './problem.ts';

/** A number of a table, or the reason why there is none. */
export type Reading = { value: number; status?: undefined } | { value: null; status: Missing };

/** Figures of a table, gathered number by number. */
export interface Gathered {
	/** Whether a row of the table is about an area that was asked for. */
	isWanted: (area: string) => boolean;
	/**
	 * Adds the number of a measure in a row of the table.
	 * @param keyOf the category of the row in a column
	 */
	add: (measure: string, keyOf: (column: string) => string, reading: Reading) => void;
	rows: () => TidyRow[];
}

/** Enough to see what is wrong. */
const mostProblems = 20;

/** Gathers the figures that a feed takes from a table; the service may send more than was asked for. */
export function gather(layout: Layout): Gathered {
	const { area, period, margin, others, roles, table } = layout;
	const areas = new Set(area.keys.map(areaOf));
	const rows = new Map<string, TidyRow>();
	const bounds = new Map<string, Reading>();
	const problems: Problem[] = [];

	/** Area, period and group of a row of the table, where the feed wants them. */
	function placeOf(
		keyOf: (column: string) => string
	): Pick<TidyRow, 'area' | 'period' | 'breakdown' | 'status'> | undefined {
		const own = areaOf(keyOf(area.id));
		if (!areas.has(own)) return undefined;
		const when = period ? period.keys.get(keyOf(period.id).trim()) : undefined;
		if (period && !when) return undefined;
		const groups = others.map(({ id, labels }) => ({ id, label: labels.get(keyOf(id).trim()) }));
		if (groups.some(({ label }) => label === undefined)) return undefined;
		const parts = groups.map(({ id, label }) => ({ id, label: label! }));
		if (period && when) parts.push({ id: period.id, label: when.label });
		return {
			area: own,
			period: when?.year ?? layout.year!,
			breakdown: breakdownOf(parts),
			status: when?.isFinal === false ? 'provisional' : 'definitive'
		};
	}

	function twice(key: string, before: number | null, now: number | null): void {
		if (before === now) return;
		problems.push({
			file: table.file,
			line: 0,
			column: 0,
			value: `${before ?? 'leeg'} en ${now ?? 'leeg'}`,
			expected: `één cijfer voor ${key}`
		});
		if (problems.length >= mostProblems) throw new FetchProblem(problems);
	}

	return {
		isWanted: (code) => areas.has(areaOf(code)),
		add(measure, keyOf, reading) {
			const own = roles.get(roleKey(measure, margin ? keyOf(margin.id).trim() : ''));
			const place = own && placeOf(keyOf);
			if (!place) return;
			for (const { indicator, part, status: said, missing } of own) {
				const key = `${indicator}, ${place.area}, ${place.period}, ${place.breakdown}`;
				if (part !== 'value') {
					bounds.set(`${part} ${key}`, reading);
					continue;
				}
				const before = rows.get(key);
				if (before) twice(key, before.value, reading.value);
				const { value } = reading;
				const reason = reading.status === 'unknown' ? (missing ?? reading.status) : reading.status;
				const status = reason ?? said ?? place.status;
				rows.set(key, { indicator, ...place, value, lower: null, upper: null, n: null, status });
			}
		},
		rows() {
			if (problems.length > 0) throw new FetchProblem(problems);
			for (const [key, row] of rows)
				if (row.value !== null) {
					row.lower = bounds.get(`lower ${key}`)?.value ?? null;
					row.upper = bounds.get(`upper ${key}`)?.value ?? null;
				}
			return [...rows.values()];
		}
	};
}
