import { table } from 'arquero';
import { comingAlong, joinedColumns } from '../../domain/pipeline/check.ts';
import { otherKey } from '../../domain/pipeline/step.ts';
import { cellsOf, mustFit, placeOf, rowsIn, type Frame } from './frame.ts';
import type { Verb } from './verbs.ts';
import { columnName } from './write.ts';

/** What rows are joined by; a row where a part of it is missing belongs to no other. */
function keysOf(places: readonly number[], { cells }: Frame, rows: number, nowhere: string): string[] {
	return Array.from({ length: rows }, (_, row) => {
		const parts = places.map((place) => cells[place]![row]);
		return parts.includes(null) ? nowhere : JSON.stringify(parts);
	});
}

function tally(keys: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i);
const rowsWord = (count: number): string => (count === 1 ? '1 regel' : `${count} regels`);

/** Puts rows of another table beside those with the same key; with `join_left` rows without one stay. */
export const join: Verb<'join' | 'join_left'> = (step, frame, { others, remark }) => {
	const other = others.get(otherKey(step.other))!;
	const along = comingAlong(step, other.columns).map((column) => other.columns.indexOf(column));
	const [rows, more] = [rowsIn(frame), rowsIn(other)];
	const keysHere = keysOf(
		step.on.map(({ left }) => placeOf(left, frame)),
		frame,
		rows,
		'hier'
	);
	const keysThere = keysOf(
		step.on.map(({ right }) => placeOf(right, other)),
		other,
		more,
		'daar'
	);
	const there = tally(keysThere);
	const matches = keysHere.map((key) => there.get(key) ?? 0);
	const alone = matches.filter((count) => count === 0).length;
	const staysAlone = step.verb === 'join_left';
	const outcome = matches.reduce((sum, count) => sum + count, 0) + (staysAlone ? alone : 0);
	mustFit(outcome, frame.columns.length + along.length, step.at);
	if (alone > 0)
		remark(
			`bij ${rowsWord(alone)} staat niets in ${otherKey(step.other)}: ${staysAlone ? 'daar blijft het leeg' : 'die vallen weg'}.`
		);
	if (matches.some((count) => count > 1))
		remark(
			`sommige regels horen bij meer dan één regel van ${otherKey(step.other)}: van ${rowsWord(rows)} werden het er ${outcome}.`
		);

	const here = frame.cells.map((cells, i) => [columnName(i), cells] as const);
	const beside = along.map((place, i) => [columnName(frame.cells.length + i), other.cells[place]!] as const);
	const left = table([...here, ['key', keysHere], ['row', numbers(rows)]]);
	const right = table([...beside, ['key', keysThere], ['other', numbers(more)]]);
	const columns = [
		[...here.map(([name]) => name), 'row'],
		[...beside.map(([name]) => name), 'other']
	];
	const joined = left[step.verb](right, ['key', 'key'], columns as never)
		.orderby('row', 'other')
		.reify();
	return {
		columns: joinedColumns(frame.columns, comingAlong(step, other.columns)),
		cells: [...here, ...beside].map(([name]) => cellsOf(joined, name))
	};
};
