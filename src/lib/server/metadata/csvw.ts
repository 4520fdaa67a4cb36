import { language } from '#lib/domain/language.ts';
import type { FileColumn } from '#lib/db/file-columns.ts';
import type { Licence } from '#lib/domain/licences.ts';

/** What the metadata of one CSV file says. */
export interface CsvDescription {
	file: string;
	title: string;
	text: string;
	columns: readonly FileColumn[];
	key: readonly string[];
	licence: Licence;
	publisher: string;
	/** Addresses of where the rows come from. */
	sources: readonly string[];
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The choices of a column as a regular expression, which is what a format of text is in CSVW. */
function datatype({ type, options }: FileColumn): unknown {
	return options ? { base: 'string', format: options.map(escape).join('|') } : type;
}

/**
 * Metadata of a CSV file in the form of CSV on the Web (https://www.w3.org/TR/tabular-metadata/), which stands beside
 * the file under its name and `-metadata.json`.
 */
export const csvw = ({ file, title, text, columns, key, licence, publisher, sources }: CsvDescription) => ({
	'@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
	url: file,
	'dc:title': title,
	'dc:description': text,
	'dc:publisher': publisher,
	'dc:license': licence.url ? { '@id': licence.url } : licence.title,
	...(sources.length > 0 && { 'dc:source': sources.map((address) => ({ '@id': address })) }),
	dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\n'] },
	tableSchema: {
		columns: columns.map((column) => ({
			name: column.name,
			titles: column.name,
			'dc:description': column.text,
			datatype: datatype(column),
			required: !column.optional
		})),
		...(key.length > 0 && { primaryKey: key })
	}
});
