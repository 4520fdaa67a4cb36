import { identifier, literal } from '../sql/write.ts';

/** SQL that is built up in steps, each with a name and a word of explanation. */
export class Steps {
	#steps: { name: string; sql: string; why: string }[] = [];

	/** @returns the name of the step, which later ones read from */
	add(name: string, sql: string, why = ''): string {
		const taken = this.#steps.filter((step) => step.name === name || step.name.startsWith(`${name}_`)).length;
		const own = taken > 0 ? `${name}_${taken + 1}` : name;
		this.#steps.push({ name: own, sql, why });
		return own;
	}

	toString(): string {
		const written = this.#steps.map(
			({ name, sql, why }) => `${why ? `${comment(why)}\n` : ''}${name} as (\n${indent(sql)}\n)`
		);
		// A comment stands before the comma's next step, so that the text reads from top to bottom.
		return `with ${written.join(',\n')}`.replace(/^with (--[^\n]*\n)/, '$1with ');
	}
}

export const indent = (sql: string): string => sql.replaceAll(/^(?=.)/gm, '  ');

/** Values between brackets, as `in` wants them. */
export const listOf = (values: readonly (string | number)[]): string => `(${values.map(literal).join(', ')})`;

/** A column under another name; a plain name stands without quotes. */
export const named = (sql: string, name: string): string =>
	`${sql} as ${/^[a-z][a-z0-9_]*$/.test(name) ? name : identifier(name)}`;

/** Remarks of which some may be missing, as one text. */
export const remarks = (...parts: string[]): string => `nullif(concat_ws('; ',
    ${parts.join(',\n    ')}), '')`;

/** A name or text in a comment: nothing in it may end the line. */
export const comment = (text: string): string => `-- ${text.replaceAll(/\s+/g, ' ').trim()}`;
