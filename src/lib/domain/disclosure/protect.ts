import type { Area } from '../../schema/area.ts';
import type { TableObservation } from '../../schema/model.ts';
import type { Cell, Cells } from './cells.ts';
import { collect, type Input } from './collect.ts';
import { addShares } from './shares.ts';
import { suppress, type Exposed } from './suppress.ts';
import { addSums } from './sums.ts';
import type { Bounds } from './system.ts';

/** The figures as they may be published, and what it took. */
export interface Protection {
	observations: TableObservation[];
	/** Numbers of cells of own tables: all, those without a value at their source, and those hidden here. */
	counts: { cells: number; missing: number; primary: number; secondary: number };
	/** Small counts that can be worked out whatever is hidden: nothing may be published. */
	exposed: Exposed[];
}

/** Cells that have nothing to do with each other, apart. */
function partition({ variables, cells, relations }: Cells): Cells[] {
	const leader = new Map([...variables.keys()].map((id) => [id, id]));
	const find = (id: string): string => {
		let top = id;
		while (leader.get(top) !== top) top = leader.get(top)!;
		leader.set(id, top);
		return top;
	};
	const join = (ids: readonly string[]) => {
		for (const id of ids.slice(1)) leader.set(find(id), find(ids[0]!));
	};
	for (const { terms } of relations) join(terms.map(({ variable }) => variable));
	const about = ({ id, isShare, follows }: Cell) =>
		isShare ? follows.filter((own) => leader.has(own)) : [id];
	for (const cell of cells.values()) join(about(cell));
	const parts = new Map<string, Cells>();
	const partOf = (id: string): Cells => {
		const part = parts.get(id) ?? { variables: new Map(), cells: new Map(), relations: [] };
		parts.set(id, part);
		return part;
	};
	for (const [id, variable] of variables) partOf(find(id)).variables.set(id, variable);
	for (const relation of relations) partOf(find(relation.terms[0]!.variable)).relations.push(relation);
	for (const [id, cell] of cells) {
		const [first] = about(cell);
		partOf(first === undefined ? id : find(first)).cells.set(id, cell);
	}
	return [...parts.values()].filter((part) => part.cells.size > 0);
}

/** A figure without anything that says how large it is. */
const hide = (row: TableObservation): TableObservation => ({
	...row,
	value: null,
	lower: null,
	upper: null,
	n: null,
	status: 'suppressed'
});

/**
 * Hides the small counts of own tables, and whatever they could be worked out from. Other tables stay as they are.
 * @param bounds the solver of linear programs
 */
export function protect(input: Input, areas: readonly Area[], bounds: Bounds): Protection {
	const draft = collect(input);
	addShares(draft, input);
	addSums(draft, areas);
	const found = partition(draft).map((part) => suppress(part, bounds));
	const hidden = new Set(found.flatMap((each) => [...each.hidden]));
	const primary = new Set(found.flatMap((each) => [...each.primary]));
	const rows = new Set([...hidden].flatMap((id) => draft.cells.get(id)!.rows));
	const isMissing = (id: string): boolean =>
		input.observations[draft.cells.get(id)!.rows[0]!]!.value === null;
	const count = (ids: Iterable<string>, missing: boolean) =>
		[...ids].filter((id) => isMissing(id) === missing).length;
	return {
		observations: input.observations.map((row, i) => (rows.has(i) && row.value !== null ? hide(row) : row)),
		counts: {
			cells: draft.cells.size,
			missing: count(draft.cells.keys(), true),
			primary: count(primary, false),
			secondary: count(hidden, false) - count(primary, false)
		},
		exposed: found.flatMap((each) => each.exposed)
	};
}
