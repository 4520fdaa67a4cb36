import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api';
import { explain } from '#lib/domain/sql/problem.ts';
import type { Dataset } from '#lib/schema/model.ts';
import { fill } from '#scripts/database/fill.ts';
import { sortProblems, type Problem } from '#scripts/read/problem.ts';
import type { Loaded, LoadedQuestion } from './load.ts';
import { onlyReads } from './questions.ts';

/** From here on nothing outside the database can be read, and that cannot be undone. */
const locks = [
	'set errors_as_json = true',
	'set enable_external_access = false',
	'set lock_configuration = true'
];

/** The place of an index in the SQL; in a block (`sql: |`) the text begins on the line below its name. */
function problemInSql({ question }: LoadedQuestion, expected: string, at?: number): Problem {
	const { sql } = question!.value!;
	const own = question!.problemAt(['sql'], expected);
	const before = at === undefined ? [] : sql.slice(0, at).split('\n');
	return sql.includes('\n') && before.length > 0
		? { ...own, line: own.line + before.length, column: 1 }
		: own;
}

/** Asks one question; a question that reads and has rows gives no problems but those of its view. */
async function ask(connection: DuckDBConnection, loaded: LoadedQuestion): Promise<Problem[]> {
	const { sql, view } = loaded.question!.value!;
	try {
		const statements = await connection.extractStatements(sql);
		const prepared = await statements.prepare(0);
		if (prepared.statementType !== StatementType.SELECT) return [problemInSql(loaded, onlyReads)];
		const reader = await prepared.runAndReadAll();
		if (reader.currentRowCount === 0)
			return [problemInSql(loaded, 'een vraag met een antwoord; deze geeft geen enkele regel')];
		const columns = reader.columnNames();
		return Object.entries(view).flatMap(([role, column]) =>
			typeof column !== 'string' || role === 'kind' || columns.includes(column)
				? []
				: [
						loaded.question!.problemAt(
							['view', role],
							`een kolom van het antwoord: ${columns.join(', ')}`,
							column
						)
					]
		);
	} catch (error) {
		const { message, detail, at } = explain(error instanceof Error ? error.message : String(error), sql);
		return [problemInSql(loaded, `SQL die werkt. ${message} (${detail.split('\n')[0]})`, at)];
	}
}

/**
 * Asks every saved question of a database with these data, with everything outside it closed.
 * @returns what is wrong with them, sorted
 */
export async function checkAnswers({ questions }: Loaded, dataset: Dataset): Promise<Problem[]> {
	const shown = new Set(dataset.model.questions.map(({ id }) => id));
	if (shown.size === 0) return [];
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		await fill(connection, dataset);
		for (const lock of locks) await connection.run(lock);
		const problems: Problem[] = [];
		for (const each of questions) if (shown.has(each.id)) problems.push(...(await ask(connection, each)));
		return sortProblems(problems);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
