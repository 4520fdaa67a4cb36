import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { datasetsOf, type Dataset } from '#lib/db/datasets.ts';
import { databaseWithoutFigures, partFile } from '#lib/db/parts.ts';
import { holdings } from '#lib/db/queries/index.ts';
import { toCsv } from '#lib/domain/csv.ts';
import { run } from './database.ts';
import { model } from './model.ts';

/** A file of a dataset as it is published; `hash` is its SHA-256 in hexadecimal digits. */
export interface PublishedFile {
	file: string;
	bytes: number;
	hash: string;
}

/** A dataset with the number of its rows (the head not counted) and its files. */
export interface PublishedDataset extends Dataset {
	rows: number;
	csv: PublishedFile;
	parquet: PublishedFile;
	duckdb: PublishedFile;
}

/** All datasets of the site. */
export async function datasets(): Promise<Dataset[]> {
	const tables = (await run(holdings)).filter(({ indicators }) => indicators > 0);
	return datasetsOf(
		model.sources,
		tables.map(({ table }) => table),
		model.corrections.length > 0
	);
}

const written = new Map<string, Promise<{ text: string; rows: number }>>();

async function write({ query, values }: Dataset): Promise<{ text: string; rows: number }> {
	const rows = await run(query, ...values);
	return { text: toCsv(Object.keys(query.row.shape), rows), rows: rows.length };
}

/** Runs the query of a dataset and writes it down, once. */
function csv(dataset: Dataset): Promise<{ text: string; rows: number }> {
	const own = written.get(dataset.name) ?? write(dataset);
	written.set(dataset.name, own);
	return own;
}

/** The text of a CSV file, or `undefined` where there is no such file. */
export async function csvOf(name: string): Promise<string | undefined> {
	const dataset = (await datasets()).find((each) => each.name === name);
	return dataset && (await csv(dataset)).text;
}

const described = (file: string, content: Buffer): PublishedFile => ({
	file,
	bytes: content.length,
	hash: createHash('sha256').update(content).digest('hex')
});

/** A file that the build of the data left for the site. */
export const leftFile = (file: string): PublishedFile => described(file, readFileSync(`static/data/${file}`));

async function publish(dataset: Dataset): Promise<PublishedDataset> {
	const { text, rows } = await csv(dataset);
	return {
		...dataset,
		rows,
		csv: described(`${dataset.name}.csv`, Buffer.from(text)),
		parquet: leftFile(`${dataset.name}.parquet`),
		duckdb: leftFile(`${dataset.name}.duckdb`)
	};
}

let published: Promise<PublishedDataset[]> | undefined;

/** The datasets with their files. */
export function publishedDatasets(): Promise<PublishedDataset[]> {
	published ??= datasets().then((all) => Promise.all(all.map(publish)));
	return published;
}

/** Size in bytes of a file that the build of the data left for the site. */
export const sizeOf = (file: string): number => statSync(`static/data/${file}`).size;

/** What the workbench starts with, and where figures come in per indicator how many files of how many bytes those are. */
export interface WorkbenchFiles {
	database: string;
	parts?: { indicators: number; bytes: number };
}

/** The database of the workbench: all of it, or on a site with very many figures the one without them. */
export function workbenchFiles(): WorkbenchFiles {
	const database = `${databaseWithoutFigures}.gz`;
	if (!existsSync(`static/data/${database}`)) return { database: 'monitor.duckdb.gz' };
	const folder = dirname(partFile(''));
	const sizes = readdirSync(`static/data/${folder}`).map((file) => sizeOf(`${folder}/${file}`));
	return {
		database,
		parts: { indicators: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
	};
}
