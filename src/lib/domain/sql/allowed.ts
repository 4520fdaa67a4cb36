import type { Statement } from './split.ts';

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

/** Why a statement is not run, in Dutch; nothing where it is. */
export function objection({ text }: Pick<Statement, 'text'>): string | undefined {
	const [, reader] = readsFile.exec(text) ?? [];
	if (reader !== undefined)
		return `De functie “${reader}” leest een bestand. Bestanden en adressen blijven hier dicht: u leest alleen wat er al is.`;
	if (reading.test(text) || ownTable.test(text) || onOwnTable.test(text)) return undefined;
	const word = /^\w+/.exec(text)?.[0] ?? text.slice(0, 20);
	if (/^create$/i.test(word))
		return 'Wat u hier maakt, blijft alleen zolang deze pagina open is. Schrijf daarom “create temp table” of “create temp view”.';
	return `De opdracht “${word}” kan hier niet. U kunt cijfers opvragen, en tijdelijke tabellen maken met “create temp table”. Bestanden, andere databases en instellingen blijven dicht.`;
}
