import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { columnTexts } from '#lib/db/columns.ts';
import { databaseWithoutFigures, partFile, partTables } from '#lib/db/parts.ts';
import { identifier, literal } from '#lib/domain/sql/write.ts';
import { commentsOn } from './comments.ts';
import { sameBytes } from './files.ts';
import { tables } from './tables.ts';

/** With more figures than this the workbench gets them per indicator. */
export const mostTogether = 200_000;

/** Packs a database that is not open any more, and leaves only the packed one. */
function pack(path: string): number {
	const packed = gzipSync(readFileSync(path), { level: 9 });
	rmSync(path);
	writeFileSync(`${path}.gz.new`, packed);
	renameSync(`${path}.gz.new`, `${path}.gz`);
	return packed.length;
}

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<string[]> =>
	(await connection.runAndReadAll(sql)).getRows().map(([cell]) => String(cell));

/** Writes the figures of one indicator, with the edition that they belong to; how many bytes that is on the line. */
async function writePart(connection: DuckDBConnection, path: string, indicator: string): Promise<number> {
	// Blocks of the smallest size: a file of the usual ones is a quarter larger to unpack.
	await connection.run(`attach ${literal(path)} as own (block_size 16384)`);
	await connection.run('create table own.edition as from monitor.edition');
	for (const table of partTables)
		await connection.run(
			`create table own.${table} as from monitor.${table} where indicator = ${literal(indicator)} order by rowid`
		);
	await connection.run('detach own');
	return pack(path);
}

/** Replaces a table by a view of the figures that an engine has loaded, and leaves what its columns are. */
async function viewInPlaceOf(
	connection: DuckDBConnection,
	table: (typeof partTables)[number]
): Promise<void> {
	const [meaning = ''] = await rowsOf(
		connection,
		`select comment from duckdb_tables() where database_name = 'monitor' and table_name = ${literal(table)}`
	);
	await connection.run(`create table own.part.${table} as from monitor.${table} limit 0`);
	await connection.run(`create table loaded.${table} as from monitor.${table} limit 0`);
	await connection.run(`drop table own.${table}`);
	await connection.run(`create view own.${table} as from loaded.main.${table}`);
	await connection.run(`comment on view own.${table} is ${literal(meaning)}`);
	for (const sql of commentsOn(table, columnTexts[table])) await connection.run(sql);
}

/**
 * Publishes a database per indicator: one file of each with its figures, and one with all the rest, in which the tables
 * with figures are views on what a reader's engine has fetched of them.
 * @param database path of the whole database
 * @param folder where the files come, packed; those of an earlier build are replaced
 * @returns names of what is in the folder now
 */
export async function writeParts(database: string, folder: string): Promise<string[]> {
	const parts = dirname(join(folder, partFile('')));
	rmSync(parts, { recursive: true, force: true });
	mkdirSync(parts, { recursive: true });
	const core = join(folder, databaseWithoutFigures);
	rmSync(core, { force: true });
	const instance = await DuckDBInstance.create(':memory:', sameBytes);
	const connection = await instance.connect();
	await connection.run(`attach ${literal(database)} as monitor (read_only)`);
	const indicators = await rowsOf(
		connection,
		`${partTables.map((table) => `select indicator from monitor.${table}`).join(' union ')} order by indicator`
	);
	const bytes = new Map<string, number>();
	for (const indicator of indicators)
		bytes.set(indicator, await writePart(connection, join(folder, partFile(indicator)), indicator));
	await connection.run(`attach ${literal(core)} as own`);
	await connection.run(`attach ':memory:' as loaded`);
	await connection.run('use own');
	for (const sql of tables) await connection.run(sql);
	const rest = await rowsOf(
		connection,
		`select table_name from duckdb_tables() where database_name = 'monitor' order by table_name`
	);
	for (const table of rest.filter((each) => !(partTables as readonly string[]).includes(each)))
		await connection.run(`insert into own.${identifier(table)} from monitor.${identifier(table)}`);
	await connection.run('create schema own.part');
	await connection.run('create table own.part.file (indicator varchar primary key, bytes integer not null)');
	for (const [indicator, size] of bytes)
		await connection.run(`insert into own.part.file values (${literal(indicator)}, ${size})`);
	for (const table of partTables) await viewInPlaceOf(connection, table);
	await connection.run('use memory');
	await connection.run('detach own');
	connection.closeSync();
	instance.closeSync();
	pack(core);
	return [`${databaseWithoutFigures}.gz`, 'per-indicator'];
}
