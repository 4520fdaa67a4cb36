import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { edition } from '#lib/db/queries/index.ts';
import type { Query, Value } from '#lib/db/query.ts';
import type { Result } from '#lib/domain/result.ts';
import { fromNative } from '#lib/domain/sql/native.ts';

const path = '.cache/monitor.duckdb';
let connection: Promise<DuckDBConnection> | undefined;

async function connect(): Promise<DuckDBConnection> {
	const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
	const made = await instance.connect();
	// Saved questions run here too: nothing but this database can be read.
	for (const lock of ['set enable_external_access = false', 'set lock_configuration = true'])
		await made.run(lock);
	return made;
}

/** One question after another: a connection cannot answer two at once. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<Answer>(ask: (on: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
	const answer = last.then(async () => ask(await (connection ??= connect())));
	last = answer.catch(() => undefined);
	return answer;
}

/** Answers that were given before, by query and values: the database of a build does not change. */
const answers = new Map<string, Promise<readonly unknown[]>>();

/**
 * Runs a query on the built database, or gives what it answered before: thousands of pages ask the same.
 * @param values one for each of the query's parameters
 * @throws when a row does not fit the query's schema
 */
export function run<Row>(query: Query<Row>, ...values: Value[]): Promise<readonly Row[]> {
	const key = JSON.stringify([query.name, values]);
	const known = answers.get(key) as Promise<readonly Row[]> | undefined;
	if (known) return known;
	const rows = inTurn(async (on) => {
		const reader = await on.runAndReadAll(query.sql, values);
		return reader.getRowObjectsJS().map((row) => query.row.parse(row));
	});
	answers.set(key, rows);
	return rows;
}

/** Which edition the pages of this build are made with: their database must be the same. */
export async function builtEdition(): Promise<string> {
	const [row] = await run(edition);
	if (!row) throw new Error(`${path} has no edition: run npm run data again`);
	return row.stamp;
}

/**
 * The answer to SQL of a saved question, in the form in which the workbench has it.
 * @throws when the SQL does not run; that it does was checked before the build
 */
export const answer = (sql: string): Promise<Result> =>
	inTurn(async (on) => fromNative(await on.runAndReadAll(sql)));
