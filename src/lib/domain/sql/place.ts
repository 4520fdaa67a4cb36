/** A piece of a text, from one index up to another. */
export interface Span {
	from: number;
	to: number;
}

/** Where something is in a text, for the eye and in words. */
export interface Place extends Span {
	/** Both count from 1; a sign beyond the first plane of Unicode counts once. */
	line: number;
	column: number;
}

/**
 * The place of an error: the word that begins there, or else one sign. At the end of a text it is the last sign that
 * can be seen.
 * @param at an index in the text
 */
export function placeOf(text: string, at: number): Place {
	const end = text.trimEnd().length;
	const from = Math.max(0, at < end ? at : end - 1);
	const before = text.slice(0, from).split('\n');
	const word = /^(\w+|'[^'\n]*'?|"[^"\n]*"?|.)/u.exec(text.slice(from))?.[0] ?? '';
	return {
		from,
		to: from + word.length,
		line: before.length,
		column: Array.from(before.at(-1)!).length + 1
	};
}
