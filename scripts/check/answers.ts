import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api';
import type { Result } from '#lib/domain/result.ts';
import { fromNative } from '#lib/domain/sql/native.ts';
import { explain } from '#lib/domain/sql/problem.ts';
import type { Dataset } from '#lib/schema/model.ts';
import { reshapeSaved } from '#lib/workers/reshape/saved.ts';
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

/** The place of an index in a text; in a block (`sql: |`) the text begins on the line below its name. */
function problemIn(
	field: 'sql' | 'steps',
	{ question }: LoadedQuestion,
	expected: string,
	at?: number
): Problem {
	const text = question!.value![field] ?? '';
	const own = question!.problemAt([field], expected);
	const before = at === undefined ? [] : text.slice(0, at).split('\n');
	return text.includes('\n') && before.length > 0
		? { ...own, line: own.line + before.length, column: 1 }
		: own;
}

/** What is wrong with a question, and whether it has an answer today. */
interface Asked {
	problems: Problem[];
	isEmpty?: boolean;
}

/** The answer after its steps, or what is wrong with those. */
async function stepThrough(
	connection: DuckDBConnection,
	loaded: LoadedQuestion,
	result: Result
): Promise<{ result: Result } | { problems: Problem[] }> {
	const { steps } = loaded.question!.value!;
	if (steps === undefined) return { result };
	const answer = await reshapeSaved(result, steps, async (sql) =>
		fromNative(await connection.runAndReadAll(sql))
	);
	return 'result' in answer
		? answer
		: {
				problems: answer.problems.map(({ message, at }) =>
					problemIn('steps', loaded, `stappen die werken. ${message}`, at)
				)
			};
}

/** Asks one question; a question that reads gives no problems but those of its steps and its view. */
async function ask(connection: DuckDBConnection, loaded: LoadedQuestion): Promise<Asked> {
	const { sql, steps, view } = loaded.question!.value!;
	try {
		const statements = await connection.extractStatements(sql);
		const prepared = await statements.prepare(0);
		if (prepared.statementType !== StatementType.SELECT)
			return { problems: [problemIn('sql', loaded, onlyReads)] };
		const reader = await prepared.runAndReadAll();
		const answer = fromNative(reader);
		const stepped = await stepThrough(connection, loaded, answer);
		if ('problems' in stepped) return stepped;
		// Which columns the steps would make of no rows is not known.
		if (steps !== undefined && answer.rows.length === 0) return { problems: [], isEmpty: true };
		const columns = stepped.result.columns.map(({ name }) => name);
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
		return { problems, isEmpty: stepped.result.rows.length === 0 };
	} catch (error) {
		const { message, detail, at } = explain(error instanceof Error ? error.message : String(error), sql);
		return {
			problems: [problemIn('sql', loaded, `SQL die werkt. ${message} (${detail.split('\n')[0]})`, at)]
		};
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
