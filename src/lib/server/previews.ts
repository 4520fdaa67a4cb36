import { z } from 'zod';
import type { Cell, ColumnKind, Result } from '#lib/domain/result.ts';
import { identifier } from '#lib/domain/sql/write.ts';
import { run } from './database.ts';
import { describeTables } from './tables.ts';

const rows = 5;

const cell = z.union([
	z.string(),
	z.number(),
	z.boolean(),
	z.null(),
	z.date().transform((day) => day.toISOString().slice(0, 10))
]);

function kindOf(type: string): ColumnKind {
	if (type === 'varchar') return 'text';
	if (type === 'boolean') return 'boolean';
	return type === 'date' ? 'day' : 'number';
}

/** The first rows of each table, by its name: what the columns look like. */
export async function previews(): Promise<Record<string, Result>> {
	const found: Record<string, Result> = {};
	for (const { name, rows: all, columns } of await describeTables()) {
		const sql = `select * from ${identifier(name)} limit ${rows}`;
		const first = await run({ name: 'preview', sql, params: [], row: z.record(z.string(), cell) });
		found[name] = {
			columns: columns.map(({ column, type }) => ({ name: column, kind: kindOf(type) })),
			rows: first.map((row) => columns.map(({ column }): Cell => row[column] ?? null)),
			cut: all > rows
		};
	}
	return found;
}
