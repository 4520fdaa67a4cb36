import type { FileColumn } from '#lib/db/file-columns.ts';
import type { Licence } from '#lib/domain/licences.ts';
import type { Site } from '#lib/schema/site.ts';
import type { Source } from '#lib/schema/source.ts';
import type { PublishedFile } from '../downloads.ts';

/** A CSV file of a data package. */
export interface PackagedFile {
	name: string;
	title: string;
	text: string;
	csv: PublishedFile;
	columns: readonly FileColumn[];
	key: readonly string[];
	licence: Licence;
	sources: readonly Source[];
}

const field = ({ name, text, type, optional, options }: FileColumn) => ({
	name,
	type,
	description: text,
	constraints: { required: !optional, ...(options && { enum: options }) }
});

/** A licence that has no address of its own is explained on the page with the files. */
const licence = ({ id, title, url }: Licence) => ({
	...(id && { name: id }),
	path: url ?? 'index.html#raadsstukken',
	title
});

const source = ({ title, url, publisher }: Source) => ({
	title: `${title} (${publisher})`,
	...(url && { path: url })
});

const resource = ({ name, title, text, csv, columns, key, licence: own, sources }: PackagedFile) => ({
	name,
	title,
	description: text,
	path: csv.file,
	profile: 'tabular-data-resource',
	type: 'table',
	format: 'csv',
	mediatype: 'text/csv',
	encoding: 'utf-8',
	bytes: csv.bytes,
	hash: `sha256:${csv.hash}`,
	licenses: [licence(own)],
	...(sources.length > 0 && { sources: sources.map(source) }),
	schema: {
		fields: columns.map(field),
		missingValues: [''],
		...(key.length > 0 && { primaryKey: key })
	}
});

/**
 * A Data Package of CSV files: one descriptor that both version 1 (`profile`) and version 2 (`$schema`) of the standard
 * know (https://datapackage.org/standard/data-package/).
 * @param version day of the release
 */
export const dataPackage = (site: Site, version: string, files: readonly PackagedFile[]) => ({
	$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
	profile: 'tabular-data-package',
	name: 'doelenboom',
	title: site.title,
	description: site.description,
	version,
	licenses: [...new Map(files.map((file) => [file.licence.name, licence(file.licence)])).values()],
	contributors: [
		{
			title: site.publisher.name,
			role: 'publisher',
			roles: ['publisher'],
			...(site.publisher.url && { path: site.publisher.url })
		}
	],
	resources: files.map(resource)
});
