import { cellsOf } from './cells.ts';
import { EngineError } from './engine-error.ts';
import type { Engine } from './engine.ts';

/** Rows as the engine gives them: each column with the engine's own name of its type. */
export interface RawResult {
	columns: { name: string; type: string }[];
	rows: unknown[][];
	/** Whether there were more rows than the limit. */
	cut: boolean;
}

/** The engine leaves the words of a list of choices (`enum`) out of what it sends bit by bit; asked at once it gives them. */
async function withWords(connection: Asked, sql: string, limit: number) {
	try {
		const { batches } = await connection.query(`from (\n${sql.replace(/[;\s]+$/, '')}\n) limit ${limit + 1}`);
		return batches;
	} catch {
		throw new EngineError(
			'Dit antwoord heeft een kolom met vaste keuzes (enum), en die is zo niet te lezen. Maak er tekst van met “::varchar”.'
		);
	}
}

/** What asks the engine, as far as an answer is read with it. */
export type Asked = Pick<Engine['connection'], 'send' | 'query' | 'cancelSent'>;

/** Reads an answer as it comes in, up to a number of rows. */
export async function read(connection: Asked, sql: string, limit: number): Promise<RawResult> {
	const reader = await (await connection.send(sql, true)).open();
	// The reader forgets them when it is done.
	const columns = reader.schema.fields.map(({ name, type }) => ({ name, type: String(type) }));
	const hasWords = columns.some(({ type }) => type.includes('Dictionary'));
	if (hasWords) await connection.cancelSent();
	const batches = hasWords ? await withWords(connection, sql, limit) : reader;
	const rows: unknown[][] = [];
	let cut = false;
	for await (const batch of batches) {
		const cells = columns.map(({ type }, i) => {
			const vector = batch.getChildAt(i);
			return vector ? cellsOf(vector, type) : () => null;
		});
		for (let row = 0; row < batch.numRows && !cut; row++) {
			if (rows.length === limit) cut = true;
			else rows.push(cells.map((cell) => cell(row)));
		}
		if (cut) break;
	}
	if (cut && !hasWords) await connection.cancelSent();
	return { columns, rows, cut };
}
