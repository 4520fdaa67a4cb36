import type { Indicator } from '../../schema/indicator.ts';
import type { TableObservation } from '../../schema/model.ts';
import {
	exception,
	keyOf,
	type Cell,
	type Cells,
	type Key,
	type KnownFigure,
	type Variable
} from './cells.ts';
import { ruleOf } from './rule.ts';

/** What the cells are made of. */
export interface Input {
	observations: readonly TableObservation[];
	indicators: readonly Indicator[];
	/** Own tables, and the year of the boundaries of each table. */
	own: ReadonlySet<string>;
	boundaries: ReadonlyMap<string, number>;
	/** Figures that can be read already, the most trusted first. */
	known: readonly KnownFigure[];
	/** Keys of cells that may be shown although they are small, as `keyOf` writes them. */
	exceptions: ReadonlySet<string>;
}

/** The cells while they are put together. */
export interface Draft extends Cells {
	indicators: ReadonlyMap<string, Indicator>;
	/** Years of boundaries that own tables have. */
	years: readonly number[];
	/** The count on the boundaries of a year. */
	find: (key: Key, boundaries: number) => Variable | undefined;
	/** Adds a count on the boundaries of a year, or gives the one that is there with that value. */
	add: (key: Key, boundaries: number, value?: number) => Variable;
}

export const isCount = (indicator: Indicator | undefined): boolean => indicator?.unit === 'aantal';

/**
 * A count is one variable on whatever boundaries, as long as its value is the same: an area that keeps its code and
 * its count did not change. Where the values differ each year of boundaries has its own.
 */
function draft({ indicators, own, boundaries }: Input): Draft {
	const variables = new Map<string, Variable>();
	const places = new Map<string, Variable>();
	const byId = new Map(indicators.map((each) => [each.id, each]));
	const find: Draft['find'] = (key, year) => places.get(`${keyOf(key)}@${year}`);
	return {
		variables,
		cells: new Map(),
		relations: [],
		indicators: byId,
		years: [...new Set([...own].flatMap((table) => boundaries.get(table) ?? []))].toSorted(),
		find,
		add(key, year, value) {
			const found = find(key, year);
			if (found) return found;
			const plain = keyOf(key);
			const same = variables.get(plain);
			const id = same === undefined || same.value === value ? plain : `${plain}@${year}`;
			const variable = variables.get(id) ?? { id, key, value, rule: ruleOf(byId.get(key.indicator)) };
			variables.set(id, variable);
			places.set(`${plain}@${year}`, variable);
			return variable;
		}
	};
}

/** Adds a row to its cell, which is made where it is not there yet. */
export function addCell(
	cells: Cells['cells'],
	id: string,
	cell: Pick<Cell, 'key' | 'value' | 'isShare'>,
	row: number
) {
	const found = cells.get(id) ?? { ...cell, id, rows: [], says: [], follows: [] };
	found.rows.push(row);
	cells.set(id, found);
	return found;
}

/** The key of a row or figure without the rest. */
export const plainKey = ({ indicator, area, period, breakdown }: Key): Key => ({
	indicator,
	area,
	period,
	breakdown
});

/** Every count that is in an own table, and every one of the same indicators that can be read elsewhere. */
function addCounts(cells: Draft, { observations, own, boundaries, known, exceptions }: Input): void {
	for (const [row, observation] of observations.entries()) {
		if (!own.has(observation.table) || !isCount(cells.indicators.get(observation.indicator))) continue;
		const key = plainKey(observation);
		const value = observation.value ?? undefined;
		const variable = cells.add(key, boundaries.get(observation.table)!, value);
		variable.cell ??= variable.id;
		variable.row ??= row;
		if (exceptions.has(keyOf(key))) variable.known ??= exception;
		addCell(cells.cells, variable.cell, { key, value, isShare: false }, row);
	}
	for (const { value, boundaries: year, from, ...key } of known) {
		if (!isCount(cells.indicators.get(key.indicator))) continue;
		for (const each of year === undefined ? cells.years : [year]) {
			const variable = cells.add(plainKey(key), each, value);
			variable.value ??= value;
			if (variable.value === value) variable.known ??= from;
		}
	}
	for (const cell of cells.cells.values()) cell.known = cells.variables.get(cell.id)?.known;
}

/** The counts of the own tables, with nothing between them yet. */
export function collect(input: Input): Draft {
	const cells = draft(input);
	addCounts(cells, input);
	return cells;
}
