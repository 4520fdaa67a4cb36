import { hasLiteral, literal, readWritten, written, writtenRows } from './fixtures.ts';
import { collection } from './odata.ts';
import { json, jsonFile, type Route } from './server.ts';

/** The literal table 03759ned: population per gemeente. */
export const population = {
	there: hasLiteral('cbs-odata-v4/03759ned/observations-page-1.json'),
	feed: {
		adapter: 'cbs-v4',
		table: '03759ned',
		measures: [{ name: 'M000352', indicator: 'inwoners' }],
		areas: ['GM0637', 'GM1783', 'GM1969', 'NL01']
	},
	/** Its files at their addresses, each through a way of answering. */
	routes(answer: (file: string) => Route): Record<string, Route> {
		const codes = ['BurgerlijkeStaat', 'Geslacht', 'Leeftijd', 'Perioden', 'RegioS'];
		const files: [string, string][] = [
			['Properties', 'properties'],
			['Dimensions', 'dimensions'],
			['MeasureCodes', 'measure-codes'],
			...codes.map((name): [string, string] => [`${name}Codes`, `codes-${name}`]),
			['Observations', 'observations-page-1']
		];
		return Object.fromEntries(
			files.map(([name, file]) => [
				`/odata/v1/CBS/03759ned/${name}`,
				answer(literal(`cbs-odata-v4/03759ned/${file}.json`))
			])
		);
	}
};

const v4Names = [
	'Properties',
	'Dimensions',
	'MeasureCodes',
	'LeeftijdCodes',
	'HerkomstCodes',
	'RegioSCodes',
	'PeriodenCodes'
];
const v4Path = '/odata/v1/CBS/99001ned';

/** The first page of the small table of v4, and the second. */
export const v4Pages = (): [Route, Route] => [
	jsonFile(written('v4/Observations-1.json')),
	jsonFile(written('v4/Observations-2.json'))
];

/** A small table of v4 in two pages; what its figures answer can be replaced. */
export function v4Routes(observations?: Route): Record<string, Route> {
	const [first, second] = v4Pages();
	const paged: Route = (url, times) => {
		const page = url.searchParams.has('$skip') ? second : first;
		return typeof page === 'function' ? page(url, times) : page;
	};
	return {
		...Object.fromEntries(v4Names.map((name) => [`${v4Path}/${name}`, jsonFile(written(`v4/${name}.json`))])),
		[`${v4Path}/Observations`]: observations ?? paged
	};
}

export const v4Feed = {
	adapter: 'cbs-v4',
	table: '99001ned',
	measures: [{ name: 'Mensen met hulp', indicator: 'hulp' }],
	areas: ['GM0637', 'GM1783', 'NL01'],
	breakdowns: { Leeftijd: { '20300': '18+', '80200': '65+' } }
};

/** A small table of v3 that honours filters, in pages of a size. */
export function v3Routes(name: 'health' | 'iv3', table: string, size = 10_000): Record<string, Route> {
	const names = {
		health: ['TableInfos', 'DataProperties', 'Leeftijd', 'Marges', 'WijkenEnBuurten', 'Perioden'],
		iv3: ['TableInfos', 'DataProperties', 'TaakveldBalanspost', 'Categorie', 'Gemeenten', 'Verslagsoort']
	};
	const rows = writtenRows(`${name}/UntypedDataSet.json`);
	return {
		...Object.fromEntries(
			names[name].map((each) => [`/odata/${table}/${each}`, jsonFile(written(`${name}/${each}.json`))])
		),
		[`/odata/${table}/UntypedDataSet`]: collection(rows, { size, host: 'https://dataderden.cbs.nl' })
	};
}

export const healthFeed = {
	adapter: 'cbs-v3',
	table: '99002NED',
	measures: [{ name: 'Eenzaam', indicator: 'eenzaamheid', lower: 'MOG0095', upper: 'MBG0095' }],
	areas: ['NL01', 'GM1783'],
	levels: ['wijk', 'buurt'],
	breakdowns: { Leeftijd: { '20300': '18+', '80200': '65+' } },
	estimates: true
};

/** The boundaries of one gemeente and two of its wijken. */
export function pdokRoutes(): Record<string, Route> {
	const base = '/ogc/v1';
	return {
		[base]: jsonFile(written('pdok/landing.json')),
		[`${base}/collections/gemeenten/items`]: {
			...jsonFile(written('pdok/gemeenten.json')),
			type: 'application/geo+json'
		},
		[`${base}/collections/wijken/items`]: (url) =>
			jsonFile(written(url.searchParams.has('cursor') ? 'pdok/wijken-2.json' : 'pdok/wijken-1.json'))
	};
}

/** The modified day of a table as another one. */
export const edited = (path: string, change: (value: Record<string, unknown>) => void): Route => {
	const value = readWritten(path);
	change(value);
	return json(value);
};
