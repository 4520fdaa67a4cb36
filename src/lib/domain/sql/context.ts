import { endOfPiece } from './split.ts';

/** The piece that a cursor is in: nothing of SQL is there, or a text in quotes with where its content is. */
export interface Inside {
	kind: 'comment' | 'text';
	from: number;
	to: number;
	closed: boolean;
}

/** Where a cursor stands in a text with SQL. */
export interface Context {
	/** The statement around it, without comments; texts in quotes are empty. */
	statement: string;
	/** The same, up to the cursor, or up to the piece that it is in. */
	before: string;
	inside?: Inside;
}

const isText = (piece: string): boolean => /^e?'/i.test(piece);
const isName = (piece: string): boolean => piece.startsWith('"');
const isPiece = (piece: string): boolean => piece.length > 1 || /^['"]/.test(piece);

/** What is left of a piece: only a name means something for the rest. */
function shell(piece: string): string {
	if (isName(piece)) return piece;
	return /^(--|\/\*)/.test(piece) ? ' ' : "''";
}

/** Whether a text or name in quotes has its end. */
function isClosed(piece: string): boolean {
	const quote = isName(piece) ? '"' : "'";
	return piece
		.slice(piece.indexOf(quote) + 1)
		.replaceAll(quote + quote, '')
		.endsWith(quote);
}

/** What is not closed, and a comment of one line, still go on at their end. */
function goesOn(piece: string): boolean {
	if (isText(piece) || isName(piece)) return !isClosed(piece);
	return piece.startsWith('--');
}

function insideOf(piece: string, from: number): Inside {
	if (!isText(piece)) return { kind: 'comment', from, to: from + piece.length, closed: false };
	const closed = isClosed(piece);
	const start = from + piece.indexOf("'") + 1;
	return { kind: 'text', from: start, to: from + piece.length - (closed ? 1 : 0), closed };
}

/**
 * Reads a text with SQL around a cursor.
 * @param at the cursor, as an index in the text
 */
export function contextOf(sql: string, at: number): Context {
	let statement = '';
	let before: string | undefined;
	let inside: Inside | undefined;
	for (let i = 0; i < sql.length;) {
		const next = endOfPiece(sql, i);
		const piece = sql.slice(i, next);
		if (i >= at) before ??= statement;
		if (piece === ';') {
			if (before !== undefined) break;
			statement = '';
		} else if (isPiece(piece)) {
			if (at > i && (at < next || (at === next && goesOn(piece)))) {
				before = statement;
				inside = insideOf(piece, i);
			}
			statement += shell(piece);
		} else statement += piece;
		i = next;
	}
	return { statement, before: before ?? statement, ...(inside && { inside }) };
}
