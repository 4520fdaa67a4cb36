import { SQLDialect, StandardSQL } from '@codemirror/lang-sql';
import type { Words } from '#lib/schema/words.ts';

/** The SQL of DuckDB with the words of the engine itself; standard SQL where those are not known. */
export function dialectOf(words: Words | undefined): SQLDialect {
	if (!words) return StandardSQL;
	return SQLDialect.define({
		keywords: words.keywords.join(' '),
		types: words.types.join(' '),
		builtin: words.functions.map(([name]) => name).join(' '),
		identifierQuotes: '"',
		doubleDollarQuotedStrings: true,
		caseInsensitiveIdentifiers: true
	});
}
