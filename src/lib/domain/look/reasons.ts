import { missingSigns } from '../format.ts';
import { toMissing } from '../missing.ts';
import type { Missing } from '../../schema/observation.ts';

/** Why a row of an answer has no value: the sign that a picture shows, and what it means. */
export interface Reason {
	sign: string;
	meaning: string;
}

/** The first words of the reasons that the site itself writes in an answer, in either language. */
const words: readonly [RegExp, Missing][] = [
	[/^(verborgen|hidden|suppressed)$/i, 'suppressed'],
	[/^(niet gevraagd|not asked)$/i, 'not-asked'],
	[/^(nog niet bekend|not known yet|not yet known)$/i, 'not-yet'],
	[/^(niet van toepassing|not applicable)$/i, 'not-applicable'],
	[/^(onbekend|unknown)$/i, 'unknown']
];

/** What the signs mean in an answer, which may come from a file of the reader as well. */
const meanings: Record<Missing, string> = {
	suppressed: 'verborgen: het gaat over te weinig mensen',
	'not-asked': 'niet gevraagd: dit stond dat jaar niet in het onderzoek',
	'not-yet': 'nog niet bekend: het cijfer komt later',
	'not-applicable': 'niet van toepassing: dit cijfer kan hier niet bestaan',
	unknown: 'onbekend: dit cijfer is er niet'
};

/** Why infinity and the like have no place in a picture. */
export const noNumber: Reason = { sign: '÷0', meaning: 'geen gewoon getal, zoals na delen door nul' };

/** A word of a column with reasons, in Dutch or English or as the data write it. */
export const missingOf = (word: string): Missing | undefined =>
	toMissing(word) ?? words.find(([pattern]) => pattern.test(word.trim()))?.[1];

/** Of reasons of more columns (`2016: verborgen; 2020: onbekend`) the one of this column. */
function ofColumn(text: string, column: string): string {
	const own = text.split('; ').find((part) => part.startsWith(`${column}: `));
	return own === undefined ? text : own.slice(column.length + 2);
}

/** Signs of reasons that are no word of the data; with more of them than this a sign stands for the others. */
const letters = 'abcdefghijklm';

/** Gives each reason a sign, and the same reason the same one. */
export function reasonsOf(column: string): (text: unknown) => Reason {
	const own = new Map<string, Reason>();
	return (text) => {
		if (typeof text !== 'string' || text === '' || /^(definitive|provisional|estimate)$/.test(text))
			return { sign: '·', meaning: 'geen waarde: het antwoord zegt niet waarom' };
		const why = ofColumn(text, column);
		const known = missingOf(why);
		if (known) return { sign: missingSigns[known].sign, meaning: meanings[known] };
		const letter = letters[own.size];
		const found = own.get(why) ?? {
			sign: letter ? `(${letter})` : '*',
			meaning: letter ? why : 'een andere reden: die staat in de tabel'
		};
		if (letter) own.set(why, found);
		return found;
	};
}

/** The signs that stand in a picture, each once. */
export const signsIn = (marks: readonly { reason?: Reason | undefined }[]): Reason[] => [
	...new Map(marks.flatMap(({ reason }) => (reason ? [[reason.sign, reason] as const] : []))).values()
];
