import { group } from 'd3';
import { z } from 'zod';
import { functions, ids, keywords, types } from '#lib/db/queries/index.ts';
import { missingSigns } from '#lib/domain/format.ts';
import { statusNames } from '#lib/domain/method.ts';
import { identifier } from '#lib/domain/sql/write.ts';
import { missing } from '#lib/schema/observation.ts';
import type { Words } from '#lib/schema/words.ts';
import { run } from './database.ts';
import { describeTables } from './tables.ts';

/** A list of values is offered when it is no longer than this, and its values are short enough to choose from. */
const most = { values: 400, letters: 60 };

/** The columns that hold ids, by the list of what they stand for. */
const idColumns: Record<string, RegExp> = {
	indicator: /^indicator\.id$|\.indicator$/,
	area: /^area\.(code|parent)$|^(observation|converted)\.area$|^conversion\.(from|to)$|\.municipality$/,
	goal: /^goal\.id$|^(goal_indicator|goal_theme|promise|verdict|verdict_then|work)\.goal$|^link\.(from|to)$/
};

const statuses: [string, string][] = [
	...Object.entries(statusNames).map(([id, { meaning }]): [string, string] => [id, meaning]),
	...missing.options.map((id): [string, string] => [id, missingSigns[id].meaning])
];

const valueRow = z.object({ value: z.string() });

/** The values of a column of texts, where there are few enough to choose from. */
async function valuesOf(table: string, column: string): Promise<[string, string][] | undefined> {
	const sql = `select distinct ${identifier(column)} as value from ${identifier(table)}
where ${identifier(column)} is not null order by 1 limit ${most.values + 1}`;
	const found = await run({ name: 'values', sql, params: [], row: valueRow });
	const isShort = found.every(({ value }) => value.length <= most.letters);
	return isShort && found.length <= most.values ? found.map(({ value }) => [value, '']) : undefined;
}

async function listOf(table: string, column: string, type: string, values: Words['values']) {
	const full = `${table}.${column}`;
	const known = Object.keys(idColumns).find((list) => idColumns[list]!.test(full));
	if (known !== undefined) return known;
	if (type !== 'varchar') return undefined;
	if (column === 'status' && !table.startsWith('verdict')) return 'status';
	const found = await valuesOf(table, column);
	if (!found) return undefined;
	values[full] = found;
	return full;
}

/** The tables with each name as SQL wants it: in quotes where it is also a word of the language. */
export async function writableTables() {
	const reserved = new Set((await run(keywords)).filter((each) => each.reserved).map(({ word }) => word));
	const write = (name: string) => (/^[a-z_]\w*$/.test(name) && !reserved.has(name) ? name : identifier(name));
	return (await describeTables()).map((table) => ({
		...table,
		written: write(table.name),
		columns: table.columns.map((column) => ({ ...column, written: write(column.column) }))
	}));
}

/**
 * What the editor of SQL offers: the words of the engine, and tables, columns and values of the database. Words that are
 * also a name in the database are left out of the keywords: there they are mostly meant as that name.
 */
export async function editorWords(): Promise<Words> {
	const values: Words['values'] = { status: statuses };
	for (const [list, found] of group(await run(ids), (row) => row.list))
		values[list] = found.map(({ id, title }) => [id, title]);
	const tables: Words['tables'] = [];
	for (const { name, written, meaning, columns } of await writableTables()) {
		const own: Words['tables'][number]['columns'] = [];
		for (const { column, written, type, note } of columns) {
			const list = await listOf(name, column, type, values);
			own.push({ name: column, written, type, note, ...(list !== undefined && { list }) });
		}
		tables.push({ name, written, meaning, columns: own });
	}
	const names = new Set(tables.flatMap(({ name, columns }) => [name, ...columns.map((each) => each.name)]));
	const isFree = ({ word, reserved }: { word: string; reserved?: boolean }) => reserved || !names.has(word);
	return {
		keywords: (await run(keywords)).filter(isFree).map(({ word }) => word),
		types: (await run(types)).filter(isFree).map(({ word }) => word),
		functions: (await run(functions)).map(({ word, takes, text }) => [word, takes, text]),
		tables,
		values
	};
}
