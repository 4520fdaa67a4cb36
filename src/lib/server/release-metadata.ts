import { columnTexts } from '#lib/db/columns.ts';
import type { FileColumn } from '#lib/db/file-columns.ts';
import { amountSource } from '#lib/domain/citation/hash.ts';
import { licenceOf } from '#lib/domain/licences.ts';
import type { Source } from '#lib/schema/source.ts';
import { keepsFile } from './citation/kept.ts';
import { csvw } from './metadata/csvw.ts';
import { model } from './model.ts';

const columns = (
	texts: Readonly<Record<string, string>>,
	own: Record<string, FileColumn['type']>,
	optional: string[]
) =>
	Object.entries(own).map(([name, type]): FileColumn => ({
		name,
		text: texts[name] ?? '',
		type,
		optional: optional.includes(name)
	}));

interface ReleaseFile {
	title: (date: string) => string;
	text: string;
	columns: FileColumn[];
	key: string[];
	/** Which sources, as the site knows them now, its rows come from. */
	from: (source: Source) => boolean;
}

/** What columns of verdicts are that the database does not have. */
const reportTexts = {
	period: 'Periode van het rapport, zoals in zijn webadres',
	date: columnTexts.verdict_then.as_of,
	rule: 'Regel die het oordeel gaf, met zijn versie',
	number: 'Voor hoeveel afspraken het oordeel geldt, als ze er verschillend voor staan',
	of: 'Hoeveel afspraken er dan zijn'
};

/** The CSV files that a release may have. */
const releaseFiles: Record<string, ReleaseFile> = {
	'values.csv': {
		title: (date) => `Cijfers van de uitgave van ${date}`,
		text: 'Alle open cijfers zoals de site ze op die dag gaf. Dit bestand verandert nooit meer.',
		columns: columns(
			columnTexts.observation,
			{
				...{ table: 'string', indicator: 'string', area: 'string', period: 'integer' },
				...{ breakdown: 'string', value: 'number', status: 'string' }
			},
			['value']
		),
		key: ['table', 'indicator', 'area', 'period', 'breakdown'],
		from: ({ kind }) => kind === 'table'
	},
	'figures.csv': {
		title: (date) => `Cijfers uit raadsstukken van de uitgave van ${date}`,
		text: 'Alle cijfers uit raadsstukken zoals de site ze op die dag gaf. Dit bestand verandert nooit meer.',
		columns: columns(
			columnTexts.figure,
			{
				...{ monitor: 'string', id: 'string', document: 'string', place: 'string', subject: 'string' },
				...{ breakdown: 'string', area: 'string', period: 'string', value: 'number', unit: 'string' },
				remark: 'string'
			},
			['breakdown', 'area', 'period', 'remark']
		),
		key: ['monitor', 'id'],
		from: ({ kind }) => kind === 'document'
	},
	'amounts.csv': {
		title: (date) => `Bedragen van de uitgave van ${date}`,
		text: 'Alle uitgaven per taakveld (Iv3) zoals de site ze op die dag gaf. Dit bestand verandert nooit meer.',
		columns: columns(
			columnTexts.expenditure,
			{
				...{ municipality: 'string', year: 'integer', report: 'string', population: 'integer' },
				...{ taakveld: 'string', title: 'string', value: 'number' }
			},
			[]
		),
		key: ['municipality', 'year', 'report', 'taakveld', 'title'],
		from: ({ id }) => id === amountSource
	},
	'report-verdicts.csv': {
		title: (date) => `Oordelen op de dag van elk rapport, volgens de uitgave van ${date}`,
		text: 'Alle oordelen op de dag van een rapport, zoals de site ze op de dag van deze uitgave gaf. Dit bestand verandert nooit meer.',
		columns: columns(
			{ ...columnTexts.verdict_then, ...reportTexts },
			{
				...{ monitor: 'string', period: 'string', date: 'date', goal: 'string', held: 'boolean' },
				...{ status: 'string', rule: 'string', sentence: 'string', number: 'integer', of: 'integer' }
			},
			['number', 'of']
		),
		key: ['monitor', 'period', 'goal'],
		from: ({ kind }) => kind === 'document'
	}
};

/** The CSV files of each release, without `.csv`. */
export const releaseTables = () =>
	model.releases.flatMap(({ date }) =>
		Object.keys(releaseFiles)
			.filter((file) => keepsFile(date, file))
			.map((file) => ({ release: date, table: file.replace(/\.csv$/, '') }))
	);

/** The metadata of a table of a release, or `undefined` where no release of that day has it. */
export function releaseMetadata(date: string, table: string): unknown {
	if (!releaseTables().some((each) => each.release === date && each.table === table)) return undefined;
	const { title, text, columns: own, key, from } = releaseFiles[`${table}.csv`]!;
	const sources = model.sources.filter(from);
	return csvw({
		file: `${table}.csv`,
		title: title(date),
		text,
		columns: own,
		key,
		licence: licenceOf([...new Set(sources.map(({ licence }) => licence))].join(', ')),
		publisher: model.site.publisher.name,
		sources: sources.flatMap(({ url }) => url ?? [])
	});
}
