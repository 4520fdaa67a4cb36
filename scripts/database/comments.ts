import { identifier, literal } from '#lib/domain/sql/write.ts';

/**
 * SQL that writes what a table and its columns are into the database itself.
 * @param table name of a table that is there
 */
export function commentsOn(table: string, columns: Record<string, string>, meaning?: string): string[] {
	return [
		...(meaning === undefined ? [] : [`comment on table ${identifier(table)} is ${literal(meaning)}`]),
		...Object.entries(columns).map(
			([column, text]) => `comment on column ${identifier(table)}.${identifier(column)} is ${literal(text)}`
		)
	];
}
