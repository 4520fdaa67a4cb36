import { findFunction, functions } from './functions.ts';
import { pipelineLimits, type Expression, type StepProblem } from './step.ts';
import { Unreadable, type TokenReader } from './token-reader.ts';

const same: Record<string, string> = { '==': '=', '<>': '!=' };

/** Signs that come together, from those that hold their sides loosest. */
const levels: readonly (readonly string[])[] = [['or'], ['and'], ['+', '-'], ['*', '/', '%']];
const comparisons = ['=', '==', '!=', '<>', '<', '<=', '>', '>='];

const wordsFor = (least: number, most: number): string =>
	least === most ? String(least) : most === Infinity ? `${least} of meer` : `${least} of ${most}`;

/** Reads one expression. A function that does not exist is told in `problems`, and reading goes on. */
class ExpressionReader {
	#tokens: TokenReader;
	#problems: StepProblem[];
	#deep = 0;
	#depths = new WeakMap<Expression, number>();

	constructor(tokens: TokenReader, problems: StepProblem[]) {
		this.#tokens = tokens;
		this.#problems = problems;
	}

	read(): Expression {
		return this.#within(() => this.#joined(0));
	}

	/** @throws {Unreadable} where it is nested too deep for a computer to go into */
	#within<Item>(read: () => Item): Item {
		if (++this.#deep > pipelineLimits.depth) this.#tooDeep();
		const item = read();
		this.#deep--;
		return item;
	}

	#tooDeep(): never {
		throw new Unreadable({
			message: `Deze berekening is te diep genest: verdeel haar over meer stappen.`,
			at: this.#tokens.next.from
		});
	}

	#call(name: string, args: Expression[], from: number): Expression {
		const call: Expression = { is: 'call', name, args, from, to: this.#tokens.last };
		const depth = 1 + Math.max(0, ...args.map((arg) => this.#depths.get(arg) ?? 0));
		if (depth > pipelineLimits.depth) this.#tooDeep();
		this.#depths.set(call, depth);
		return call;
	}

	#joined(level: number): Expression {
		const signs = levels[level];
		if (!signs) return this.#signed();
		const part = () => (level === 1 ? this.#negated() : this.#joined(level + 1));
		let left = part();
		while (this.#tokens.is(...signs)) {
			const sign = this.#tokens.take().value.toLowerCase();
			left = this.#call(sign, [left, part()], left.from);
		}
		return left;
	}

	#negated(): Expression {
		const { from } = this.#tokens.next;
		if (!this.#tokens.has('not')) return this.#compared();
		return this.#call('not', [this.#within(() => this.#negated())], from);
	}

	#compared(): Expression {
		const left = this.#joined(2);
		const { from } = left;
		if (this.#tokens.has('is')) {
			const isNot = this.#tokens.has('not');
			this.#tokens.must('null');
			const missing = this.#call('missing', [left], from);
			return isNot ? this.#call('not', [missing], from) : missing;
		}
		const isNot = this.#tokens.is('not') && this.#tokens.after?.value.toLowerCase() === 'in';
		if (isNot) this.#tokens.take();
		if (this.#tokens.has('in')) {
			this.#tokens.must('(');
			const found = this.#call('in', [left, ...this.#tokens.list(() => this.read())], from);
			this.#tokens.must(')');
			return isNot ? this.#call('not', [found], from) : found;
		}
		if (!this.#tokens.is(...comparisons)) return left;
		const { value } = this.#tokens.take();
		const compared = this.#call(same[value] ?? value, [left, this.#joined(2)], from);
		if (this.#tokens.is(...comparisons)) this.#tokens.refuse('“and” of “or” tussen twee vergelijkingen');
		return compared;
	}

	#signed(): Expression {
		const { from } = this.#tokens.next;
		if (!this.#tokens.has('-')) return this.#single();
		const of = this.#within(() => this.#signed());
		return of.is === 'value' && typeof of.value === 'number'
			? { ...of, value: -of.value, from }
			: this.#call('negate', [of], from);
	}

	#single(): Expression {
		const token = this.#tokens.next;
		const { kind, value, from, to } = token;
		if (kind === 'number') {
			this.#tokens.take();
			if (!Number.isFinite(Number(value)))
				this.#problems.push({ message: 'Dit getal is te groot.', at: from });
			return { is: 'value', value: Number(value), from, to };
		}
		if (kind === 'text') {
			this.#tokens.take();
			return { is: 'value', value, from, to };
		}
		if (this.#tokens.has('null')) return { is: 'value', value: null, from, to };
		if (this.#tokens.is('true', 'false'))
			return { is: 'value', value: this.#tokens.take().value.toLowerCase() === 'true', from, to };
		if (this.#tokens.has('(')) {
			const inner = this.read();
			this.#tokens.must(')', 'een haakje “)”');
			return inner;
		}
		if (kind === 'word' && this.#tokens.after?.value === '(' && this.#tokens.after.kind === 'sign')
			return this.#function();
		if (!this.#tokens.isName()) this.#tokens.refuse('een kolom, een getal, een tekst of een functie');
		this.#tokens.take();
		return { is: 'column', name: value, from, to };
	}

	#function(): Expression {
		const { value, from } = this.#tokens.take();
		this.#tokens.must('(');
		const args = this.#tokens.is(')') ? [] : this.#tokens.list(() => this.read());
		this.#tokens.must(')', 'een komma of een haakje “)”');
		const name = value.toLowerCase();
		const known = functions.get(name);
		if (!known) {
			const all = [...functions.keys()].toSorted().join(', ');
			this.#problems.push({ message: `De functie “${value}” is er niet. Wel: ${all}.`, at: from });
		} else {
			const most = known.more ? Infinity : known.args.length;
			if (args.length < known.least || args.length > most)
				this.#problems.push({
					message: `Tussen de haakjes van ${name} horen ${wordsFor(known.least, most)} waarden, en het zijn er ${args.length}.`,
					at: from
				});
		}
		return this.#call(name, args, from);
	}
}

/**
 * Reads an expression up to where it ends.
 * @param problems gets the mistakes after which reading can go on
 * @throws {Unreadable} for a mistake after which it cannot
 */
export const readExpression = (tokens: TokenReader, problems: StepProblem[]): Expression =>
	new ExpressionReader(tokens, problems).read();

/** The expression itself and everything in it. */
export function* partsOf(expression: Expression): Generator<Expression> {
	yield expression;
	if (expression.is === 'call') for (const arg of expression.args) yield* partsOf(arg);
}

/** Whether an expression is a call of a function that looks at more than one row. */
export const looksBeyond = (expression: Expression): boolean =>
	expression.is === 'call' && findFunction(expression.name)?.looks !== 'row';
