import { identifier, literal } from '../sql/write.ts';
import type { Cell } from '../result.ts';
import type { OwnColumn, OwnKind, OwnTable } from './table.ts';

/** What each kind of column is in the database. */
const types: Record<OwnKind, string> = {
	text: 'VARCHAR',
	area: 'VARCHAR',
	whole: 'BIGINT',
	number: 'DOUBLE',
	year: 'INTEGER',
	day: 'DATE',
	boolean: 'BOOLEAN'
};

export const typeOf = ({ kind }: Pick<OwnColumn, 'kind'>): string => types[kind];

/** Everything between quotes, so that nothing in a text can end its cell; what is missing is empty without quotes. */
const write = (cell: Cell): string =>
	cell === null
		? ''
		: typeof cell === 'string'
			? `"${cell.replaceAll('\0', '').replaceAll('"', '""')}"`
			: String(cell);

/** The rows of a table as CSV for the engine alone, in pieces; see `createSql`. */
export function* toEngineCsv({ columns, rows }: Pick<OwnTable, 'columns' | 'rows'>): Generator<string> {
	const step = 2000;
	for (let from = 0; from < rows; from += step) {
		const lines: string[] = [];
		for (let row = from; row < Math.min(from + step, rows); row++)
			// The last cell is never empty: a line without anything would be no row.
			lines.push(`${columns.map(({ cells }) => write(cells[row]!)).join(',')},1\n`);
		yield lines.join('');
	}
}

/**
 * SQL that makes the table of what `toEngineCsv` wrote. It is a temporary table, which stands beside the site's own.
 * @param file under which name the engine knows the CSV
 */
export function createSql({ name, columns }: Pick<OwnTable, 'name' | 'columns'>, file: string): string {
	const end = 'einde van de regel';
	const list = [...columns.map((column, i) => [`c${i}`, typeOf(column)] as const), [end, 'INTEGER'] as const];
	const given = list.map(([key, type]) => `${literal(key)}: ${literal(type)}`).join(', ');
	const chosen = columns.map((column, i) => `c${i} as ${identifier(column.name)}`).join(', ');
	return `create temp table ${identifier(name)} as select ${chosen} from read_csv(${literal(file)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', new_line = '\\n', max_line_size = 33554432, parallel = false, columns = {${given}})`;
}
