import { enumerate } from '../format.ts';
import { mentions } from './made.ts';

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
}

/**
 * Names of the files of the reader that an answer may rest on: rather one too many than one too few.
 * @param texts SQL of the answer and of what its steps joined, each with the statements that it rests on
 */
export function ownIn(texts: readonly string[], files: readonly OwnTables[]): string[] {
	const used = files.filter(({ tables, attached }) =>
		attached === undefined
			? tables.some(({ written }) => texts.some((text) => mentions(text, written)))
			: texts.some((text) => mentions(text, attached, true))
	);
	return [...new Set(used.map(({ name }) => name))];
}

/**
 * What is said of the address of a question: whether it is enough to get the same answer.
 * @param own files it needs
 * @param isMore whether it asks more than stands in the text of the reader, as what made a table before
 */
export const tellAddress = (own: readonly string[], isMore = false): string =>
	(isMore
		? 'Het adres dat u hier kopieert, bevat ook wat u eerder vroeg en waar dit antwoord op rust. '
		: '') +
	(own.length > 0
		? `Het adres bevat de vraag van dit antwoord en wat u ziet, maar niet uw bestand. Wie het opent, krijgt alleen een antwoord met hetzelfde bestand erbij: ${enumerate(own)}. Zonder dat u het deelt, ziet niemand het.`
		: 'Het adres bevat de vraag van dit antwoord en wat u ziet. Wie het opent, krijgt hetzelfde antwoord, zolang de cijfers niet veranderen. Zonder dat u het deelt, ziet niemand het.');

/** Why there is no code for R and Python; nothing where there is. */
export const tellNoCode = (own: readonly string[]): string =>
	own.length > 0
		? 'Code voor R en Python is er bij dit antwoord niet: die haalt de cijfers van deze site op, en uw eigen bestand staat daar niet bij.'
		: '';
