import { table } from 'arquero';
import { joinedColumns } from '../../domain/pipeline/check.ts';
import type { Cell } from '../../domain/result.ts';
import { cellsOf, groupColumn, groupKeys, mustFit, placeOf, rowsIn, StepRefused } from './frame.ts';
import type { Verb } from './verbs.ts';
import { columnName } from './write.ts';

const collator = new Intl.Collator('nl', { numeric: true });

function compare(a: Cell, b: Cell): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

const nameOf = (key: Cell): string =>
	key === null ? 'ontbreekt' : typeof key === 'boolean' ? (key ? 'ja' : 'nee') : String(key) || '(leeg)';

/** Name of a key in the table of arquero, which sorts keys by their letters. */
const keyName = (i: number): string => `k${String(i).padStart(4, '0')}`;

/** The first place where something stands that was there before. */
function firstTwice(texts: readonly string[]): number | undefined {
	const seen = new Set<string>();
	const at = texts.findIndex((text) => seen.size === seen.add(text).size);
	return at < 0 ? undefined : at;
}

/**
 * Makes a column of each value of the key. Without `by` all other columns tell rows apart. Two rows for one place are
 * refused: which of the two it should be is not for a program to choose.
 */
export const pivot: Verb<'pivot'> = (step, frame) => {
	const { key, values } = step;
	const keyCells = frame.cells[placeOf(key, frame)]!;
	const taken = new Set([key, ...values].map(({ name }) => name));
	const by =
		step.by ??
		frame.columns.filter(({ name }) => !taken.has(name)).map(({ name }) => ({ name, from: 0, to: 0 }));
	const keys = [...new Set(keyCells)].toSorted(compare);
	if (keys.length === 0) throw new StepRefused('Er zijn geen regels om te draaien.', step.from);
	mustFit(rowsIn(frame), by.length + keys.length * values.length, step.from);

	const places = new Map(keys.map((each, i) => [each, keyName(i)]));
	const keyed = keyCells.map((cell) => places.get(cell)!);
	const groups = groupKeys(
		by.map((name) => placeOf(name, frame)),
		frame,
		rowsIn(frame)
	);
	const twice = firstTwice(keyed.map((each, row) => `${each} ${groups[row]}`));
	if (twice !== undefined)
		throw new StepRefused(
			`Er is meer dan één regel voor “${key.name}” ${nameOf(keyCells[twice]!)} in dezelfde rij. Tel ze eerst samen met rollup, of noem achter by wat rijen van elkaar onderscheidt.`,
			key.from
		);

	const grouped = table([
		...frame.cells.map((cells, i) => [columnName(i), cells] as const),
		['key', keyed],
		[groupColumn, groups]
	]).groupby(groupColumn);
	const kept = grouped.rollup(
		Object.fromEntries(by.map((name, i) => [`k${i}`, `op.any(d.${columnName(placeOf(name, frame))})`]))
	);
	const spread = grouped.pivot(
		'key',
		values.map((name) => columnName(placeOf(name, frame)))
	);
	const added = values.flatMap((value) => {
		const place = placeOf(value, frame);
		const { kind } = frame.columns[place]!;
		return keys.map((each, i) => ({
			column: { name: values.length > 1 ? `${value.name}_${nameOf(each)}` : nameOf(each), kind },
			cells: cellsOf(spread, values.length > 1 ? `${columnName(place)}_${keyName(i)}` : keyName(i))
		}));
	});
	return {
		columns: joinedColumns(
			by.map((name) => frame.columns[placeOf(name, frame)]!),
			added.map(({ column }) => column)
		),
		cells: [...by.map((_, i) => cellsOf(kept, `k${i}`)), ...added.map(({ cells }) => cells)]
	};
};
