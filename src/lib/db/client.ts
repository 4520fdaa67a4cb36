import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import { startEngine, type Engine, type Progress } from './engine.ts';
import type { Query, Value } from './query.ts';

/** The packed database of the site, and which edition of it the page was made with. */
export interface Database {
	url: string;
	edition: string;
}

const statements = new Map<string, Promise<AsyncPreparedStatement>>();

/** The catalogue of queries is small: each is prepared once and kept. */
function prepared(connection: AsyncDuckDBConnection, sql: string): Promise<AsyncPreparedStatement> {
	const statement = statements.get(sql) ?? connection.prepare(sql);
	statements.set(sql, statement);
	return statement;
}

let started: Promise<Engine> | undefined;

/**
 * Asks the database in the browser; the first time it fetches engine and database from the site itself.
 * @param database address of `monitor.duckdb.gz`, with the edition it is to be
 * @param report is told what happens while the engine starts
 * @returns the rows, checked against the query's schema
 * @throws EngineError with a reason for the reader; the next call tries again
 */
export async function ask<Row>(
	query: Query<Row>,
	values: readonly Value[],
	database: Database,
	report: (progress: Progress) => void
): Promise<Row[]> {
	started ??= startEngine({ databaseUrl: database.url, edition: database.edition, report });
	let connection: AsyncDuckDBConnection;
	try {
		({ connection } = await started);
	} catch (error) {
		started = undefined;
		throw error;
	}
	const statement = await prepared(connection, query.sql);
	const table = await statement.query(...values);
	const names = table.schema.fields.map(({ name }) => name);
	return Array.from({ length: table.numRows }, (_, i) =>
		query.row.parse(
			Object.fromEntries(names.map((name, column) => [name, table.getChildAt(column)?.get(i) as unknown]))
		)
	);
}
