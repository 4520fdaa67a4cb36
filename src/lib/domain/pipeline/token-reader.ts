import type { Name, StepProblem } from './step.ts';
import type { Token } from './tokens.ts';

/** Thrown for a mistake after which the rest of a step cannot be read. */
export class Unreadable extends Error {
	override readonly name = 'Unreadable';
	readonly problem: StepProblem;

	constructor(problem: StepProblem) {
		super(problem.message);
		this.problem = problem;
	}
}

/** Words that mean something in every step; a column of that name stands between double quotes. */
const reserved = new Set([
	'and',
	'or',
	'not',
	'in',
	'is',
	'null',
	'true',
	'false',
	'by',
	'as',
	'desc',
	'asc'
]);

/** A name of a column as steps write it. */
export const writeName = (name: string): string =>
	/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !reserved.has(name.toLowerCase())
		? name
		: `"${name.replaceAll('"', '""')}"`;

const shown = ({ kind, value }: Token): string =>
	kind === 'end' ? 'hier houdt de stap op' : `hier staat “${value}”`;

/** Walks through the pieces of one step. */
export class TokenReader {
	#tokens: Token[];
	#at = 0;

	/** @param tokens with an `end` as the last */
	constructor(tokens: Token[]) {
		this.#tokens = tokens;
	}

	get next(): Token {
		return this.#tokens[this.#at]!;
	}

	get after(): Token | undefined {
		return this.#tokens[this.#at + 1];
	}

	/** Where the piece before this one ended. */
	get last(): number {
		return this.#tokens[this.#at - 1]?.to ?? this.next.from;
	}

	take(): Token {
		const token = this.next;
		if (token.kind !== 'end') this.#at++;
		return token;
	}

	/** Whether a sign or word stands here. */
	is(...values: string[]): boolean {
		const { kind, value } = this.next;
		return (
			(kind === 'sign' && values.includes(value)) || (kind === 'word' && values.includes(value.toLowerCase()))
		);
	}

	/** Takes a sign or word where it stands here. */
	has(...values: string[]): boolean {
		const here = this.is(...values);
		if (here) this.take();
		return here;
	}

	/** @throws {Unreadable} with what was expected in its place */
	refuse(expected: string, at = this.next.from): never {
		throw new Unreadable({ message: `Verwacht: ${expected}; ${shown(this.next)}.`, at });
	}

	/** @throws {Unreadable} where another piece stands here */
	must(value: string, expected = `“${value}”`): void {
		if (!this.has(value)) this.refuse(expected);
	}

	isName(): boolean {
		const { kind, value } = this.next;
		return kind === 'name' || (kind === 'word' && !reserved.has(value.toLowerCase()));
	}

	/** @throws {Unreadable} where no name of a column stands here */
	name(expected = 'de naam van een kolom'): Name {
		if (!this.isName()) {
			const isReserved = this.next.kind === 'word';
			this.refuse(isReserved ? `${expected} (een kolom die zo heet staat tussen "…")` : expected);
		}
		const { value, from, to } = this.take();
		return { name: value, from, to };
	}

	/** What is between commas, at least once. */
	list<Item>(read: () => Item): Item[] {
		const items = [read()];
		while (this.has(',')) items.push(read());
		return items;
	}
}
