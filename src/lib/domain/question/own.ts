import { enumerate } from '../format.ts';

/** A file of the reader that is open, as far as a question can name it. */
export interface OwnTables {
	/** Name of the file. */
	name: string;
	tables: readonly {
		/** As a question writes it. */
		written: string;
	}[];
	/** The name before all of its tables, of a file that is a database. */
	attached?: string | undefined;
	/** Statements that were run while it was open: they may have made tables of it. */
	run: string[];
}

const makes =
	/^(?:create\s[^(]*?(?:table|view)\s+(?:if\s+not\s+exists\s+)?|insert\s+(?:or\s+\w+\s+)?into\s+)("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_]*)/iu;

/** Whether a text has a name in it, whichever way it is written; that of a database only with a dot behind it. */
function mentions(text: string, written: string, isDatabase = false): boolean {
	const name = written.startsWith('"') ? written.slice(1, -1) : written;
	const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const after = isDatabase ? '"?\\s*\\.' : '(?![\\p{L}\\p{N}_])';
	return new RegExp(`(?<![\\p{L}\\p{N}_])${word}${after}`, 'iu').test(text);
}

/**
 * Names of the files of the reader that an answer may rest on, also by way of a table that was made of one: rather one
 * too many than one too few.
 * @param texts SQL and steps of the answer
 */
export function ownIn(texts: readonly string[], files: readonly OwnTables[]): string[] {
	const used = files.filter(({ tables, attached, run }) => {
		const names = attached === undefined ? tables.map(({ written }) => written) : [];
		const rests = (text: string): boolean =>
			names.some((name) => mentions(text, name)) ||
			(attached !== undefined && mentions(text, attached, true));
		for (const sql of run) {
			const made = makes.exec(sql)?.[1];
			if (made !== undefined && rests(sql)) names.push(made);
		}
		return texts.some(rests);
	});
	return [...new Set(used.map(({ name }) => name))];
}

/** What is said of the address of a question: whether it is enough to get the same answer. @param own files it needs */
export const tellAddress = (own: readonly string[]): string =>
	own.length > 0
		? `Het adres bevat uw hele vraag en wat u ziet, maar niet uw bestand. Wie het opent, krijgt alleen een antwoord met hetzelfde bestand erbij: ${enumerate(own)}. Zonder dat u het deelt, ziet niemand het.`
		: 'Het adres bevat uw hele vraag en wat u ziet. Wie het opent, krijgt hetzelfde antwoord, zolang de cijfers niet veranderen. Zonder dat u het deelt, ziet niemand het.';

/** Why there is no code for R and Python; nothing where there is. */
export const tellNoCode = (own: readonly string[]): string =>
	own.length > 0
		? 'Code voor R en Python is er bij dit antwoord niet: die haalt de cijfers van deze site op, en uw eigen bestand staat daar niet bij.'
		: '';
