import type { z } from 'zod';
import type { Source } from '../schema/source.ts';
import type { columnTexts } from './columns.ts';
import {
	areaFile,
	expenditureFile,
	figureFile,
	goalFile,
	indicatorFile,
	linkFile,
	measureFile,
	observationFile,
	type FileQuery
} from './queries/index.ts';
import { correctionFile } from './queries/downloads.ts';
import type { Value } from './query.ts';

/** Themes of data in Europe (the list "data theme" of the Publications Office) that datasets of this site have. */
export type DataTheme = 'SOCI' | 'GOVE' | 'ECON';

type Row = Record<string, string | number | boolean | null>;

/** A query of which every cell can stand in a file. */
export type RowQuery = Omit<FileQuery<z.ZodRawShape>, 'row'> & { row: z.ZodObject & z.ZodType<Row> };

/** Something to take away: the same rows as CSV, Parquet and a database of their own. */
export interface Dataset {
	/** Name of its files without ending, and its id in catalogues. */
	name: string;
	title: string;
	/** What is in it, in words for a reader. */
	text: string;
	/** The table of the database of which it has the rows, or those of one source. */
	table: keyof typeof columnTexts;
	query: RowQuery;
	/** The values of the query's parameters. */
	values: Value[];
	/** Where its rows come from; none where they are texts of this site. */
	sources: Source[];
	/** As `sources.yaml` writes it. */
	licence: string;
	themes: DataTheme[];
}

interface Fixed {
	name: string;
	title: string;
	text: string;
	table: keyof typeof columnTexts;
	query: RowQuery;
	themes: DataTheme[];
	/** Which sources its rows come from. */
	from: (source: Source) => boolean;
}

const isDocument = ({ kind }: Source): boolean => kind === 'document';

/** The licence of the texts of this site itself; see `data/README.md`. */
const ownLicence = 'EUPL-1.2';

const fixed: readonly Fixed[] = [
	{
		name: 'uitgaven',
		title: 'Uitgaven',
		text: 'Lasten per gemeente, jaar en taakveld, maal 1.000 euro. Ook taakvelden buiten het sociaal domein.',
		table: 'expenditure',
		query: expenditureFile,
		themes: ['GOVE', 'ECON'],
		from: ({ id }) => id === 'iv3'
	},
	{
		name: 'doelen',
		title: 'Doelen',
		text: 'Alle doelen, diensten, acties en middelen, met niveau en plek in het raadsstuk.',
		table: 'goal',
		query: goalFile,
		themes: ['SOCI', 'GOVE'],
		from: isDocument
	},
	{
		name: 'verbindingen',
		title: 'Verbindingen',
		text: 'Wat aan wat bijdraagt, wie dat zegt en waarom.',
		table: 'link',
		query: linkFile,
		themes: ['SOCI', 'GOVE'],
		from: isDocument
	},
	{
		name: 'doelen-en-indicatoren',
		title: 'Doelen en indicatoren',
		text: 'Welke indicator bij welk doel hoort, en hoe goed die past.',
		table: 'goal_indicator',
		query: measureFile,
		themes: ['SOCI', 'GOVE'],
		from: isDocument
	},
	{
		name: 'cijfers-uit-stukken',
		title: 'Cijfers uit raadsstukken',
		text: 'Elk cijfer uit een raadsstuk, met de plek waar het staat.',
		table: 'figure',
		query: figureFile,
		themes: ['SOCI', 'GOVE'],
		from: isDocument
	},
	{
		name: 'indicatoren',
		title: 'Indicatoren',
		text: 'Wat er gemeten wordt: naam, eenheid, definitie en richting.',
		table: 'indicator',
		query: indicatorFile,
		themes: ['SOCI'],
		from: () => false
	},
	{
		name: 'gebieden',
		title: 'Gebieden',
		text: 'Codes en namen van gemeenten, wijken en buurten, per jaar van de grenzen.',
		table: 'area',
		query: areaFile,
		themes: ['SOCI'],
		from: ({ id }) => id.startsWith('wijken-en-buurten-')
	}
];

/** One licence for what comes from more sources: that of all of them, each named where they differ. */
const licenceOf = (sources: readonly Source[]): string =>
	[...new Set(sources.map(({ licence }) => licence))].join(', ') || ownLicence;

const corrected: Fixed = {
	name: 'correcties',
	title: 'Correcties',
	text: 'Cijfers die deze site een andere waarde geeft dan de bron, met de reden.',
	table: 'correction',
	query: correctionFile,
	themes: ['SOCI'],
	from: () => false
};

/**
 * All datasets of the site: one for each table with figures, and one for each of the other lists.
 * @param tables ids of the tables that the database has figures of
 * @param hasCorrections whether this site gives figures another value than their source
 */
export function datasetsOf(
	sources: readonly Source[],
	tables: readonly string[],
	hasCorrections = false
): Dataset[] {
	const ofTable = (table: string): Dataset => {
		const source = sources.find(({ id }) => id === table);
		return {
			name: `waarnemingen-${table}`,
			title: `Waarnemingen, tabel ${source?.code ?? table}`,
			text: source?.title ?? table,
			table: 'observation',
			query: observationFile,
			values: [table],
			sources: source ? [source] : [],
			licence: source?.licence ?? 'onbekend',
			themes: ['SOCI']
		};
	};
	return [
		...tables.map(ofTable),
		...[...(hasCorrections ? [corrected] : []), ...fixed].map(({ from, ...rest }) => {
			const own = sources.filter(from);
			return { ...rest, values: [], sources: own, licence: licenceOf(own) };
		})
	];
}
