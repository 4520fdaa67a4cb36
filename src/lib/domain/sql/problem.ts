/** Why a statement failed, for the reader who wrote it. */
export interface SqlProblem {
	/** In Dutch, and plain. */
	message: string;
	/** What the engine itself said, in English. */
	detail: string;
	/** Where in the statement, as an index in its text. */
	at?: number;
}

interface EngineMessage {
	exception_type?: string;
	exception_message?: string;
	position?: string;
	name?: string;
	type?: string;
	error_subtype?: string;
	candidates?: string;
}

function parse(raw: string): EngineMessage {
	const start = raw.indexOf('{');
	if (start < 0) return { exception_message: raw };
	try {
		const said = JSON.parse(raw.slice(start)) as EngineMessage;
		// In the browser what the parser says is wrapped twice.
		return said.exception_message?.startsWith('{') ? { ...said, ...parse(said.exception_message) } : said;
	} catch {
		return { exception_message: raw };
	}
}

/** The engine counts bytes; a text counts UTF-16 units. */
function indexOfByte(text: string, byte: number): number {
	let bytes = 0;
	let index = 0;
	for (const letter of text) {
		if (bytes >= byte) break;
		bytes += new TextEncoder().encode(letter).length;
		index += letter.length;
	}
	return index;
}

const kinds: Record<string, string> = {
	'Scalar Function': 'functie',
	'Table Function': 'functie',
	'Aggregate Function': 'functie',
	'Macro Function': 'functie',
	Table: 'tabel',
	View: 'tabel',
	Type: 'soort waarde'
};

/** A table of the engine itself, which is no table that a reader can have meant. */
const isSystemTable = (name: string): boolean =>
	/(^|\.)(pg|sqlite|duckdb|pragma)_|\binformation_schema\./i.test(name);

/** What the binder of the engine says of a column or a table, by the words that it has for it, with its names. */
const bindings: readonly [RegExp, (names: string[]) => string][] = [
	[
		/^(?:Table|Values list) "[^"]*" does not have a column named "([^"]*)"(?:\s+Candidate bindings: : ([^]*))?/,
		([name, candidates = '']) => `De kolom “${name}” is er niet.${hintOf(candidates)}`
	],
	[
		/^Referenced table "([^"]*)" not found!(?:\s+Candidate tables: ([^]*))?/,
		([name, candidates = '']) => `De tabel “${name}” staat niet achter “from”.${hintOf(candidates)}`
	],
	[
		/^Ambiguous reference to column name "([^"]*)" \(use: "([^"]*)"/,
		([name, example]) =>
			`De kolom “${name}” is er in meer dan één tabel. Zet de tabel ervoor, zoals ${example}.`
	],
	[
		/^column "([^"]*)" must appear in the GROUP BY/,
		([name]) =>
			`De kolom “${name}” moet achter “group by” staan, of in een functie als max(${written(name!)}).`
	],
	[
		/^WHERE clause cannot contain aggregates/,
		() =>
			'Een som, aantal of gemiddelde kan zo niet in “where” staan. Gebruik “having”, of een eigen select tussen haakjes.'
	]
];

/** A name as it is written in SQL, with that of its table before it or without. */
const written = (name: string): string =>
	name
		.split('.')
		.map((part) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part) ? part : `"${part}"`))
		.join('.');

const hint = (meant: readonly string[]): string =>
	meant.length > 0 ? ` Bedoelt u ${meant.slice(0, 3).map(written).join(' of ')}?` : '';

const hintOf = (candidates: string): string =>
	hint([...candidates.matchAll(/"([^"]*)"/g)].map(([, name]) => name!));

/** What is said of a column that is not there: what looks like no name of one may be a text. */
/** What a value is compared with is behind this. */
const comparing = /(?:[=<>]|\bi?like|\bin\s*\()\s*$/i;

/** @param before what stands before the name */
const noColumn = (name: string, meant: readonly string[], before: string): string =>
	/^[\p{Ll}_][\p{Ll}\p{N}_ ]*$/u.test(name) && !comparing.test(before)
		? `De kolom “${name}” is er niet.${hint(meant)}`
		: `De kolom “${name}” is er niet.${hint(meant)} Is het een tekst? Zet die tussen enkele aanhalingstekens.`;

function tell(
	{ exception_type: type, exception_message: text = '', ...more }: EngineMessage,
	before: string
): string {
	const { name, error_subtype: subtype, candidates } = more;
	const beyond = /^(.+?) with name "([^"]*)" is not in the catalog, but it exists in/.exec(text);
	if (beyond)
		return `De ${kinds[beyond[1]!] ?? 'naam'} “${beyond[2]}” is hier niet: de rekenmodule heeft die uitbreiding niet.`;
	const near = /at or near "([^"]*)"/.exec(text)?.[1];
	const isTable = /^(Table|View)$/.test(more.type ?? '');
	const meant = (candidates ?? '')
		.split(',')
		// A file of the reader that is not open is like no table of the site.
		.filter((each) => each !== '' && !(isTable && (isSystemTable(each) || /^eigen_/i.test(name ?? ''))));
	if (subtype === 'COLUMN_NOT_FOUND') return noColumn(name ?? '', meant, before);
	if (subtype === 'MISSING_ENTRY')
		return `De ${kinds[more.type ?? ''] ?? 'naam'} “${name}” is er niet.${hint(meant)}`;
	if (type === 'Out of Memory')
		return 'Deze vraag heeft meer geheugen nodig dan er is. Vraag minder tegelijk, bijvoorbeeld met “where” of “limit”.';
	if (type === 'Permission') return 'Bestanden en adressen blijven hier dicht: u leest alleen wat er al is.';
	if (/read-only/.test(text))
		return 'De gegevens van de site veranderen niet. Werk met een eigen tabel: “create temp table naam as …”.';
	if (/Max expression depth|memory exhausted/.test(text)) return 'Deze vraag is te diep genest.';
	const known =
		/^[\w ]+ with name "([^"]*)" already exists/.exec(text)?.[1] ??
		/^Existing object (.+) is of type \w+, trying to replace/.exec(text)?.[1];
	if (known !== undefined)
		return `“${known}” is er al. Kies een andere naam, of haal die eerst weg met “drop”.`;
	if (near !== undefined) return `Hier klopt de SQL niet, bij “${near}”.`;
	if (type === 'Parser') return 'Hier klopt de SQL niet.';
	if (type === 'Conversion') return 'Een waarde is niet om te zetten naar de soort waarde die hier nodig is.';
	const [binding] = bindings.flatMap(([pattern, say]) => {
		const [found, ...names] = pattern.exec(text) ?? [];
		return found === undefined ? [] : say(names);
	});
	if (binding !== undefined) return binding;
	if (type === 'Binder') return 'Deze vraag past niet bij de gegevens.';
	return 'Deze vraag lukte niet.';
}

/**
 * What a reader can do with an error of the engine (its setting `errors_as_json` is on).
 * @param raw text of the error
 * @param statement the text that it is about
 */
export function explain(raw: string, statement: string): SqlProblem {
	const said = parse(raw);
	const position = said.position === undefined ? NaN : Number(said.position);
	const at = Number.isInteger(position) ? indexOfByte(statement, position) : undefined;
	return {
		message: tell(said, statement.slice(0, at ?? 0)),
		detail: said.exception_message ?? raw,
		...(at !== undefined && { at })
	};
}
