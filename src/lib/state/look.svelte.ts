import {
	latest,
	pairsOf,
	picturesOf,
	toMarks,
	type Mark,
	type Pair,
	type Picture
} from '#lib/domain/look/marks.ts';
import { findRoles } from '#lib/domain/look/roles.ts';
import { measureWords } from '#lib/domain/look/words.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Where a selection was made: that view shows everything, with the selection marked; the others follow it. */
export type View = 'line' | 'bars' | 'scatter' | 'map' | 'table' | 'multiples';

/** The answer of a workbench as it is looked at: what its columns are, what can be drawn, and what is selected. */
export class Look {
	#workbench: Workbench;
	#mapped: () => ReadonlySet<string>;

	/** @param mapped codes of the areas of which borders are known */
	constructor(workbench: Workbench, mapped: () => ReadonlySet<string>) {
		this.#workbench = workbench;
		this.#mapped = mapped;
	}

	readonly result = $derived.by(() => this.#workbench.answer?.result);
	readonly roles = $derived.by(() => (this.result ? findRoles(this.result, this.#workbench.view) : {}));
	/** One for each row, in the same order; none where nothing can be drawn. */
	readonly marks: Mark[] = $derived.by(() => (this.result ? toMarks(this.result, this.roles) : []));
	readonly pictures = $derived.by(() => picturesOf(this.marks, (code) => this.#mapped().has(code)));
	/** What is drawn: what the reader chose where that is possible, else what fits best. */
	readonly picture: Picture | undefined = $derived.by(() => {
		const { kind } = this.#workbench.view;
		if (kind === 'table') return undefined;
		return this.pictures.find((each) => each === kind) ?? this.pictures[0];
	});
	/** Where areas were selected; an older address does not say, and then it is the picture in sight. */
	readonly from: View | undefined = $derived.by(() => this.#workbench.selectedIn ?? this.picture);
	readonly #areas: ReadonlySet<string> = $derived.by(() => new Set(this.marks.map(({ area }) => area)));
	/** The selected areas that occur in this answer: one of the question before says nothing here. */
	readonly selected: ReadonlySet<string> = $derived.by(
		() => new Set(this.#workbench.selected.filter((area) => this.#areas.has(area)))
	);
	/** What each area is called, without what tells rows of it apart. */
	readonly names: ReadonlyMap<string, string> = $derived.by(() => {
		const { label } = this.roles;
		const named = (row: number) => (label === undefined ? null : this.result?.rows[row]?.[label]);
		return new Map(this.marks.map(({ area, row }) => [area, String(named(row) ?? area)]));
	});
	/** First and last of the selected years that occur in this answer. */
	readonly years: readonly [number, number] | undefined = $derived.by(() => {
		const { years } = this.#workbench;
		if (!years) return undefined;
		const found = this.periods.filter((period) => period >= years[0] && period <= years[1]);
		const isAll = found.length === this.periods.length;
		return found.length === 0 || isAll ? undefined : [found[0]!, found.at(-1)!];
	});
	/** What the column with the values is called in a sentence. */
	readonly measure = $derived.by(() =>
		measureWords(this.result?.columns[this.roles.value ?? -1]?.name ?? '')
	);
	readonly other = $derived.by(() => measureWords(this.result?.columns[this.roles.other ?? -1]?.name ?? ''));
	readonly periods: number[] = $derived.by(() =>
		[...new Set(this.marks.flatMap(({ period }) => period ?? []))].toSorted((a, b) => a - b)
	);
	/** The marks of the years in sight, and of these the latest of each. */
	readonly inYears: Mark[] = $derived.by(() => this.marks.filter((mark) => this.#isInYears(mark)));
	readonly newest: Mark[] = $derived.by(() => latest(this.inYears));

	/** Of these the ones with two values, of the latest year that has any. */
	readonly pairs: Pair[] = $derived.by(() => pairsOf(this.inYears));

	/** The marks that a view shows: all of them where the selection was made there. */
	seenBy<T extends Mark>(view: View, marks: readonly T[]): readonly T[] {
		return this.selected.size === 0 || this.from === view
			? marks
			: marks.filter(({ area }) => this.selected.has(area));
	}

	/** The rows of the answer that the table shows. */
	readonly rows: number[] = $derived.by(() => {
		const all = this.result?.rows.map((_, i) => i) ?? [];
		const follows = this.selected.size > 0 && this.from !== 'table';
		if (!follows && !this.years) return all;
		return all.filter((row) => {
			const mark = this.marks[row];
			return !mark || (this.#isInYears(mark) && (!follows || this.selected.has(mark.area)));
		});
	});

	#isInYears({ period }: Mark): boolean {
		const { years } = this;
		return !years || period === undefined || (period >= years[0] && period <= years[1]);
	}

	show(kind: Picture | 'table'): void {
		this.#workbench.view = { ...this.#workbench.view, kind };
	}

	/** Selects an area, or no longer. */
	toggle(area: string, from: View): void {
		this.#workbench.selectedIn = from;
		this.#workbench.selected = this.selected.has(area)
			? [...this.selected].filter((other) => other !== area)
			: [...this.selected, area];
	}

	/** Selects these areas and no others. */
	select(areas: readonly string[], from: View): void {
		this.#workbench.selectedIn = from;
		this.#workbench.selected = [...new Set(areas)];
	}

	/** @param years first and last; all of them where they are left out */
	setYears(years: readonly [number, number] | undefined): void {
		const [first, last] = [this.periods[0], this.periods.at(-1)];
		const isAll = years && years[0] === first && years[1] === last;
		this.#workbench.years = isAll ? undefined : years;
	}

	clear(): void {
		this.#workbench.selected = [];
		this.#workbench.selectedIn = undefined;
		this.#workbench.years = undefined;
	}

	/** Lets go of what was selected and does not occur in the answer, once that is there: the address says the same. */
	settle(): void {
		const bench = this.#workbench;
		if (!bench.isSettled) return;
		if (bench.selected.length !== this.selected.size) bench.selected = [...this.selected];
		if (bench.selected.length === 0) bench.selectedIn = undefined;
		if (String(bench.years) !== String(this.years)) bench.years = this.years;
	}
}
