import { count } from '../format.ts';
import type { Cell } from '../result.ts';
import { numberedCodes, typedAreaCode } from './area-code.ts';
import { levelOfHead, namesUnder, numbersUnder, type KnownAreas } from './known-areas.ts';
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
	/** How many texts that are no area there are, of which each counts once. */
	unknown: number;
	/** The first text that is no area, and the first name that more areas have. */
	examples: Partial<Record<Sort, string>>;
	/** Whether it is more than half of the filled cells that are an area. */
	mostly: boolean;
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

/** Codes count where more than half of the filled cells are one; under a head that names a level one is enough. */
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
	const mostly = areasFound > counts.more + counts.other;
	if (!mostly && (areasFound === 0 || levelOfHead(head) === undefined)) return undefined;
	const unknown = [...known.values()].filter(({ sort }) => sort === 'other').length;
	const distinct = new Set(codes.filter((each) => each !== null)).size;
	return { cells: codes, distinct, unknown, counts, examples, mostly, exact };
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

/** How many areas are not on the site, by the level that the head names. */
function tellUnknown(head: string, unknown: number): string {
	switch (levelOfHead(head)) {
		case 'gemeente':
			return count(unknown, 'gemeente staat niet op deze site', 'gemeenten staan niet op deze site');
		case 'wijk':
			return count(unknown, 'wijk staat niet op deze site', 'wijken staan niet op deze site');
		case 'buurt':
			return count(unknown, 'buurt staat niet op deze site', 'buurten staan niet op deze site');
		default:
			return count(
				unknown,
				'tekst is geen gebied dat deze site kent',
				'teksten zijn geen gebied dat deze site kent'
			);
	}
}

/** What is told in sight of the rows without an area, in Dutch; nothing where each has one. */
export function tellRowsWithout({ cells, unknown, examples }: Codes, head: string): string[] {
	const rows = cells.filter((cell) => cell === null).length;
	if (rows === 0) return [];
	const told = `${count(rows, 'regel heeft', 'regels hebben')} geen gebied: zie de kolom ${quote(head)}.`;
	if (unknown === 0) return [told];
	return [`${tellUnknown(head, unknown)}, zoals ${quote(examples.other!)}. ${told}`];
}

/** Why there is no column of areas, in Dutch. */
export function tellNone(heads: readonly string[]): string {
	const named = heads.find((head) => levelOfHead(head) !== undefined);
	return named === undefined
		? 'Er is geen kolom met gebieden gevonden. Dat zijn codes, zoals GM1783, WK178301 of BU17830101, of namen onder een kop als “gebied” of “gemeente”.'
		: `In de kolom ${quote(named)} staat geen enkel gebied dat deze site kent. Daarom is er geen kolom met codes van gebieden.`;
}

/**
 * The column that tells most areas apart, with its place in the file; of two alike the one with fewer names. One of which
 * most cells are no area comes after those of which most are.
 */
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
		(a, b) =>
			Number(b.codes.mostly) - Number(a.codes.mostly) ||
			b.codes.distinct - a.codes.distinct ||
			a.codes.counts.name - b.codes.counts.name
	)[0];
}
