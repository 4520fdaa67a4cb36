import type { Column } from '../../domain/result.ts';
import type { Expression } from '../../domain/pipeline/step.ts';
import { functions } from '../../domain/pipeline/functions.ts';
import { own } from './functions.ts';

const signNames: Record<string, string> = {
	'+': 'plus',
	'-': 'minus',
	'*': 'times',
	'/': 'divide',
	'%': 'rest',
	'=': 'equal',
	'!=': 'unequal',
	'<': 'less',
	'<=': 'atmost',
	'>': 'more',
	'>=': 'atleast'
};

/** The name of a column in a table of arquero: what a reader or a file called it never gets there. */
export const columnName = (place: number): string => `c${place}`;

/** Writes expressions for arquero. Values go in apart, so that no letter of a reader is in what is compiled. */
export class ExpressionWriter {
	readonly params: Record<string, string | number> = {};
	#places: ReadonlyMap<string, number>;

	constructor(columns: readonly Column[]) {
		this.#places = new Map(columns.map(({ name }, i) => [name, i]));
	}

	/** @param expression checked against the columns */
	write(expression: Expression): string {
		if (expression.is === 'column') return `d.${columnName(this.#places.get(expression.name)!)}`;
		if (expression.is === 'value') return this.#value(expression.value);
		return this.#call(expression);
	}

	/** Of rows with a value and a weight only. */
	#weighted(value: string, weight: string): string {
		const product = `op.${own('times')}(${value}, ${weight})`;
		const counted = `op.${own('if')}(op.${own('missing')}(${value}), null, ${weight})`;
		return `op.${own('divide')}(op.sum(${product}), op.sum(${counted}))`;
	}

	#value(value: string | number | boolean | null): string {
		if (value === null || typeof value === 'boolean') return String(value);
		const name = `p${Object.keys(this.params).length}`;
		this.params[name] = value;
		return `$.${name}`;
	}

	#call({ name, args }: Expression & { is: 'call' }): string {
		const [first, second] = args;
		const x = () => this.write(first!);
		/** A number that the function itself must have, written out. */
		const literal = (or: number) => Number(second?.is === 'value' ? second.value : or);
		switch (name) {
			case 'count':
				return first ? `op.valid(${x()})` : 'op.count()';
			case 'count_missing':
				return `op.invalid(${x()})`;
			case 'distinct':
				return `op.${own('others')}(op.distinct(${x()}), op.invalid(${x()}))`;
			case 'sum':
				return `op.${own('whole')}(op.sum(${x()}), op.invalid(${x()}))`;
			case 'sum_known':
				return `op.sum(${x()})`;
			case 'mean_weighted':
				return this.#weighted(x(), this.write(second!));
			case 'quantile':
				return `op.quantile(${x()}, ${literal(0.5)})`;
			case 'lag':
			case 'lead':
				return `op.${name}(${x()}, ${literal(1)})`;
			case 'rank':
				return `op.${own('place')}(op.${own('ranks')}(${x()}), ${x()})`;
		}
		const isRow = (functions.get(name)?.looks ?? 'row') === 'row';
		const known = isRow ? own(signNames[name] ?? name) : name;
		return `op.${known}(${args.map((arg) => this.write(arg)).join(', ')})`;
	}
}
