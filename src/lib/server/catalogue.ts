import { group } from 'd3';
import { columnsOf } from '#lib/db/file-columns.ts';
import { holdings, reach } from '#lib/db/queries/index.ts';
import { small } from '#lib/domain/format.ts';
import { licenceOf } from '#lib/domain/licences.ts';
import { keepsFile } from './citation/kept.ts';
import { run } from './database.ts';
import { datasets, leftFile, publishedDatasets, type PublishedDataset } from './downloads.ts';
import { catalogue, type CataloguedDataset, type CataloguedRelease } from './metadata/catalogue.ts';
import { csvw } from './metadata/csvw.ts';
import { dataPackage } from './metadata/data-package.ts';
import { model } from './model.ts';
import { whereSiteStands } from './site.ts';

const urlsOf = (sources: readonly { url?: string }[]): string[] => sources.flatMap(({ url }) => url ?? []);

/** The metadata of a CSV file, or `undefined` where there is no such file. */
export async function csvMetadata(name: string): Promise<unknown> {
	const dataset = (await datasets()).find((each) => each.name === name);
	if (!dataset) return undefined;
	const { title, text, query, licence, sources } = dataset;
	return csvw({
		file: `${name}.csv`,
		title,
		text,
		columns: columnsOf(query),
		key: query.key,
		licence: licenceOf(licence),
		publisher: model.site.publisher.name,
		sources: urlsOf(sources)
	});
}

/** The data package of all CSV files. */
export async function packageOfData() {
	const files = (await publishedDatasets()).map((dataset) => ({
		...dataset,
		columns: columnsOf(dataset.query),
		key: dataset.query.key,
		licence: licenceOf(dataset.licence)
	}));
	return dataPackage(model.site, model.asOf, files);
}

/** Where the API gives the rows of a dataset. */
const servedBy: Record<string, { file: string; schema: string }> = {
	doelen: { file: 'v1/monitors.json', schema: 'v1/schema/goals.json' },
	verbindingen: { file: 'v1/monitors.json', schema: 'v1/schema/goals.json' },
	'doelen-en-indicatoren': { file: 'v1/monitors.json', schema: 'v1/schema/goals.json' },
	indicatoren: { file: 'v1/indicators.json', schema: 'v1/schema/indicators.json' },
	gebieden: { file: 'v1/areas.json', schema: 'v1/schema/areas.json' }
};

const gemeenteNames = () =>
	new Map(model.areas.filter(({ level }) => level === 'gemeente').map(({ code, name }) => [code, name]));

/** The gemeenten of a dataset: of its table, or else those that have a monitor. */
function areasOf(codes: readonly (string | null)[] | undefined): CataloguedDataset['areas'] {
	const names = gemeenteNames();
	const own = codes ?? model.monitors.map(({ monitor }) => monitor.municipality);
	return own.map((code) => ({ code, name: code === null ? 'Nederland' : (names.get(code) ?? code) }));
}

/** Titles of the themes of the indicators in a table. */
function themesIn(table: string | undefined): string[] {
	if (table === undefined) return [];
	const used = new Set(model.indicators.filter(({ tables }) => table in tables).map(({ theme }) => theme));
	return model.themes.filter(({ id }) => used.has(id)).map(({ title }) => small(title));
}

async function catalogued(): Promise<CataloguedDataset[]> {
	const held = new Map((await run(holdings)).map((row) => [row.table, row]));
	const reached = group(await run(reach), ({ table }) => table);
	return (await publishedDatasets()).map((dataset: PublishedDataset): CataloguedDataset => {
		const ofOne = dataset.sources.length === 1 ? dataset.sources[0]!.id : undefined;
		const { first, last } = held.get(ofOne ?? '') ?? {};
		const [table] = dataset.values;
		return {
			...dataset,
			keywords: ['sociaal domein', ...themesIn(ofOne)],
			areas: areasOf(reached.get(ofOne ?? '')?.map(({ municipality }) => municipality)),
			...(first !== undefined && last !== undefined && { years: { first, last } }),
			...(table === undefined
				? { served: servedBy[dataset.name] }
				: {
						served: { file: 'v1/indicators.json', schema: 'v1/schema/observations.json' },
						cubes: `jsonstat/${table}.json`
					})
		};
	});
}

const fileIfKept = (date: string, name: string) =>
	keepsFile(date, name) ? leftFile(`${date}/${name}`) : undefined;

const cataloguedReleases = (): CataloguedRelease[] =>
	model.releases.map(({ date }) => ({
		date,
		values: leftFile(`${date}/values.csv`),
		texts: leftFile(`${date}/release.json`),
		figures: fileIfKept(date, 'figures.csv'),
		amounts: fileIfKept(date, 'amounts.csv'),
		reportVerdicts: fileIfKept(date, 'report-verdicts.csv'),
		sources: model.sources
	}));

/** The catalogue of all data of the site. */
export const catalogueOfData = async () =>
	catalogue({
		site: model.site,
		base: whereSiteStands(),
		date: model.asOf,
		datasets: await catalogued(),
		releases: cataloguedReleases()
	});
