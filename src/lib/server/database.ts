import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { edition } from '#lib/db/queries/index.ts';
import type { Query, Value } from '#lib/db/query.ts';

const path = '.cache/monitor.duckdb';
let connection: Promise<DuckDBConnection> | undefined;

async function connect(): Promise<DuckDBConnection> {
	const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
	return instance.connect();
}

/** One question after another: a connection cannot answer two at once. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a query on the built database.
 * @param values one for each of the query's parameters
 * @throws when a row does not fit the query's schema
 */
export function run<Row>(query: Query<Row>, ...values: Value[]): Promise<Row[]> {
	const answer = last.then(async () => {
		connection ??= connect();
		const reader = await (await connection).runAndReadAll(query.sql, values);
		return reader.getRowObjectsJS().map((row) => query.row.parse(row));
	});
	last = answer.catch(() => undefined);
	return answer;
}

/** Which edition the pages of this build are made with: their database must be the same. */
export async function builtEdition(): Promise<string> {
	const [row] = await run(edition);
	if (!row) throw new Error(`${path} has no edition: run npm run data again`);
	return row.stamp;
}
