/** A text as SQL writes it; nothing in it can end it. */
export const literal = (value: string | number): string =>
	typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** A name of a column or table as SQL writes it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A quoted text, a parameter that is a list of codes or of whole numbers, or any other parameter. */
const parameter = /'(?:[^']|'')*'|\(select unnest\(string_split\(\$(\d+), ','\)\)(::int)?\)|\$(\d+)/g;

/**
 * A query of the catalogue with its values written out, so that a reader can run and change it. A list of codes, which
 * is one text with commas to the catalogue, is written as a list.
 * @param values what `$1`, `$2`, … stand for
 */
export const writeOut = (sql: string, values: readonly (string | number)[]): string =>
	sql.trim().replaceAll(parameter, (found, list?: string, isNumber?: string, single?: string) => {
		const value = values[Number(list ?? single) - 1];
		if (value === undefined) return found;
		if (list === undefined) return literal(value);
		const each = String(value).split(',');
		return `(${each.map((one) => literal(isNumber ? Number(one) : one)).join(', ')})`;
	});
