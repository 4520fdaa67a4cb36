import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Dataset } from '#lib/db/datasets.ts';
import { identifier, literal } from '#lib/domain/sql/write.ts';
import { commentsOn } from './comments.ts';

/**
 * Settings with which the same rows give the same bytes: one thread, and no compression that tries out random samples.
 * Nothing is ever fetched.
 */
export const sameBytes = {
	threads: '1',
	disabled_compression_methods: 'fsst,dict_fsst',
	autoinstall_known_extensions: 'false',
	autoload_known_extensions: 'false'
};

/** Name of the table in the database of one dataset: letters, digits and underscores, so that it needs no quotes. */
const tableName = (name: string): string => name.replaceAll('-', '_');

const meaning = ({ title, text, sources, licence }: Dataset): string =>
	[
		`${title}. ${text}`,
		...(sources.length > 0
			? [`Bron: ${sources.map(({ title: own, publisher }) => `${own} (${publisher})`).join('; ')}`]
			: []),
		`Licentie: ${licence}`
	]
		.join('. ')
		.replaceAll('..', '.');

/**
 * Writes each dataset as `<name>.parquet` and as `<name>.duckdb`, with what its columns are in the latter.
 * @param database path of the database that the datasets are queries on
 * @param folder where the files come; one that is there is replaced when the new one is whole
 */
export async function writeDatasets(
	database: string,
	datasets: readonly Dataset[],
	folder: string
): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:', sameBytes);
	const connection = await instance.connect();
	await connection.run(`attach ${literal(database)} as monitor (read_only)`);
	for (const dataset of datasets) {
		const { name, query, values } = dataset;
		const table = tableName(name);
		const files = { duckdb: join(folder, `${name}.duckdb`), parquet: join(folder, `${name}.parquet`) };
		for (const file of Object.values(files)) rmSync(`${file}.new`, { force: true });
		await connection.run('use monitor');
		// Blocks of the smallest size: most datasets are smaller than one block of the usual size.
		await connection.run(`attach ${literal(`${files.duckdb}.new`)} as own (block_size 16384)`);
		await connection.run(`create table own.${identifier(table)} as ${query.sql}`, values);
		await connection.run('use own');
		for (const sql of commentsOn(table, query.columns, meaning(dataset))) await connection.run(sql);
		await connection.run(
			`copy ${identifier(table)} to ${literal(`${files.parquet}.new`)} (format parquet, compression snappy)`
		);
		await connection.run('use memory');
		await connection.run('detach own');
		for (const file of Object.values(files)) renameSync(`${file}.new`, file);
	}
	connection.closeSync();
	instance.closeSync();
}
