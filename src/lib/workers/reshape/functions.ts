import { addAggregateFunction, addFunction } from 'arquero';
import type { Cell } from '../../domain/result.ts';

/** A value within a calculation: what arquero found no value for is `undefined` or not a number. */
type Value = Cell | undefined;

const isMissing = (value: Value): value is null | undefined =>
	value === null || value === undefined || Number.isNaN(value);

/** A cell of an outcome; what cannot be counted with, such as a division by zero, is missing. */
export const toCell = (value: Value): Cell =>
	isMissing(value) || (typeof value === 'number' && !Number.isFinite(value)) ? null : value;

/** A function of which the outcome is missing as soon as one of its arguments is. */
const known =
	(work: (...args: never[]) => Value) =>
	(...args: Value[]): Cell =>
		args.some(isMissing) ? null : toCell(work(...(args as never[])));

const numbers = (work: (a: number, b: number) => number) => known(work);
const number = (work: (a: number) => number) => known(work);
const texts = (work: (a: string, b: string) => Value) => known(work);

/** Rounds halves away from zero, as readers learned it, and 1.005 on two digits as it is written. */
function round(value: number, digits = 0): number {
	const [base, power = '0'] = String(Math.abs(value)).split('e');
	const [whole, tens = '0'] = String(Math.round(Number(`${base}e${Number(power) + digits}`))).split('e');
	return Math.sign(value) * Number(`${whole}e${Number(tens) - digits}`);
}

const plainNumber = /^\s*-?(\d+([.,]\d+)?|[.,]\d+)\s*$/;

/** Unknown as long as a part that is not known could decide. */
function any(parts: readonly Value[], decides: boolean): Cell {
	if (parts.includes(decides)) return decides;
	return parts.some(isMissing) ? null : !decides;
}

const rowFunctions: Record<string, (...args: never[]) => unknown> = {
	plus: numbers((a, b) => a + b),
	minus: numbers((a, b) => a - b),
	times: numbers((a, b) => a * b),
	divide: numbers((a, b) => a / b),
	rest: numbers((a, b) => a % b),
	negate: number((a) => -a),
	equal: known((a: Cell, b: Cell) => a === b),
	unequal: known((a: Cell, b: Cell) => a !== b),
	less: known((a: number, b: number) => a < b),
	atmost: known((a: number, b: number) => a <= b),
	more: known((a: number, b: number) => a > b),
	atleast: known((a: number, b: number) => a >= b),
	and: (...parts: Value[]) => any(parts, false),
	or: (...parts: Value[]) => any(parts, true),
	not: known((a: boolean) => !a),
	in: (value: Value, ...list: Value[]) =>
		isMissing(value)
			? null
			: any(
					list.map((each) => (isMissing(each) ? null : each === value)),
					true
				),
	round: known(round),
	abs: number(Math.abs),
	floor: number(Math.floor),
	ceil: number(Math.ceil),
	sqrt: number(Math.sqrt),
	missing: (value: Value) => isMissing(value),
	coalesce: (...values: Value[]) => values.find((value) => !isMissing(value)) ?? null,
	if: (test: Value, yes: Value, no: Value) => (isMissing(test) ? null : test ? yes : no),
	lower: known((text: string) => text.toLowerCase()),
	upper: known((text: string) => text.toUpperCase()),
	trim: known((text: string) => text.trim()),
	left: known((text: string, count: number) => Array.from(text).slice(0, count).join('')),
	length: known((text: string) => Array.from(text).length),
	contains: texts((text, part) => text.includes(part)),
	startswith: texts((text, part) => text.startsWith(part)),
	concat: known((...parts: Cell[]) => parts.join('')),
	number: known((text: string) => (plainNumber.test(text) ? Number(text.replace(',', '.')) : null)),
	text: known((value: Cell) => String(value)),
	year: known((day: string) => Number(day.slice(0, 4))),
	/** A sum of which all values are known. */
	whole: (sum: Value, missing: number) => (missing > 0 ? null : sum),
	/** How many values there are of what arquero counted with one more for those that are missing. */
	others: (distinct: number, missing: number) => distinct - (missing > 0 ? 1 : 0),
	place: (ranks: ReadonlyMap<Value, number>, value: Value) => ranks.get(value) ?? null
};

/** Name under which arquero knows a function; none of its own begins so. */
export const own = (name: string): string => `s_${name}`;

/** For each value its place from the highest on; equal values share one. */
function toRanks(values: readonly number[]): Map<number, number> {
	const ranks = new Map<number, number>();
	values.toSorted((a, b) => b - a).forEach((value, i) => ranks.has(value) || ranks.set(value, i + 1));
	return ranks;
}

interface State {
	values?: boolean;
	stream: boolean;
	list: { values: (copy: boolean) => number[] };
}

/** Makes the functions known to arquero. Twice is no harm. */
export function register(): void {
	for (const [name, work] of Object.entries(rowFunctions)) addFunction(own(name), work, { override: true });
	addAggregateFunction(
		own('ranks'),
		{
			create: () => ({
				init: (state) => ((state as State).values = true),
				add: () => undefined,
				rem: () => undefined,
				value: (state) => toRanks((state as State).list.values((state as State).stream))
			}),
			param: [1]
		},
		{ override: true }
	);
}
