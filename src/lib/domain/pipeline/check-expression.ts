import type { Column, ColumnKind } from '../result.ts';
import { findFunction, type PipelineFunction, type Wanted } from './functions.ts';
import { looksBeyond } from './expression.ts';
import type { Expression, Name, StepProblem } from './step.ts';

/** What an expression gives; nothing where that cannot be known, such as for `null` or after a mistake. */
export type Kind = ColumnKind | undefined;

const kindNames: Record<ColumnKind, string> = {
	number: 'een getal',
	text: 'een tekst',
	boolean: 'waar of niet waar',
	day: 'een dag'
};

/**
 * The place of a column by its name.
 * @returns nothing where it is not there, or stands there twice; `problems` then says so
 */
export function findColumn(
	name: Name,
	columns: readonly Column[],
	problems: StepProblem[]
): number | undefined {
	const found = columns.flatMap((column, i) => (column.name === name.name ? [i] : []));
	if (found.length === 1) return found[0];
	const like = columns.find((column) => column.name.toLowerCase() === name.name.toLowerCase());
	const all = columns.slice(0, 20).map((column) => column.name);
	problems.push({
		message:
			found.length > 1
				? `De kolom “${name.name}” staat er ${found.length} keer: geef ze in de SQL elk een eigen naam.`
				: `De kolom “${name.name}” is er niet. ${like ? `Bedoelt u “${like.name}”?` : `Wel: ${all.join(', ')}${columns.length > all.length ? ', …' : ''}.`}`,
		at: name.from
	});
	return undefined;
}

function kindOfValue(value: string | number | boolean | null): Kind {
	if (typeof value === 'string') return 'text';
	if (typeof value === 'number') return 'number';
	return value === null ? undefined : 'boolean';
}

/** What may be in an expression: functions that look at more than a row, and in a rollup no column outside of those. */
export interface Place {
	columns: readonly Column[];
	beyond: 'all' | 'groups';
}

const fits = (kind: Kind, wanted: ColumnKind): boolean => kind === undefined || kind === wanted;

/** Works out what an expression gives, and tells in `problems` what does not fit. */
export class ExpressionCheck {
	#place: Place;
	#problems: StepProblem[];

	constructor(place: Place, problems: StepProblem[]) {
		this.#place = place;
		this.#problems = problems;
	}

	/** @param inside the function over more rows that this stands in */
	kindOf(expression: Expression, inside?: string): Kind {
		if (expression.is === 'value') return kindOfValue(expression.value);
		if (expression.is === 'call') return this.#call(expression, inside);
		const at = findColumn(expression, this.#place.columns, this.#problems);
		if (this.#place.beyond === 'groups' && !inside)
			this.#tell(
				`Bij rollup staat een kolom in een functie over meer regels, zoals mean(${expression.name}).`,
				expression
			);
		return at === undefined ? undefined : this.#place.columns[at]!.kind;
	}

	#tell(message: string, { from }: Expression): void {
		this.#problems.push({ message, at: from });
	}

	#call(call: Expression & { is: 'call' }, inside?: string): Kind {
		const known = findFunction(call.name);
		const isBeyond = looksBeyond(call);
		if (isBeyond && inside)
			this.#tell(
				`${call.name} kan niet binnen ${inside} staan: maak er eerst met derive een kolom van.`,
				call
			);
		if (known?.looks === 'around' && this.#place.beyond === 'groups')
			this.#tell(`${call.name} kan niet bij rollup: gebruik derive.`, call);
		const within = isBeyond ? call.name : inside;
		const kinds = call.args.map((arg) => this.kindOf(arg, within));
		return known && this.#fit(call, known, kinds);
	}

	#fit(call: Expression & { is: 'call' }, known: PipelineFunction, kinds: readonly Kind[]): Kind {
		let same: Kind;
		call.args.forEach((arg, i) => {
			const wanted: Wanted = known.args[Math.min(i, known.args.length - 1)] ?? 'any';
			const kind = kinds[i];
			if (wanted === 'any') return;
			if (wanted === 'literal') this.#literal(call, arg);
			else if (wanted !== 'same') {
				if (!fits(kind, wanted)) this.#mismatch(arg, kind, wanted);
			} else if (same && !fits(kind, same)) this.#mismatch(arg, kind, same);
			else same ??= kind;
		});
		this.#compared(call);
		if (/^[<>]/.test(call.name) && same === 'boolean')
			this.#tell('Van waar en niet waar is geen van beide groter.', call);
		return known.gives === 'same' ? same : known.gives;
	}

	#mismatch(arg: Expression, kind: Kind, wanted: ColumnKind): void {
		if (
			wanted === 'day' &&
			arg.is === 'value' &&
			typeof arg.value === 'string' &&
			/^\d{4}-\d\d-\d\d$/.test(arg.value)
		)
			return;
		this.#tell(`Hier hoort ${kindNames[wanted]}, en dit is ${kind ? kindNames[kind] : 'iets anders'}.`, arg);
	}

	#literal(call: Expression & { is: 'call' }, arg: Expression): void {
		const number = arg.is === 'value' ? arg.value : undefined;
		const isShare = call.name === 'quantile';
		if (
			typeof number !== 'number' ||
			!(isShare ? number >= 0 && number <= 1 : Number.isInteger(number) && number >= 0 && number <= 1000)
		)
			this.#tell(
				`Hier hoort een uitgeschreven ${isShare ? 'getal van 0 tot en met 1' : 'heel getal van 0 tot en met 1000'}.`,
				arg
			);
	}

	#compared({ name, args, from }: Expression & { is: 'call' }): void {
		const withNull = args.some((arg) => arg.is === 'value' && arg.value === null);
		if (withNull && (name === '=' || name === '!='))
			this.#problems.push({
				message: 'Met null is niets gelijk of ongelijk: gebruik missing(…), of “is null”.',
				at: from
			});
	}
}
