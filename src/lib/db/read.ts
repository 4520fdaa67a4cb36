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

/** More columns than this no page can show. */
const mostColumns = 500;

/** What the rows of an answer may take together: a cell counts for eight letters, with those of a text in it. */
const mostLetters = 32_000_000;

/** What a cell takes, as letters. */
function lettersIn(cell: unknown): number {
	if (typeof cell === 'string') return 8 + cell.length;
	if (typeof cell !== 'object' || cell === null) return 8;
	if (ArrayBuffer.isView(cell)) return 8 + cell.byteLength;
	return Object.values(cell).reduce<number>((sum, each) => sum + lettersIn(each), 8);
}

/** What asks the engine, as far as an answer is read with it. */
export type Asked = Pick<Engine['connection'], 'send' | 'query' | 'cancelSent'>;

/**
 * Reads an answer as it comes in, up to a number of rows, and fewer where these are very large.
 * @throws {EngineError} in Dutch, where it has too many columns or its first row is too large alone
 */
export async function read(connection: Asked, sql: string, limit: number): Promise<RawResult> {
	const reader = await (await connection.send(sql, true)).open();
	// The reader forgets them when it is done.
	const columns = reader.schema.fields.map(({ name, type }) => ({ name, type: String(type) }));
	if (columns.length > mostColumns) {
		await connection.cancelSent();
		throw new EngineError(
			`Dit antwoord heeft ${columns.length} kolommen, en meer dan ${mostColumns} zijn hier niet te laten zien. Noem de kolommen die u nodig hebt, of zet ze onder elkaar.`
		);
	}
	const hasWords = columns.some(({ type }) => type.includes('Dictionary'));
	if (hasWords) await connection.cancelSent();
	const batches = hasWords ? await withWords(connection, sql, limit) : reader;
	const rows: unknown[][] = [];
	let letters = 0;
	let cut = false;
	for await (const batch of batches) {
		const cells = columns.map(({ type }, i) => {
			const vector = batch.getChildAt(i);
			return vector ? cellsOf(vector, type) : () => null;
		});
		for (let row = 0; row < batch.numRows && !cut; row++) {
			const own = rows.length < limit ? cells.map((cell) => cell(row)) : undefined;
			for (const cell of own ?? []) letters += lettersIn(cell);
			if (own && letters <= mostLetters) rows.push(own);
			else cut = true;
		}
		if (cut) break;
	}
	if (cut && !hasWords) await connection.cancelSent();
	if (cut && rows.length === 0)
		throw new EngineError(
			'Eén regel van dit antwoord is al te groot om te laten zien. Vraag kortere teksten of lijsten.'
		);
	return { columns, rows, cut };
}
