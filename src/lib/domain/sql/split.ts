/** One statement of a text with SQL, and where it begins in that text. */
export interface Statement {
	text: string;
	start: number;
}

/** A piece that a semicolon means nothing in: a comment, a quoted name, or a text in quotes or dollar signs. */
const closed = /--[^\n\r]*|"(?:[^"]|"")*"?|e'(?:[^'\\]|''|\\.)*'?|'(?:[^']|'')*'?|\$(\w*)\$/giy;

/** The end of a comment that may hold others. */
function endOfComment(sql: string, from: number): number {
	let depth = 0;
	for (let i = from; i < sql.length; i++) {
		const two = sql.slice(i, i + 2);
		if (two === '/*') depth++;
		else if (two === '*/' && --depth === 0) return i + 2;
		if (two === '/*' || two === '*/') i++;
	}
	return sql.length;
}

/** The end of what begins at a place: one letter, or a whole piece (a comment, a text, a quoted name). */
export function endOfPiece(sql: string, at: number): number {
	if (sql.startsWith('/*', at)) return endOfComment(sql, at);
	closed.lastIndex = at;
	const found = closed.exec(sql);
	if (!found) return at + 1;
	// An "e" is only the start of a text where it does not end a word.
	if (/^e/i.test(found[0]) && /\w/.test(sql[at - 1] ?? '')) return at + 1;
	if (found[1] === undefined) return at + found[0].length;
	if (/\w/.test(sql[at - 1] ?? '')) return at + 1;
	const end = sql.indexOf(found[0], at + found[0].length);
	return end < 0 ? sql.length : end + found[0].length;
}

const isComment = (sql: string, at: number): boolean => sql.startsWith('--', at) || sql.startsWith('/*', at);

/**
 * The statements of a text, without what is empty or only a comment. Semicolons in texts, names and comments do not
 * count; what is not closed goes on to the end, so that the engine tells what is wrong with it.
 */
export function splitStatements(sql: string): Statement[] {
	const statements: Statement[] = [];
	let start: number | undefined;
	let end = 0;
	const close = () => {
		if (start !== undefined) statements.push({ text: sql.slice(start, end), start });
		start = undefined;
	};
	for (let i = 0; i < sql.length;) {
		const next = endOfPiece(sql, i);
		if (sql[i] === ';') close();
		else if (/\S/.test(sql[i]!) && !isComment(sql, i)) {
			start ??= i;
			end = next;
		}
		i = next;
	}
	close();
	return statements;
}
