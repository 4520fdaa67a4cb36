import { groups } from 'd3';
import { columnTexts, tableTexts } from '#lib/db/columns.ts';
import { columns } from '#lib/db/queries/index.ts';
import { run } from './database.ts';

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = columnTexts;
const meanings: Readonly<Record<string, string>> = tableTexts;

/** The tables of the database with their columns; the database itself describes them in Dutch. */
export async function describeTables() {
	return groups(await run(columns), ({ table }) => table).map(([name, own]) => ({
		name,
		meaning: meanings[name] ?? own[0]!.meaning,
		rows: own[0]!.rows,
		columns: own.map(({ column, type, optional, note }) => ({
			column,
			type,
			optional,
			note: texts[name]?.[column] ?? note
		}))
	}));
}
