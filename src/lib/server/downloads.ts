import { statSync } from 'node:fs';
import { z } from 'zod';
import type { Query, Value } from '#lib/db/query.ts';
import {
	areaFile,
	expenditureFile,
	figureFile,
	goalFile,
	holdings,
	indicatorFile,
	linkFile,
	measureFile,
	observationFile
} from '#lib/db/queries/index.ts';
import { toCsv } from '#lib/domain/csv.ts';
import { run } from './database.ts';
import { model } from './model.ts';

type Row = Record<string, string | number | boolean | null>;

/** A CSV file of the site: its name without `.csv`, and what is in it in words. */
interface Download {
	name: string;
	title: string;
	text: string;
	query: Query<Row> & { row: z.ZodType<Row> };
	values: Value[];
}

const fixed = [
	{
		name: 'uitgaven',
		title: 'Uitgaven',
		text: 'Lasten per gemeente, jaar en taakveld, maal 1.000 euro. Ook taakvelden buiten het sociaal domein.',
		query: expenditureFile
	},
	{
		name: 'doelen',
		title: 'Doelen',
		text: 'Alle doelen, diensten, acties en middelen, met niveau en plek in het raadsstuk.',
		query: goalFile
	},
	{
		name: 'verbindingen',
		title: 'Verbindingen',
		text: 'Wat aan wat bijdraagt, wie dat zegt en waarom.',
		query: linkFile
	},
	{
		name: 'doelen-en-indicatoren',
		title: 'Doelen en indicatoren',
		text: 'Welke indicator bij welk doel hoort, en hoe goed die past.',
		query: measureFile
	},
	{
		name: 'cijfers-uit-stukken',
		title: 'Cijfers uit raadsstukken',
		text: 'Elk cijfer uit een raadsstuk, met de plek waar het staat.',
		query: figureFile
	},
	{
		name: 'indicatoren',
		title: 'Indicatoren',
		text: 'Wat er gemeten wordt: naam, eenheid, definitie en richting.',
		query: indicatorFile
	},
	{
		name: 'gebieden',
		title: 'Gebieden',
		text: 'Codes en namen van gemeenten, wijken en buurten, per jaar van de grenzen.',
		query: areaFile
	}
];

/** All CSV files of the site: one for each table with figures, and one for each of the other lists. */
export async function downloads(): Promise<Download[]> {
	const tables = (await run(holdings)).filter(({ indicators }) => indicators > 0);
	return [
		...tables.map(({ table }) => {
			const source = model.sources.find(({ id }) => id === table);
			return {
				name: `waarnemingen-${table}`,
				title: `Waarnemingen, tabel ${source?.code ?? table}`,
				text: source?.title ?? table,
				query: observationFile,
				values: [table]
			};
		}),
		...fixed.map((each) => ({ ...each, values: [] }))
	];
}

/** Runs the query of a file and writes it down. */
async function write({ query, values }: Download): Promise<{ text: string; rows: number }> {
	if (!(query.row instanceof z.ZodObject)) throw new TypeError(`De query ${query.name} heeft geen kolommen.`);
	const rows = await run(query, ...values);
	return { text: toCsv(Object.keys(query.row.shape), rows), rows: rows.length };
}

/** The text of a CSV file, or `undefined` where there is no such file. */
export async function csvOf(name: string): Promise<string | undefined> {
	const download = (await downloads()).find((each) => each.name === name);
	return download && (await write(download)).text;
}

/** The CSV files with their number of rows (the head not counted) and their size in bytes. */
export async function downloadSizes() {
	return Promise.all(
		(await downloads()).map(async (download) => {
			const { text, rows } = await write(download);
			const { name, title, text: about } = download;
			return { file: `${name}.csv`, title, text: about, rows, bytes: Buffer.byteLength(text) };
		})
	);
}

/** Size in bytes of a file that the build of the data left for the site. */
export const sizeOf = (file: string): number => statSync(`static/data/${file}`).size;
