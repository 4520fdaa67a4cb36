import type { Result } from '../result.ts';
import { identifier } from '../sql/write.ts';

/** The name that a DuckDB file gets: a question writes it before the name of each of its tables. */
export const attachedAs = 'eigen';

/** How a DuckDB file comes in: under a name of its own, and only to be read. */
export const databaseSql = {
	as: 'eigen.duckdb',
	sql: `attach 'eigen.duckdb' as ${attachedAs} (read_only)`,
	once: false,
	problem:
		'De rekenmodule kan dit bestand van DuckDB niet openen. Het is stuk, versleuteld, of van een andere versie.'
};

/** Whether a file says that it is a DuckDB database, by its first 16 bytes. */
export const isDatabase = (start: Uint8Array): boolean =>
	['D', 'U', 'C', 'K'].every((letter, i) => start[8 + i] === letter.charCodeAt(0));

/** Bytes of the three headers that a DuckDB database begins with: of the file, and twice of what is in it. */
export const headerBytes = 3 * 4096;

/** Whether the name of a file says that it is a database: what does not begin as one is no text either. */
export const isDatabaseName = (name: string): boolean => /\.(duckdb|ddb|db)$/i.test(name);

/**
 * Whether a DuckDB file is as long as its newest header says; the engine would look for the rest without end.
 * @param head the first `headerBytes` of the file
 * @param size bytes of the whole file
 * @see https://duckdb.org/docs/stable/internals/storage: blocks of one size stand behind the headers
 */
export function isWhole(head: Uint8Array, size: number): boolean {
	if (head.length < headerBytes) return false;
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const number = (header: number, field: number) => view.getBigUint64(header * 4096 + field * 8, true);
	const newest = number(2, 1) > number(1, 1) ? 2 : 1;
	return BigInt(size) >= BigInt(headerBytes) + number(newest, 4) * number(newest, 5);
}

/** Asks for the columns of all tables of the file; views are left out, since they run what somebody else wrote. */
export const tablesSql = `select t.schema_name, t.table_name, t.estimated_size as rows, c.column_name, c.data_type, c.is_nullable
from duckdb_tables() t join duckdb_columns() c on c.database_name = t.database_name and c.table_oid = t.table_oid
where t.database_name = '${attachedAs}'
order by t.schema_name, t.table_name, c.column_index`;

/** A table of a DuckDB file; `written` is its name as a question writes it. */
export interface DatabaseTable {
	written: string;
	rows: number;
	columns: { name: string; type: string; note: string; optional: boolean }[];
}

/** The tables of a file from the answer to `tablesSql`. */
export function toTables({ rows }: Pick<Result, 'rows'>): DatabaseTable[] {
	const tables = new Map<string, DatabaseTable>();
	for (const [schema, table, size, name, type, optional] of rows) {
		const written = [attachedAs, ...(schema === 'main' ? [] : [schema]), table]
			.map((each) => identifier(String(each)))
			.join('.');
		const own = tables.get(written) ?? { written, rows: Number(size), columns: [] };
		tables.set(written, own);
		own.columns.push({ name: String(name), type: String(type), note: '', optional: optional === true });
	}
	return [...tables.values()];
}
