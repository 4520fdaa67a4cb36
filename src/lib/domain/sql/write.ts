/** A text as SQL writes it; nothing in it can end it. */
export const literal = (value: string | number): string =>
	typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** A name of a column or table as SQL writes it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * A query of the catalogue with its values written out, so that a reader can run and change it.
 * @param values what `$1`, `$2`, … stand for
 */
export const writeOut = (sql: string, values: readonly (string | number)[]): string =>
	sql.trim().replaceAll(/'(?:[^']|'')*'|\$(\d+)/g, (found, index: string | undefined) => {
		const value = index === undefined ? undefined : values[Number(index) - 1];
		return value === undefined ? found : literal(value);
	});
