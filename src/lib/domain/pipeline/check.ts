import type { Column, ColumnKind } from '../result.ts';
import { ExpressionCheck, findColumn } from './check-expression.ts';
import { otherKey, pipelineLimits, type Made, type Name, type Step, type StepProblem } from './step.ts';

/** The columns of the tables that come beside, by `otherKey`. */
export type OtherColumns = ReadonlyMap<string, readonly Column[]>;

type Of<Verb extends Step['verb']> = Extract<Step, { verb: Verb }>;

/** Columns with more of them behind; a name that is taken gets a number. */
export function joinedColumns(columns: readonly Column[], more: readonly Column[]): Column[] {
	const names = new Set(columns.map(({ name }) => name));
	const added = more.map(({ name, kind }): Column => {
		let free = name;
		for (let i = 2; names.has(free); i++) free = `${name}_${i}`;
		names.add(free);
		return { name: free, kind };
	});
	return [...columns, ...added];
}

/** Columns of the other table that come along: not those that say the same as one of the same name on this side. */
export const comingAlong = ({ on }: Of<'join' | 'join_left'>, columns: readonly Column[]): Column[] =>
	columns.filter(({ name }) => !on.some(({ left, right }) => left.name === name && right.name === name));

/** Checks one step against the columns that it gets. */
class StepCheck {
	readonly problems: StepProblem[] = [];
	#columns: readonly Column[];
	#others: OtherColumns;

	constructor(columns: readonly Column[], others: OtherColumns) {
		this.#columns = columns;
		this.#others = others;
	}

	/** The columns after the step; nothing where they depend on the rows. */
	after(step: Step): Column[] | undefined {
		switch (step.verb) {
			case 'filter':
				return this.#filter(step);
			case 'derive':
				return this.#derive(step);
			case 'rollup':
				return [...this.#kept(step.by), ...this.#new(step.made, 'groups', step.by)];
			case 'pivot':
				this.#find([step.key, ...step.values, ...(step.by ?? [])]);
				return undefined;
			case 'join':
			case 'join_left':
				return this.#join(step);
			case 'orderby':
				this.#find(step.columns.map(({ column }) => column));
				return [...this.#columns];
			case 'select':
				return this.#select(step);
			case 'rename':
				return this.#rename(step);
			case 'slice':
				return [...this.#columns];
		}
	}

	#find(names: readonly Name[]): (number | undefined)[] {
		return names.map((name) => findColumn(name, this.#columns, this.problems));
	}

	#kept(names: readonly Name[]): Column[] {
		return this.#find(names).flatMap((i) => (i === undefined ? [] : [this.#columns[i]!]));
	}

	/** Tells which of the new names stands there twice, or is taken. */
	#twice(names: readonly Name[], taken: readonly string[] = []): void {
		const seen = new Set(taken);
		for (const { name, from } of names) {
			if (seen.has(name))
				this.problems.push({ message: `De naam “${name}” komt hier twee keer voor.`, at: from });
			seen.add(name);
		}
	}

	#new(made: readonly Made[], beyond: 'all' | 'groups', beside: readonly Name[] = []): Column[] {
		this.#twice([...beside, ...made.map(({ name }) => name)]);
		const check = new ExpressionCheck({ columns: this.#columns, beyond }, this.problems);
		return made.map(({ name, value }) => {
			const kind: ColumnKind = check.kindOf(value) ?? 'text';
			return { name: name.name, kind };
		});
	}

	#filter({ test, by }: Of<'filter'>): Column[] {
		this.#find(by);
		const kind = new ExpressionCheck({ columns: this.#columns, beyond: 'all' }, this.problems).kindOf(test);
		if (kind && kind !== 'boolean')
			this.problems.push({
				message: 'Hier hoort een voorwaarde, zoals jaar >= 2016.',
				at: test.from
			});
		return [...this.#columns];
	}

	#derive({ made, by }: Of<'derive' | 'rollup'>): Column[] {
		this.#find(by);
		const added = this.#new(made, 'all');
		const kept = this.#columns.map((column) => added.find(({ name }) => name === column.name) ?? column);
		return [...kept, ...added.filter(({ name }) => !this.#columns.some((column) => column.name === name))];
	}

	#join(step: Of<'join' | 'join_left'>): Column[] {
		const more = this.#others.get(otherKey(step.other));
		if (!more) {
			this.problems.push({ message: `Er is geen ${otherKey(step.other)}.`, at: step.at });
			return [...this.#columns];
		}
		for (const { left, right } of step.on) {
			const a = findColumn(left, this.#columns, this.problems);
			const b = findColumn(right, more, this.problems);
			if (a !== undefined && b !== undefined && this.#columns[a]!.kind !== more[b]!.kind)
				this.problems.push({
					message: `“${left.name}” en “${right.name}” zijn niet van dezelfde soort, en zijn dus nooit gelijk.`,
					at: left.from
				});
		}
		return joinedColumns(this.#columns, comingAlong(step, more));
	}

	#select({ columns }: Of<'select' | 'rename'>): Column[] {
		this.#twice(columns.map(({ as }) => as));
		const found = this.#find(columns.map(({ column }) => column));
		return columns.flatMap(({ as }, i) =>
			found[i] === undefined ? [] : [{ name: as.name, kind: this.#columns[found[i]]!.kind }]
		);
	}

	#rename({ columns }: Of<'select' | 'rename'>): Column[] {
		const found = this.#find(columns.map(({ column }) => column));
		const stay = this.#columns.filter((_, i) => !found.includes(i));
		this.#twice(
			columns.map(({ as }) => as),
			stay.map(({ name }) => name)
		);
		return this.#columns.map(({ name, kind }, i) => ({
			name: columns[found.indexOf(i)]?.as.name ?? name,
			kind
		}));
	}
}

/** What a step makes of columns, and what does not fit; no columns where they depend on the rows. */
export function checkStep(
	step: Step,
	columns: readonly Column[],
	others: OtherColumns
): { columns: Column[] | undefined; problems: StepProblem[] } {
	const check = new StepCheck(columns, others);
	const after = check.after(step);
	if (after && after.length > pipelineLimits.columns)
		check.problems.push({
			message: `Dit worden te veel kolommen: hoogstens ${pipelineLimits.columns}.`,
			at: step.from
		});
	return { columns: after, problems: check.problems };
}

/** All mistakes in steps that can be known before a row is looked at: those up to the first pivot. */
export function checkSteps(
	steps: readonly Step[],
	columns: readonly Column[],
	others: OtherColumns
): StepProblem[] {
	const problems: StepProblem[] = [];
	let known: readonly Column[] | undefined = columns;
	for (const step of steps) {
		if (!known) break;
		const checked = checkStep(step, known, others);
		problems.push(...checked.problems);
		known = checked.columns;
	}
	return problems;
}
