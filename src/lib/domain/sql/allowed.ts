import { endOfPiece, type Statement } from './split.ts';

/** What a statement of a reader may begin with. What else is locked is up to the engine; this says so in plain words. */
const reading = /^(select|with|from|values|table|describe|desc|show|summarize|explain|pivot|unpivot|\()/i;
const ownTable = /^create\s+(or\s+replace\s+)?(temp|temporary)\s/i;
const onOwnTable = /^(drop|insert|update|delete|alter)\s/i;

/**
 * Functions that read a file, wherever in a statement. The engine refuses every path but those of the databases that it has
 * open, so that this lets nobody at anything; it says why, and what is no question about the data is none.
 */
const readsFile =
	/\b(read_(?:blob|text|csv|csv_auto|parquet|xlsx|duckdb|(?:nd)?json\w*)|sniff_csv|parquet_\w+)"?\s*\(/i;

/** The text that `query('…')` runs is a statement by itself. */
const runsText = /\bquery\s*\(\s*$/i;

/** A statement with spaces in the place of its texts and comments, so that every index stays what it is. */
export function withoutTexts(sql: string): string {
	let kept = '';
	for (let i = 0; i < sql.length;) {
		const end = endOfPiece(sql, i);
		const piece = sql.slice(i, end);
		const isCode = end === i + 1 || piece.startsWith('"') || runsText.test(kept.slice(-100));
		kept += isCode ? piece : ' '.repeat(piece.length);
		i = end;
	}
	return kept;
}

/** Why a statement is not run. */
export interface Objection {
	/** In Dutch. */
	message: string;
	/** Where in the statement, as an index in its text. */
	at: number;
}

/** Why a statement is not run; nothing where it is. */
export function objection({ text }: Pick<Statement, 'text'>): Objection | undefined {
	const reader = readsFile.test(text) ? readsFile.exec(withoutTexts(text)) : null;
	if (reader)
		return {
			message: `De functie “${reader[1]!}” leest een bestand. Bestanden en adressen blijven hier dicht: u leest alleen wat er al is.`,
			at: reader.index
		};
	if (reading.test(text) || ownTable.test(text) || onOwnTable.test(text)) return undefined;
	const word = /^\w+/.exec(text)?.[0] ?? text.slice(0, 20);
	return {
		message: /^create$/i.test(word)
			? 'Wat u hier maakt, blijft alleen zolang deze pagina open is. Schrijf daarom “create temp table” of “create temp view”.'
			: `De opdracht “${word}” kan hier niet. U kunt cijfers opvragen, en tijdelijke tabellen maken met “create temp table”. Bestanden, andere databases en instellingen blijven dicht.`,
		at: 0
	};
}
