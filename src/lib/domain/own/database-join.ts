import { codeForms, codePattern } from '../area-code.ts';
import type { Result } from '../result.ts';
import { identifier, literal } from '../sql/write.ts';
import { levelUnder } from './area-code.ts';
import type { DatabaseTable } from './database.ts';
import type { Held, Joinable } from './match.ts';
import { isYearName } from './table.ts';

/** A column of a DuckDB file that may hold codes of areas. */
interface Candidate {
	table: DatabaseTable;
	/** The column as it stands, and with its codes as the site has them. */
	plain: Held;
	completed: Held;
}

const isWhole = (type: string): boolean => /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type);

/** Tables and columns that are looked at; more would make a reader wait. */
const most = { tables: 20, columns: 100 };

/** The columns of a file in which codes may stand: texts, and whole numbers under a head that says that they are codes. */
export const candidatesIn = (tables: readonly DatabaseTable[]): Candidate[] =>
	tables
		.slice(0, most.tables)
		.flatMap((table) =>
			table.columns.flatMap(({ name, type }): Candidate[] => {
				const sql = `e.${identifier(name)}`;
				const plain = { name, sql };
				if (type === 'VARCHAR') return [{ table, plain, completed: { name, sql: `upper(trim(${sql}))` } }];
				const level = isWhole(type) ? levelUnder(name) : undefined;
				if (level === undefined) return [];
				const { prefix, digits } = codeForms[level];
				const code = `${literal(prefix)} || lpad(${sql}::varchar, ${digits}, '0')`;
				return [{ table, plain, completed: { name, sql: code } }];
			})
		)
		.slice(0, most.columns);

/** Asks of each candidate how many of its values are a code: once completed, and as they stand. */
export const codesSql = (candidates: readonly Candidate[]): string =>
	candidates
		.map(
			({ table, plain, completed }, i) => `select ${i} as place, count(*)::int as filled,
  (count(*) filter (where regexp_full_match(code, ${literal(codePattern.source)})))::int as codes,
  (count(*) filter (where code = written))::int as same
from (select distinct ${completed.sql} as code, ${plain.sql}::varchar as written from ${table.written} e where ${plain.sql} is not null limit 10000)`
		)
		.join('\nunion all\n');

function periodOf({ columns }: DatabaseTable): Held | undefined {
	const found =
		columns.find(({ name, type }) => isYearName.test(name) && (isWhole(type) || type === 'VARCHAR')) ??
		columns.find(({ type }) => type === 'DATE' || type.startsWith('TIMESTAMP'));
	if (!found) return undefined;
	const sql = `e.${identifier(found.name)}`;
	if (isWhole(found.type)) return { name: found.name, sql };
	return {
		name: found.name,
		sql: found.type === 'VARCHAR' ? `try_cast(left(${sql}, 4) as integer)` : `year(${sql})`
	};
}

/**
 * The table of a file that can be joined, by the column that tells most areas apart; nothing where none can.
 * @param answer to `codesSql` of the same candidates
 */
export function joinableIn(
	candidates: readonly Candidate[],
	{ rows }: Pick<Result, 'rows'>
): (Joinable & Required<Pick<Joinable, 'area'>>) | undefined {
	const [best] = rows
		.map((row) => row.map(Number))
		.filter(([, filled, codes]) => codes! * 2 > filled!)
		.toSorted((a, b) => b[2]! - a[2]!);
	const found = best && candidates[best[0]!];
	if (!found) return undefined;
	const { table, plain, completed } = found;
	const period = periodOf(table);
	return {
		from: table.written,
		columns: table.columns.map(({ name }) => name),
		area: best[3] === best[1] ? plain : completed,
		...(period && period.name !== plain.name && { period })
	};
}
