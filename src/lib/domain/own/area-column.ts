import { count } from '../format.ts';
import type { Cell } from '../result.ts';
import { numberedCodes, typedAreaCode } from './area-code.ts';
import { namesUnder, numbersUnder, type KnownAreas } from './known-areas.ts';
import type { GivenCell } from './table.ts';

type Sort = 'code' | 'number' | 'name' | 'more' | 'other';
interface Read {
	sort: Sort;
	code?: string | undefined;
}

/** Codes of areas in a column, and what of it is none. */
export interface Codes {
	cells: Cell[];
	distinct: number;
	/** Filled cells of each sort. */
	counts: Record<Sort, number>;
	/** The first text that is no area, and the first name that more areas have. */
	examples: Partial<Record<Sort, string>>;
	/** Whether each cell is the code as it stands. */
	exact: boolean;
}

/** What a cell of a column can be read as, by the head of that column. */
function readerOf(head: string, areas: KnownAreas): (text: string) => Read {
	const byNumber = numberedCodes(head) ?? numbersUnder(head, areas);
	const byName = namesUnder(head, areas);
	return (text) => {
		const typed = typedAreaCode(text);
		if (typed !== undefined) return { sort: 'code', code: typed };
		const number = byNumber?.(text);
		if (number !== undefined) return { sort: 'number', code: number };
		const name = byName?.(text);
		if (name === undefined) return { sort: 'other' };
		return name === 'more' ? { sort: 'more' } : { sort: 'name', code: name.code };
	};
}

/** Codes count where more than half of the filled cells are one. */
function codesOf(cells: readonly GivenCell[], head: string, areas: KnownAreas): Codes | undefined {
	const read = readerOf(head, areas);
	const known = new Map<GivenCell, Read>();
	const counts: Codes['counts'] = { code: 0, number: 0, name: 0, more: 0, other: 0 };
	const examples: Codes['examples'] = {};
	let exact = true;
	const codes = cells.map((cell) => {
		const text = String(cell);
		if (text.trim() === '') return null;
		const found = known.get(cell) ?? read(text);
		known.set(cell, found);
		counts[found.sort]++;
		examples[found.sort] ??= text;
		if (found.code !== cell) exact = false;
		return found.code ?? null;
	});
	const areasFound = counts.code + counts.number + counts.name;
	if (areasFound <= counts.more + counts.other) return undefined;
	const distinct = new Set(codes.filter((each) => each !== null)).size;
	return { cells: codes, distinct, counts, examples, exact };
}

/** A text from the file for use in a sentence. */
const quote = (text: string): string => `“${text.trim().slice(0, 40)}”`;

/** What was taken for an area in a column, and what was not, in Dutch. */
export function tellCodes({ counts, examples }: Codes, head: string): string {
	const { code, number, name, more, other } = counts;
	const gone = 'daar ontbreekt het gebied.';
	return [
		code + number > 0 && `Codes uit de kolom ${quote(head)}, zoals het CBS ze schrijft.`,
		number > 0 && `Losse nummers zijn aangevuld, zoals ${quote(examples.number!)}.`,
		name > 0 &&
			`Codes bij de namen uit de kolom ${quote(head)}. Een naam telt alleen als precies één gebied op deze site zo heet.`,
		more > 0 &&
			`${count(more, 'cel kan', 'cellen kunnen')} over meer gebieden gaan, zoals ${quote(examples.more!)}: ${gone}`,
		other > 0 &&
			(name + more > 0
				? `${count(other, 'cel is', 'cellen zijn')} geen gebied dat deze site kent, zoals ${quote(examples.other!)}: ${gone}`
				: `${count(other, 'cel is', 'cellen zijn')} geen code, zoals ${quote(examples.other!)}: ${gone}`)
	]
		.filter(Boolean)
		.join(' ');
}

/** The column that tells most areas apart, with its place in the file; of two alike the one with fewer names. */
export function findCodes(
	heads: readonly string[],
	columns: readonly GivenCell[][],
	areas: KnownAreas
): { at: number; codes: Codes } | undefined {
	const found = columns.flatMap((cells, at) => {
		const codes = codesOf(cells, heads[at]!, areas);
		return codes ? [{ at, codes }] : [];
	});
	return found.toSorted(
		(a, b) => b.codes.distinct - a.codes.distinct || a.codes.counts.name - b.codes.counts.name
	)[0];
}
