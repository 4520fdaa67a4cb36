import type { WordColumn, Words, WordTable } from '../../schema/words.ts';
import { contextOf, type Context, type Inside } from './context.ts';
import { literal } from './write.ts';

/** Something that may stand at the cursor. */
export interface Suggestion {
	kind: 'column' | 'table' | 'value' | 'function' | 'keyword' | 'type';
	/** What is shown, and found by what is typed; a value is found by its detail too. */
	label: string;
	/** What comes in the text. */
	text: string;
	/** What it is, in a few words. */
	detail: string;
	/** What it means; of functions in English. */
	info: string;
}

/** What may stand at the cursor, in the place of the text between two indexes. */
export interface Suggestions {
	from: number;
	to: number;
	options: Suggestion[];
}

const bare = (name: string): string =>
	(name.startsWith('"') ? name.slice(1).replace(/"$/, '').replaceAll('""', '"') : name).toLowerCase();

const name = String.raw`(?:\w+|"[^"]*"?)`;
const named = new RegExp(String.raw`(${name})(?:\s+(?:as\s+)?(${name}))?`, 'giy');

/** The tables that a statement reads, by all names that it gives them. */
export function tablesIn(statement: string, tables: readonly WordTable[]): Map<string, WordTable> {
	const known = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
	const found = new Map<string, WordTable>();
	for (const { 0: start, index } of statement.matchAll(/\b(?:from|join)\s+|,\s*/gi)) {
		named.lastIndex = index + start.length;
		const [, first = '', alias] = named.exec(statement) ?? [];
		const table = known.get(bare(first));
		if (!table) continue;
		// A column after a comma may be called as a table; the name of one that is read comes first.
		const isRead = !start.startsWith(',') || /\bfrom\b/i.test(statement.slice(0, index));
		if (!isRead) continue;
		found.set(bare(first), table);
		if (alias !== undefined) found.set(bare(alias), table);
	}
	return found;
}

const columnOf =
	(table: WordTable) =>
	(column: WordColumn): Suggestion => ({
		kind: 'column',
		label: column.name,
		text: column.written,
		detail: column.type,
		info: `Kolom van ${table.name}. ${column.note ?? ''}`.trim()
	});

/** Columns of tables; one that more of them have is there once, with all of them named. */
function columnsOf(tables: Iterable<WordTable>): Suggestion[] {
	const found = new Map<string, Suggestion>();
	for (const table of new Set(tables))
		for (const column of table.columns.map(columnOf(table))) {
			const before = found.get(column.label);
			found.set(column.label, before ? { ...before, info: `${before.info} ${column.info}` } : column);
		}
	return [...found.values()];
}

const tableSuggestions = ({ tables }: Words): Suggestion[] =>
	tables.map(({ name, written, meaning }) => ({
		kind: 'table',
		label: name,
		text: written,
		detail: 'tabel',
		info: meaning ?? ''
	}));

const plainWords = ({ functions, keywords, types }: Words): Suggestion[] => [
	...functions.map(([label, takes, info]): Suggestion => ({
		kind: 'function',
		label,
		text: label,
		detail: `(${takes})`,
		info
	})),
	...keywords.map((label): Suggestion => ({ kind: 'keyword', label, text: label, detail: '', info: '' })),
	...types.map((label): Suggestion => ({ kind: 'type', label, text: label, detail: 'soort', info: '' }))
];

const comparison = new RegExp(
	String.raw`(?:(${name})\s*\.\s*)?(${name})\s*(?:=|<>|!=|[<>]=?|\b(?:not\s+)?(?:i?like|in\s*\([^()]*))\s*$`,
	'i'
);

/** What a column that is compared with a text can be. */
function valuesAt(
	{ statement, before }: Context,
	{ from, to, closed }: Inside,
	at: number,
	sql: string,
	words: Words
) {
	const [, prefix, column] = comparison.exec(before) ?? [];
	if (column === undefined) return undefined;
	const read = tablesIn(statement, words.tables);
	const tables = prefix === undefined ? [...new Set(read.values())] : [read.get(bare(prefix))];
	const lists = new Set(
		(tables.length > 0 ? tables : words.tables).flatMap(
			(table) => table?.columns.find((each) => each.name.toLowerCase() === bare(column))?.list ?? []
		)
	);
	// What is not closed on its own line ends where the cursor is.
	const whole = closed && !sql.slice(from, to).includes('\n');
	const options = [...lists].flatMap((list) =>
		(words.values[list] ?? []).map(([value, title]): Suggestion => ({
			kind: 'value',
			label: value,
			text: literal(value).slice(1, -1) + (whole ? '' : "'"),
			detail: title,
			info: ''
		}))
	);
	return { from, to: whole ? to : at, options };
}

/**
 * What may stand at a cursor in a text with SQL.
 * @param at the cursor, as an index in the text
 * @param words what there is to choose from
 * @returns all that fits the place, whatever was typed of it; nothing in a comment
 */
export function suggest(sql: string, at: number, words: Words): Suggestions | undefined {
	const context = contextOf(sql, at);
	const { inside, statement, before } = context;
	if (inside) return inside.kind === 'text' ? valuesAt(context, inside, at, sql, words) : undefined;
	const typed = /\w*$/.exec(before)![0];
	const range = { from: at - typed.length, to: at };
	const start = before.slice(0, before.length - typed.length);
	const read = tablesIn(statement, words.tables);
	const [, prefix] = new RegExp(String.raw`(${name})\s*\.$`).exec(start) ?? [];
	if (prefix !== undefined) {
		const table = read.get(bare(prefix)) ?? words.tables.find((each) => each.name === bare(prefix));
		return table && { ...range, options: table.columns.map(columnOf(table)) };
	}
	if (/^\d/.test(typed)) return undefined;
	if (/\b(from|join|describe|summarize)\s+$/i.test(start))
		return { ...range, options: tableSuggestions(words) };
	return {
		...range,
		options: [
			...columnsOf(read.size > 0 ? read.values() : words.tables),
			...tableSuggestions(words),
			...plainWords(words)
		]
	};
}
