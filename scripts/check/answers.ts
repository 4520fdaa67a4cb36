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

/** What is wrong with a question, and whether it has an answer today. */
interface Asked {
	problems: Problem[];
	isEmpty?: boolean;
}

/** Asks one question; a question that reads gives no problems but those of its view. */
async function ask(connection: DuckDBConnection, loaded: LoadedQuestion): Promise<Asked> {
	const { sql, view } = loaded.question!.value!;
	try {
		const statements = await connection.extractStatements(sql);
		const prepared = await statements.prepare(0);
		if (prepared.statementType !== StatementType.SELECT)
			return { problems: [problemInSql(loaded, onlyReads)] };
		const reader = await prepared.runAndReadAll();
		const columns = reader.columnNames();
		const problems = Object.entries(view).flatMap(([role, column]) =>
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
		return { problems, isEmpty: reader.currentRowCount === 0 };
	} catch (error) {
		const { message, detail, at } = explain(error instanceof Error ? error.message : String(error), sql);
		return { problems: [problemInSql(loaded, `SQL die werkt. ${message} (${detail.split('\n')[0]})`, at)] };
	}
}

/**
 * Asks every saved question of a database with these data, with everything outside it closed.
 * @returns what is wrong with them, sorted, and a line for each without an answer: the figures may change below it
 */
export async function checkAnswers(
	{ questions }: Loaded,
	dataset: Dataset
): Promise<{ problems: Problem[]; told: string[] }> {
	const shown = new Set(dataset.model.questions.map(({ id }) => id));
	if (shown.size === 0) return { problems: [], told: [] };
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		await fill(connection, dataset);
		for (const lock of locks) await connection.run(lock);
		const problems: Problem[] = [];
		const told: string[] = [];
		for (const each of questions.filter(({ id }) => shown.has(id))) {
			const asked = await ask(connection, each);
			problems.push(...asked.problems);
			if (asked.isEmpty) told.push(`De vraag in ${each.file} geeft met deze gegevens geen enkele regel.`);
		}
		return { problems: sortProblems(problems), told };
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
