import type { Asked } from './provenance.ts';

/** What is published of the database: the whole file, or a Parquet file for each table; absolute addresses. */
export type Published = { database: string } | { tables: Record<string, string> };

// Signs that turn the direction of text around make code look like other code.
const hidden = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;
const hiddenButLines = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

const code = (letter: string): string => letter.charCodeAt(0).toString(16).padStart(4, '0');

/** Half a letter cannot be written as UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

/** A text within one line of comment. */
const comment = (text: string): string =>
	`# ${Array.from(wellFormed(text), (letter) => (hidden.test(letter) ? ' ' : letter))
		.join('')
		.replace(/ +/g, ' ')
		.trim()}`;

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).map(comment);

/** A text as Python reads it: between triple quotes, with lines as they are. */
export function pythonText(text: string): string {
	const escaped = wellFormed(text)
		.replaceAll('\\', '\\\\')
		.replace(/""+|"$/g, (quotes) => quotes.replaceAll('"', '\\"'))
		.replace(hiddenButLines, (letter) => `\\u${code(letter)}`);
	return `"""${escaped}"""`;
}

/** The least number of dashes with which a raw string of R holds a text. */
function dashesFor(text: string): string {
	let dashes = '';
	while (text.includes(`)${dashes}"`)) dashes += '-';
	return dashes;
}

/**
 * A text as R (4.0 and newer) reads it: as a raw string, or with escapes where a sign in it would be hidden or changed.
 * R has no text with a NUL in it; that becomes the sign for what is unknown.
 */
export function rText(given: string): string {
	const text = wellFormed(given).replaceAll('\0', '\uFFFD');
	if (text.search(hiddenButLines) < 0) {
		const dashes = dashesFor(text);
		return `r"${dashes}(${text})${dashes}"`;
	}
	const escaped = text.replace(/[\\"]/g, '\\$&').replace(hiddenButLines, (letter) => `\\u{${code(letter)}}`);
	return `"${escaped}"`;
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** An address that a program may fetch: http or https, and nothing in it that is not an address. */
function addressOf(text: string): string {
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		throw new TypeError(`${text} is no address of the web`);
	return url.href.replace(/['"\\]/g, (sign) => `%${code(sign).slice(2)}`);
}

/** The files that are fetched, and the statement that makes each of them a table. */
function filesOf(published: Published): { url: string; file: string; view?: string }[] {
	if ('database' in published) return [{ url: addressOf(published.database), file: 'monitor.duckdb' }];
	return Object.entries(published.tables).map(([name, url], i) => {
		const file = `tabel-${i + 1}.parquet`;
		return {
			url: addressOf(url),
			file,
			view: `create view ${sqlName(name)} as from read_parquet(${sqlText(file)})`
		};
	});
}

const intro = ({ title, day, worked }: Asked): string[] => [
	comment(title),
	comment(`De cijfers kunnen nieuwer zijn dan op ${day}, toen deze vraag werd gesteld.`),
	...(worked
		? [
				'# Deze code geeft het antwoord van de SQL. Daarna is het nog bewerkt met deze stappen:',
				...linesOf(worked.steps),
				...worked.beside.flatMap((sql) => ['# Wat daarbij kwam, gaf deze SQL:', ...linesOf(sql)])
			]
		: [])
];

/**
 * Lines of Python that fetch what is published and ask the same question.
 * @param statements those of the query, where they are more than one: the last gives the answer
 * @throws {TypeError} for an address that is none
 */
export function pythonCode(
	asked: Asked,
	published: Published,
	statements: readonly string[] = [asked.query]
): string {
	const files = filesOf(published);
	const open = 'database' in published ? '"monitor.duckdb", read_only=True' : '';
	return [
		...intro(asked),
		'# Eerst eenmalig: pip install duckdb pandas',
		'from urllib.request import urlretrieve',
		'',
		'import duckdb',
		'',
		...files.map(({ url, file }) => `urlretrieve("${url}", "${file}")`),
		`verbinding = duckdb.connect(${open})`,
		...files.flatMap(({ view }) => (view ? [`verbinding.execute(${pythonText(view)})`] : [])),
		...statements.slice(0, -1).map((sql) => `verbinding.execute(${pythonText(sql)})`),
		`vraag = ${pythonText(statements.at(-1)!)}`,
		'antwoord = verbinding.execute(vraag).df()',
		'print(antwoord)',
		''
	].join('\n');
}

/**
 * Lines of R that fetch what is published and ask the same question.
 * @param statements those of the query, where they are more than one: the last gives the answer
 * @throws {TypeError} for an address that is none
 */
export function rCode(
	asked: Asked,
	published: Published,
	statements: readonly string[] = [asked.query]
): string {
	const files = filesOf(published);
	const open = 'database' in published ? 'duckdb(dbdir = "monitor.duckdb", read_only = TRUE)' : 'duckdb()';
	return [
		...intro(asked),
		'# Eerst eenmalig: install.packages(c("DBI", "duckdb"))',
		'library(DBI)',
		'library(duckdb)',
		'',
		...files.map(({ url, file }) => `download.file("${url}", "${file}", mode = "wb")`),
		`verbinding <- dbConnect(${open})`,
		...files.flatMap(({ view }) => (view ? [`dbExecute(verbinding, ${rText(view)})`] : [])),
		...statements.slice(0, -1).map((sql) => `dbExecute(verbinding, ${rText(sql)})`),
		`vraag <- ${rText(statements.at(-1)!)}`,
		'antwoord <- dbGetQuery(verbinding, vraag)',
		'dbDisconnect(verbinding, shutdown = TRUE)',
		'print(antwoord)',
		''
	].join('\n');
}
