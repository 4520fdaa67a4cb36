import { groups } from 'd3';
import { columns } from '#lib/db/queries/index.ts';
import { run } from './database.ts';

/** The tables of the database with their columns, as the database itself describes them. */
export async function describeTables() {
	return groups(await run(columns), ({ table }) => table).map(([name, own]) => ({
		name,
		meaning: own[0]!.meaning,
		rows: own[0]!.rows,
		columns: own.map(({ column, type, optional, note }) => ({ column, type, optional, note }))
	}));
}
