import { language } from '#lib/domain/language.ts';
import type { DataTheme } from '#lib/db/datasets.ts';
import type { Licence } from '#lib/domain/licences.ts';
import type { Site } from '#lib/schema/site.ts';
import type { PublishedFile } from '../downloads.ts';

/** A node of JSON-LD. */
export type Node = Record<string, unknown>;

const eu = 'http://publications.europa.eu/resource/authority';

/** Prefixes of the catalogue; texts are in the language of the site where nothing else is said. */
export const context = {
	adms: 'http://www.w3.org/ns/adms#',
	dcat: 'http://www.w3.org/ns/dcat#',
	dct: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	prov: 'http://www.w3.org/ns/prov#',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	skos: 'http://www.w3.org/2004/02/skos/core#',
	spdx: 'http://spdx.org/rdf/terms#',
	vcard: 'http://www.w3.org/2006/vcard/ns#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	'@language': language
};

export const typed = (type: string, value: string): Node => ({ '@type': `xsd:${type}`, '@value': value });

const named = (id: string, type: string, label: string): Node => ({
	'@id': id,
	'@type': type,
	'rdfs:label': label
});

const themeNames: Record<DataTheme, string> = {
	SOCI: 'Bevolking en samenleving',
	GOVE: 'Overheid en publieke sector',
	ECON: 'Economie en financiën'
};

export const theme = (id: DataTheme): Node => ({
	'@id': `${eu}/data-theme/${id}`,
	'@type': 'skos:Concept',
	'skos:prefLabel': themeNames[id]
});

export const publicAccess = named(`${eu}/access-right/PUBLIC`, 'dct:RightsStatement', 'openbaar');
export const dutch = named(`${eu}/language/NLD`, 'dct:LinguisticSystem', 'Nederlands');
export const country = named(`${eu}/country/NLD`, 'dct:Location', 'Nederland');

export const document = (id: string): Node => ({ '@id': id, '@type': 'foaf:Document' });
export const standard = (id: string): Node => ({ '@id': id, '@type': 'dct:Standard' });
export const agent = (name: string, homepage?: string): Node => ({
	'@type': 'foaf:Agent',
	'foaf:name': name,
	...(homepage && { 'foaf:homepage': document(homepage) })
});

/** A licence that has no address is a node of its own, with its name. */
export const licenceDocument = ({ title, url }: Licence): Node => ({
	...(url && { '@id': url }),
	'@type': 'dct:LicenseDocument',
	'dct:title': title
});

/** Where questions go; only what is known is said. */
export const contactPoint = ({ contact }: Site): Node => ({
	'@type': 'vcard:Kind',
	'vcard:fn': contact.name,
	...(contact.email && { 'vcard:hasEmail': { '@id': `mailto:${contact.email}` } }),
	...(contact.url && { 'vcard:hasURL': { '@id': contact.url } })
});

/** Whole years, the last one included. */
export const years = (first: number, last: number): Node => ({
	'@type': 'dct:PeriodOfTime',
	'dcat:startDate': typed('date', `${first}-01-01`),
	'dcat:endDate': typed('date', `${last}-12-31`)
});

const mediaTypes: Record<string, string> = {
	csv: 'text/csv',
	parquet: 'application/vnd.apache.parquet',
	duckdb: 'application/octet-stream',
	json: 'application/json'
};

const checksum = (hash: string): Node => ({
	'@type': 'spdx:Checksum',
	'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256', '@type': 'spdx:ChecksumAlgorithm' },
	'spdx:checksumValue': typed('hexBinary', hash)
});

/**
 * A file in which a dataset can be had.
 * @param schema address of what says how the file is made
 */
export function distribution(
	{ file, bytes, hash }: Pick<PublishedFile, 'file'> & Partial<PublishedFile>,
	title: string,
	licence: Licence,
	schema: string
): Node {
	const ending = file.slice(file.lastIndexOf('.') + 1);
	return {
		'@id': `#bestand-${file}`,
		'@type': 'dcat:Distribution',
		'dct:title': title,
		'dct:license': licenceDocument(licence),
		'dct:language': dutch,
		'dct:conformsTo': standard(schema),
		'dcat:accessURL': { '@id': file },
		'dcat:downloadURL': { '@id': file },
		'dcat:mediaType': {
			'@id': `https://www.iana.org/assignments/media-types/${mediaTypes[ending]!}`,
			'@type': 'dct:MediaType'
		},
		...(bytes !== undefined && { 'dcat:byteSize': typed('nonNegativeInteger', String(bytes)) }),
		...(hash !== undefined && { 'spdx:checksum': checksum(hash) })
	};
}
