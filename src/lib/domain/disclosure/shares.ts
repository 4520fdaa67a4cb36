import { max, rollup } from 'd3';
import type { Indicator } from '../../schema/indicator.ts';
import type { TableObservation } from '../../schema/model.ts';
import { exception, keyOf, type Cell, type Key, type Variable } from './cells.ts';
import { addCell, plainKey, type Draft, type Input } from './collect.ts';
import { isSmall, ruleOf, wholeOf } from './rule.ts';
import type { Relation } from './system.ts';

/** A percentage or rate: published in an own table, or to be read elsewhere. */
interface Share {
	key: Key;
	indicator: Indicator;
	boundaries: number;
	value: number;
	/** Half of the last decimal: as far as the share may be from what it was rounded from. */
	rounding: number;
}

/** Half of the last decimal in which an indicator is given. */
type Rounding = (indicator: string) => number;

/** An indicator is rounded to the most decimals that any figure of it has: `5` may be `5.0`. */
function roundingIn({ observations, own, known }: Input): Rounding {
	const most = rollup(
		[...observations.filter(({ table }) => own.has(table)), ...known],
		(rows) => max(rows, ({ value }) => String(value ?? '').split('.')[1]?.length ?? 0) ?? 0,
		({ indicator }) => indicator
	);
	return (indicator) => 0.5 * 10 ** -(most.get(indicator) ?? 0);
}

/** The count of the part: the one that is there, or else the whole number that is nearest. */
function partOf(cells: Draft, { key, indicator, boundaries, value }: Share, whole: number): Variable {
	const counted = indicator.disclosure?.numerator ?? `${indicator.id} (teller)`;
	const part = { ...key, indicator: counted };
	const found = cells.find(part, boundaries);
	if (found) return found;
	const variable = cells.add(part, boundaries, Math.round((value * whole) / wholeOf(indicator.unit)!));
	variable.rule = ruleOf(indicator);
	return variable;
}

/**
 * What a share says while it is shown: where the part lies, within the rounding. Where the real counts lie further
 * away, as with a whole that is itself rounded, whoever works back is given just that much room.
 */
function said({ value, rounding, indicator }: Share, part: Variable, whole: Variable): Relation[] {
	const of = wholeOf(indicator.unit)!;
	const off =
		part.value === undefined || !whole.value ? 0 : Math.abs((of * part.value) / whole.value - value);
	const room = Math.max(rounding, off);
	const at = (share: number) => [
		{ variable: part.id, factor: of },
		{ variable: whole.id, factor: -share }
	];
	return [
		{ terms: at(value - room), low: 0, high: Infinity },
		{ terms: at(value + room), low: -Infinity, high: 0 }
	];
}

/** What is left of the whole is a count too: one that nobody publishes, but that part and whole give away. */
function addRest(cells: Draft, part: Variable, whole: Variable, row: number): string {
	const id = `${whole.id} zonder ${part.id}`;
	const value = part.value === undefined || whole.value === undefined ? undefined : whole.value - part.value;
	if (cells.variables.has(id) || (value !== undefined && value < 0)) return id;
	cells.variables.set(id, { id, key: part.key, rule: part.rule, value, row });
	cells.relations.push({
		terms: [
			{ variable: whole.id, factor: 1 },
			{ variable: part.id, factor: -1 },
			{ variable: id, factor: -1 }
		],
		low: 0,
		high: 0
	});
	return id;
}

/** The count of the whole, on the boundaries of the share. */
function wholeIn(cells: Draft, { key, indicator, boundaries }: Share): Variable | undefined {
	const counted = indicator.denominator;
	const whole = counted && cells.find({ ...key, indicator: counted }, boundaries);
	return whole && whole.value !== undefined ? whole : undefined;
}

/** Whether so few people answered that the share, or what is left, is about a small count of them. */
function isAboutFew({ value, indicator }: Share, n: number | null): boolean {
	if (n === null) return false;
	const rule = ruleOf(indicator);
	const part = Math.round((value * n) / wholeOf(indicator.unit)!);
	return n < rule.minimumDenominator || isSmall(part, rule) || isSmall(n - part, rule);
}

/** Puts a share of an own table beside the counts that it is made of. Without a whole it can never be shown. */
function placeOwn(cells: Draft, cell: Cell, share: Share, n: number | null): void {
	const [row] = cell.rows as [number];
	const whole = wholeIn(cells, share);
	if (!whole || whole.value! < ruleOf(share.indicator).minimumDenominator || isAboutFew(share, n))
		cell.unfit = true;
	if (!whole) return;
	const part = partOf(cells, share, whole.value!);
	part.row ??= row;
	cell.value = part.value;
	cell.says.push(...said(share, part, whole));
	cell.follows.push(part.id, whole.id, addRest(cells, part, whole, row));
}

/** What a share that can be read elsewhere says of own counts. */
function placeKnown(cells: Draft, share: Share): void {
	const whole = wholeIn(cells, share);
	if (!whole) return;
	const part = partOf(cells, share, whole.value!);
	if (part.known === undefined || whole.known === undefined)
		cells.relations.push(...said(share, part, whole));
}

function ownShares(
	cells: Draft,
	{ observations, own, boundaries, known, exceptions }: Input,
	rounding: Rounding
): void {
	const readable = new Map(known.map((each) => [`${keyOf(each)} ${each.value}`, each.from]));
	const shares: { row: number; observation: TableObservation; indicator: Indicator }[] = [];
	for (const [row, observation] of observations.entries()) {
		const indicator = cells.indicators.get(observation.indicator);
		if (!own.has(observation.table) || !indicator || wholeOf(indicator.unit) === undefined) continue;
		shares.push({ row, observation, indicator });
	}
	for (const { row, observation, indicator } of shares) {
		const { table, value, n } = observation;
		const key = plainKey(observation);
		const year = boundaries.get(table)!;
		const cell = addCell(cells.cells, `${keyOf(key)}@${year}`, { key, isShare: true }, row);
		cell.known = exceptions.has(keyOf(key)) ? exception : readable.get(`${keyOf(key)} ${value}`);
		if (value === null || cell.rows.length > 1) continue;
		placeOwn(cells, cell, { key, indicator, boundaries: year, value, rounding: rounding(indicator.id) }, n);
	}
}

function knownShares(cells: Draft, { known }: Input, rounding: Rounding): void {
	for (const figure of known) {
		const indicator = cells.indicators.get(figure.indicator);
		if (!indicator || wholeOf(indicator.unit) === undefined) continue;
		const share = { key: plainKey(figure), indicator, value: figure.value, rounding: rounding(indicator.id) };
		for (const boundaries of figure.boundaries === undefined ? cells.years : [figure.boundaries])
			if (!cells.cells.has(`${keyOf(figure)}@${boundaries}`)) placeKnown(cells, { ...share, boundaries });
	}
}

/** Puts every percentage and rate beside the counts of its part, its whole and what is left. */
export function addShares(cells: Draft, input: Input): void {
	const rounding = roundingIn(input);
	ownShares(cells, input, rounding);
	knownShares(cells, input, rounding);
}
