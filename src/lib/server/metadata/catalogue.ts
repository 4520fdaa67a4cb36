import { licenceOf } from '#lib/domain/licences.ts';
import type { Site } from '#lib/schema/site.ts';
import type { Source } from '#lib/schema/source.ts';
import type { PublishedDataset, PublishedFile } from '../downloads.ts';
import {
	agent,
	contactPoint,
	context,
	country,
	document,
	dutch,
	distribution,
	licenceDocument,
	publicAccess,
	standard,
	theme,
	typed,
	years,
	type Node
} from './vocabulary.ts';

/** A dataset with which gemeenten and years are in it; a gemeente has its code. */
export interface CataloguedDataset extends PublishedDataset {
	keywords: string[];
	/** The whole country where the code is `null`. */
	areas: { code: string | null; name: string }[];
	years?: { first: number; last: number };
	/** Where the API starts to give its rows, for what the API has. */
	served?: { file: string; schema: string };
	/** JSON-stat of the same figures. */
	cubes?: string;
}

/** What was published on a day, and stays at its address. */
export interface CataloguedRelease {
	date: string;
	values: PublishedFile;
	texts: PublishedFile;
	/** Figures of documents, amounts of spending and verdicts of reports, where the release keeps them. */
	figures?: PublishedFile | undefined;
	amounts?: PublishedFile | undefined;
	reportVerdicts?: PublishedFile | undefined;
	sources: Source[];
}

/** What the catalogue is made of. */
export interface Catalogued {
	site: Site;
	/** Address of the site, ending on a slash; without it all addresses are relative to the catalogue. */
	base?: string;
	/** Day on which the site stands. */
	date: string;
	datasets: CataloguedDataset[];
	releases: CataloguedRelease[];
}

const place = ({ code, name }: CataloguedDataset['areas'][number]): Node =>
	code === null
		? country
		: {
				'@id': `#gebied-${code}`,
				'@type': 'dct:Location',
				'rdfs:label': name,
				'dct:identifier': typed('string', code)
			};

const creators = (sources: readonly Source[], site: Site): Node[] =>
	sources.length === 0
		? [agent(site.publisher.name, site.publisher.url)]
		: [...new Set(sources.map(({ publisher }) => publisher))].map((name) => agent(name));

/** What every dataset and service says in the same way. */
const common = (site: Site): Node => ({
	'dct:accessRights': publicAccess,
	'dct:publisher': agent(site.publisher.name, site.publisher.url),
	'dct:language': dutch,
	'dcat:contactPoint': contactPoint(site)
});

const origins = (sources: readonly Source[]): Node => ({
	'prov:wasDerivedFrom': sources.flatMap(({ url }) => (url ? [{ '@id': url }] : [])),
	'dct:provenance': sources.flatMap(({ title, note }) =>
		note ? [{ '@type': 'dct:ProvenanceStatement', 'rdfs:label': `${title}: ${note}` }] : []
	)
});

function dataset(own: CataloguedDataset, { site, base }: Catalogued): Node {
	const { name, title, text, sources, csv, parquet, duckdb, served, cubes } = own;
	const licence = licenceOf(own.licence);
	const schema = `${csv.file}-metadata.json`;
	const page = document(`./#bestand-${name}`);
	return {
		'@id': `#${name}`,
		'@type': 'dcat:Dataset',
		'dct:identifier': typed('string', base ? `${base}data/catalog.jsonld#${name}` : name),
		'dct:title': title,
		'dct:description': text,
		'dct:creator': creators(sources, site),
		...common(site),
		...origins(sources),
		'dct:conformsTo': standard('https://www.w3.org/TR/tabular-data-model/'),
		'dcat:theme': own.themes.map(theme),
		'dcat:keyword': own.keywords,
		'dct:spatial': own.areas.map(place),
		...(own.years && { 'dct:temporal': years(own.years.first, own.years.last) }),
		'dcat:landingPage': page,
		'foaf:page': page,
		'dcat:distribution': [
			distribution(csv, `${title} (CSV)`, licence, schema),
			distribution(parquet, `${title} (Parquet)`, licence, schema),
			distribution(duckdb, `${title} (DuckDB)`, licence, schema),
			...(cubes
				? [distribution({ file: cubes }, `${title} (JSON-stat)`, licence, 'https://json-stat.org/full/')]
				: []),
			...(served
				? [
						{
							...distribution({ file: served.file }, `${title} (API)`, licence, served.schema),
							'@id': `#api-${name}`,
							'dcat:accessService': { '@id': 'v1/' }
						}
					]
				: [])
		]
	};
}

