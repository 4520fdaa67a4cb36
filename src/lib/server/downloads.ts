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
import { correction } from '#lib/schema/correction.ts';
import { run } from './database.ts';
import { model } from './model.ts';

type Row = Record<string, string | number | boolean | null>;

/** A CSV file of the site: its name without `.csv`, and what is in it in words. */
interface Download {
	name: string;
	title: string;
	text: string;
	/** The names of the columns, and what stands in them. */
	read: () => Promise<{ columns: string[]; rows: Row[] }>;
}

/** What a query answers. */
function answerOf(query: Query<Row> & { row: z.ZodType<Row> }, values: Value[]): Download['read'] {
	const { row } = query;
	if (!(row instanceof z.ZodObject)) throw new TypeError(`De query ${query.name} heeft geen kolommen.`);
	return async () => ({ columns: Object.keys(row.shape), rows: await run(query, ...values) });
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

const correctionColumns = Object.keys(correction.shape);

/** The corrections; they are there only where there are any. */
const corrected: Download = {
	name: 'correcties',
	title: 'Correcties',
	text: 'Cijfers die deze site een andere waarde geeft dan de bron, met de reden.',
	read: () =>
		Promise.resolve({
			columns: correctionColumns,
			rows: model.corrections.map(({ url = null, ...rest }) => ({ ...rest, url }))
		})
};

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
				read: answerOf(observationFile, [table])
			};
		}),
		...(model.corrections.length > 0 ? [corrected] : []),
		...fixed.map(({ query, ...each }) => ({ ...each, read: answerOf(query, []) }))
	];
}

/** Writes a file down. */
async function write({ read }: Download): Promise<{ text: string; rows: number }> {
	const { columns, rows } = await read();
	return { text: toCsv(columns, rows), rows: rows.length };
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
