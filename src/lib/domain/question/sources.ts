/** Which sources stand behind the tables of the database, by id. */
export interface SourceMap {
	/** Sources of the rows of each table but `observation` and `converted`. */
	tables: Record<string, readonly string[]>;
	/** Sources of the figures of each indicator. */
	indicators: Record<string, readonly string[]>;
}

const mentions = (sql: string, word: string): boolean =>
	new RegExp(`(?<![\\w-])${word.replace(/[^\w-]/g, '')}(?![\\w-])`, 'i').test(sql);

/**
 * The sources that an answer may rest on, from the names in its query: rather one too many than one too few. A query
 * that names no indicator may use the figures of all of them.
 */
export function sourcesIn(sql: string, { tables, indicators }: SourceMap): string[] {
	const named = Object.keys(tables).filter((table) => mentions(sql, table));
	const asked = Object.keys(indicators).filter((id) => sql.includes(`'${id}'`));
	const figures = valuesIn(sql).figures ? (asked.length > 0 ? asked : Object.keys(indicators)) : [];
	return [
		...new Set([...figures.flatMap((id) => indicators[id]!), ...named.flatMap((table) => tables[table]!)])
	];
}

/** The ids that SQL sets an indicator equal to, also those that are no indicator of the site. */
export const indicatorsIn = (sql: string): string[] => [
	...new Set(
		[...sql.matchAll(/\bindicator\s*(?:=|\bin\b)\s*(\([^)]*\)|'[^']*')/gi)].flatMap(([, ids]) =>
			[...ids!.matchAll(/'([^']*)'/g)].map(([, id]) => id!)
		)
	)
];

/** Which kinds of values that a release keeps SQL asks for: open figures, and those of documents or spending. */
export const valuesIn = (sql: string): { figures: boolean; amounts: boolean } => ({
	figures: mentions(sql, 'observation') || mentions(sql, 'converted'),
	amounts: mentions(sql, 'figure') || mentions(sql, 'expenditure')
});

/** Whether SQL asks anything of the site: figures that have a source, or another of its tables. */
export const asksSite = (sql: string, map: SourceMap, tables: readonly { name: string }[]): boolean =>
	sourcesIn(sql, map).length > 0 || tables.some(({ name }) => mentions(sql, name));

/** What a question is called that does not say so. */
export const untitled = 'Antwoord uit Doelenboom';

/** What a question is called: its first line of comment. */
export const titleOf = (sql: string): string => /^\s*--\s*(.+)/.exec(sql)?.[1]?.trim() ?? untitled;