function release(
	{ date, values, texts, figures, amounts, reportVerdicts, sources }: CataloguedRelease,
	{ site, base, datasets }: Catalogued
): Node {
	const name = `stand-${date}`;
	const tables = sources.filter(({ kind }) => kind === 'table');
	const documents = sources.filter(({ kind }) => kind === 'document');
	const page = document('./#uitgaven');
	const licence = (own: readonly Source[]) =>
		licenceOf([...new Set(own.map((each) => each.licence))].join(', '));
	return {
		'@id': `#${name}`,
		'@type': 'dcat:Dataset',
		'dct:identifier': typed('string', base ? `${base}data/catalog.jsonld#${name}` : name),
		'dct:title': `Stand van ${date}`,
		'dct:description': 'Alle open cijfers, doelen, afspraken en oordelen zoals de site ze op die dag gaf.',
		'dct:creator': agent(site.publisher.name, site.publisher.url),
		...common(site),
		'dct:issued': typed('date', date),
		'dcat:version': typed('string', date),
		'dcat:inSeries': { '@id': '#standen' },
		'dct:conformsTo': standard('https://www.w3.org/TR/tabular-data-model/'),
		'dcat:theme': theme('SOCI'),
		'dct:spatial': [
			...new Map(datasets.flatMap(({ areas }) => areas.map((each) => [each.code, place(each)]))).values()
		],
		'dcat:landingPage': page,
		'foaf:page': page,
		'dcat:distribution': [
			distribution(values, `Cijfers van ${date} (CSV)`, licence(tables), `${values.file}-metadata.json`),
			distribution(
				texts,
				`Doelen, afspraken en oordelen van ${date} (JSON)`,
				licence(documents),
				'v1/schema/release.json'
			),
			...(figures
				? [
						distribution(
							figures,
							`Cijfers uit raadsstukken van ${date} (CSV)`,
							licence(documents),
							`${figures.file}-metadata.json`
						)
					]
				: []),
			...(amounts
				? [
						distribution(
							amounts,
							`Bedragen van ${date} (CSV)`,
							licence(tables),
							`${amounts.file}-metadata.json`
						)
					]
				: []),
			...(reportVerdicts
				? [
						distribution(
							reportVerdicts,
							`Oordelen op de dag van elk rapport, volgens de uitgave van ${date} (CSV)`,
							licence(documents),
							`${reportVerdicts.file}-metadata.json`
						)
					]
				: [])
		]
	};
}

const service = ({ site, base, datasets }: Catalogued): Node => ({
	'@id': 'v1/',
	'@type': 'dcat:DataService',
	'dct:identifier': typed('string', base ? `${base}data/v1/` : 'v1'),
	'dct:title': `${site.title}: API`,
	'dct:description': 'Dezelfde gegevens als kleine JSON-bestanden, voor programma’s.',
	'dct:creator': agent(site.publisher.name, site.publisher.url),
	...common(site),
	'dct:license': {
		'@id': 'v1/#licentie',
		'@type': 'dct:LicenseDocument',
		'dct:title': 'Verschilt per bron; elk antwoord noemt de licentie'
	},
	'dcat:theme': theme('SOCI'),
	'dcat:keyword': ['sociaal domein', 'API'],
	'dcat:endpointURL': { '@id': 'v1/' },
	'dcat:endpointDescription': { '@id': 'v1/index.json' },
	'foaf:page': document('v1/'),
	'dcat:servesDataset': datasets.filter(({ served }) => served).map(({ name }) => ({ '@id': `#${name}` }))
});

const series = ({ site }: Catalogued): Node => ({
	'@id': '#standen',
	'@type': 'dcat:DatasetSeries',
	'dct:title': 'Standen per uitgave',
	'dct:description': 'Wat de site op de dag van elke uitgave zei. Een uitgave verandert nooit meer.',
	'dct:publisher': agent(site.publisher.name, site.publisher.url),
	'dcat:contactPoint': contactPoint(site)
});

/**
 * The catalogue of the site's data in the form of DCAT-AP-NL 3.0
 * (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), as JSON-LD with its context in it.
 */
export function catalogue(given: Catalogued): Node {
	const { site, base, date, datasets, releases } = given;
	return {
		'@context': base ? { '@base': `${base}data/catalog.jsonld`, ...context } : context,
		'@graph': [
			{
				'@id': '#catalogus',
				'@type': 'dcat:Catalog',
				'dct:title': `${site.title}: gegevens`,
				'dct:description': site.description,
				'dct:publisher': agent(site.publisher.name, site.publisher.url),
				'dct:creator': agent(site.publisher.name, site.publisher.url),
				'dct:language': dutch,
				'dct:modified': typed('date', date),
				'dcat:contactPoint': contactPoint(site),
				'foaf:homepage': document('./'),
				'dcat:themeTaxonomy': {
					'@id': 'http://publications.europa.eu/resource/authority/data-theme',
					'@type': 'skos:ConceptScheme',
					'dct:title': 'Thema’s van gegevens in Europa'
				},
				'dct:license': licenceDocument(licenceOf('EUPL-1.2')),
				'dcat:dataset': [
					...datasets.map((own) => dataset(own, given)),
					...releases.map((own) => release(own, given))
				],
				'dcat:service': service(given)
			},
			...(releases.length > 0 ? [series(given)] : [])
		]
	};
}
