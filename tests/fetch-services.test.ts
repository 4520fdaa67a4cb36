import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as parseYaml } from 'yaml';
import { feeds as feedsSchema, type Feed } from '#lib/schema/feed.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import { emptyFolder, hasLiteral, literal, readWritten, written, writtenRows } from './replay/fixtures.ts';
import { collection, fits } from './replay/odata.ts';
import { fetchFeed } from './replay/run.ts';
import { json, jsonFile, startReplay, type Replay, type Route } from './replay/server.ts';
import { edited, healthFeed, pdokRoutes, population, v3Routes, v4Feed, v4Routes } from './replay/tables.ts';

let replay: Replay;
afterEach(() => replay.close());

const writtenFeatures = (path: string) => (readWritten(path) as { features?: unknown[] }).features ?? [];

const fileRows = (file: string) =>
	(JSON.parse(readFileSync(file, 'utf8')) as { value: Record<string, unknown>[] }).value;

describe.skipIf(!population.there)('the literal table 03759ned (skipped where ../shared is missing)', () => {
	const figures = 'cbs-odata-v4/03759ned/observations-page-1.json';
	const isFigures = (file: string) => file === literal(figures);

	/** Services that all give the same table, each in its own way. */
	const ways: Record<string, (file: string) => Route> = {
		'answers literal addresses only': (file) => (url) => (url.search === '' ? jsonFile(file) : undefined),
		'ignores what is asked': (file) => jsonFile(file),
		'refuses a filter': (file) => (url) =>
			url.search === '' ? jsonFile(file) : { status: 501, type: 'text/plain', body: 'geen filters' },
		'honours a filter': (file) => (isFigures(file) ? collection(fileRows(file)) : jsonFile(file)),
		'honours a filter, in pages of seven': (file) =>
			isFigures(file)
				? collection(fileRows(file), { size: 7, link: '@odata.nextLink', host: 'https://datasets.cbs.nl' })
				: jsonFile(file)
	};
	const expected = () =>
		fileRows(literal(figures))
			.filter((row) => row['Measure'] === 'M000352' && population.feed.areas.includes(String(row['RegioS'])))
			.map(
				(row) =>
					`inwoners,${String(row['RegioS'])},${String(row['Perioden']).slice(0, 4)},totaal,${String(row['Value'])},,,,definitive`
			)
			.toSorted();

	test.each(Object.entries(ways))('from a service that %s', async (_, way) => {
		replay = await startReplay(population.routes(way));
		const { rows, receipt, problems } = await fetchFeed({
			...population.feed,
			baseUrl: `${replay.base}/odata/v1/CBS`
		});
		expect(problems).toEqual([]);
		expect(rows).toHaveLength(32);
		expect(rows).toEqual(expected());
		expect(receipt).toMatchObject({
			table: '03759ned',
			title: 'Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio',
			publisher: 'Centraal Bureau voor de Statistiek',
			licence: 'CC BY 4.0',
			modified: '2026-06-23T00:00:00+02:00',
			retrieved: '2026-11-23T12:00:00Z',
			rows: 32
		});
	});

	test.each([
		['honours a filter, in pages of seven', true],
		['ignores what is asked', false]
	])(
		'tells how many rows came in, of how many where that is known, and ends full: a service that %s',
		async (way, isKnown) => {
			replay = await startReplay(population.routes(ways[way]!));
			const told: [number, number | undefined][] = [];
			await fetchFeed(
				{ ...population.feed, baseUrl: `${replay.base}/odata/v1/CBS` },
				{ progress: (done, expected) => told.push([done, expected]) }
			);
			const all = isKnown ? 32 : fileRows(literal(figures)).length;
			const [done, known] = [told.map(([rows]) => rows), told.slice(0, -1).map(([, expected]) => expected)];
			expect(done).toEqual(done.toSorted((a, b) => a - b));
			expect(told.at(-1)).toEqual([all, all]);
			expect(known.every((expected) => (expected === undefined) === !isKnown)).toBe(true);
			expect(known.every((expected, i) => (expected ?? Infinity) >= done[i]!)).toBe(true);
		}
	);

	test('one measure of four areas costs four areas, where the service can filter', async () => {
		replay = await startReplay(population.routes(ways['honours a filter']!));
		const { receipt } = await fetchFeed({ ...population.feed, baseUrl: `${replay.base}/odata/v1/CBS` });
		const asked = receipt!.addresses.filter(({ address }) => address.includes('Observations'));
		expect(asked).toHaveLength(1);
		expect(asked[0]!.bytes).toBeLessThan(10_000);
		expect(receipt!.remarks.join()).not.toContain('hele tabel');
	});

	test('a province is the gemeenten in it, and costs no more than those', async () => {
		const table = fileRows(literal(figures)).filter((row) => row['Measure'] === 'M000352');
		replay = await startReplay(population.routes(ways['honours a filter']!));
		const { rows, receipt } = await fetchFeed({
			...population.feed,
			...{ areas: ['PV20'], baseUrl: `${replay.base}/odata/v1/CBS` }
		});
		const codes = fileRows(literal('cbs-odata-v4/03759ned/codes-RegioS.json'))
			.filter((each) => each['DimensionGroupId'] === 'GMPV20')
			.map((each) => String(each['Identifier']));
		const inside = table.filter((row) => codes.includes(String(row['RegioS'])));
		const there = new Set(inside.filter((row) => row['Value'] !== null).map((row) => row['RegioS']));
		expect(there.size).toBeGreaterThan(5);
		expect(new Set(rows.map((row) => row.split(',')[1]))).toEqual(there);
		expect(rows).toHaveLength(inside.filter((row) => there.has(row['RegioS'])).length);
		expect(receipt!.remarks.join()).toMatch(
			/Gemeenten die er in deze jaren niet waren, doen niet mee: GM\d{4}, /
		);
		expect(receipt!.remarks.join()).not.toContain('hele tabel');
		const asked = receipt!.addresses.filter(({ address }) => address.includes('Observations'));
		expect(asked.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(inside.length * 300);
	});

	test('a province of which the table does not say what is in it is told', async () => {
		replay = await startReplay(population.routes((file) => jsonFile(file)));
		const { problems } = await fetchFeed({
			...population.feed,
			...{ areas: ['PV99'], baseUrl: `${replay.base}/odata/v1/CBS` }
		});
		expect(problems).toEqual([
			expect.stringContaining(
				'er staat "PV99", verwacht: een provincie waarvan kolom "RegioS" zegt welke gemeenten'
			)
		]);
	});

	test('keeps why a figure is missing', async () => {
		replay = await startReplay(population.routes(ways['ignores what is asked']!));
		const { rows } = await fetchFeed({
			...population.feed,
			measures: [{ name: 'Gemiddelde bevolking', indicator: 'gemiddeld' }],
			areas: ['NL01'],
			periods: [2025, 2026],
			baseUrl: `${replay.base}/odata/v1/CBS`
		});
		expect(rows).toEqual([
			expect.stringMatching(/^gemiddeld,NL01,2025,totaal,\d+(\.\d)?,,,,definitive$/),
			'gemiddeld,NL01,2026,totaal,,,,,not-applicable'
		]);
	});
});

describe('OData v4, in two pages written from the documentation', () => {
	test('keeps groups, reasons and provisional years, and says what it chose', async () => {
		replay = await startReplay(v4Routes());
		const { rows, receipt } = await fetchFeed({ ...v4Feed, baseUrl: `${replay.base}/odata/v1/CBS` });
		const groups = new Set(rows.map((row) => row.split(',')[3]));
		expect([...groups].toSorted()).toEqual([
			'leeftijd=18-plus;herkomst=europa-zonder-nederland',
			'leeftijd=18-plus;herkomst=nederland',
			'leeftijd=65-plus;herkomst=europa-zonder-nederland',
			'leeftijd=65-plus;herkomst=nederland'
		]);
		expect(rows).toHaveLength(3 * 2 * 4);
		expect(rows).toContain('hulp,GM1783,2025,leeftijd=65-plus;herkomst=nederland,,,,,suppressed');
		expect(rows.filter((row) => row.includes(',2025,')).every((row) => !row.endsWith('definitive'))).toBe(
			true
		);
		expect(receipt!.remarks[0]).toBe(
			'De feed zegt niets over "Herkomst" en een totaal is er niet te herkennen. Alle 2 categorieën zijn meegenomen.'
		);
		expect(replay.asked.filter((path) => path.includes('$skip'))).toEqual([
			'/odata/v1/CBS/99001ned/Observations?$skip=72'
		]);
	});

	test('a feed that knows more gives the status, and why a figure is not available', async () => {
		const rows = ['NotAvailable', 'Confidential', 'Impossible'].map((ValueAttribute, i) => ({
			...{ Measure: 'M000001', Value: null, ValueAttribute, RegioS: ['NL01  ', 'GM0637', 'GM1783'][i] },
			...{ Perioden: '2024JJ00', Leeftijd: '20300', Herkomst: 'A1' }
		}));
		const [first] = writtenRows('v4/Observations-1.json').filter((row) => row['Value'] !== null);
		const there = {
			...first,
			...{ Leeftijd: '80200', Herkomst: 'A1', Perioden: '2024JJ00', Measure: 'M000001' }
		};
		replay = await startReplay(v4Routes(json({ value: [...rows, there] })));
		const fetched = await fetchFeed({
			...v4Feed,
			...{ status: 'provisional', missing: 'not-yet', baseUrl: `${replay.base}/odata/v1/CBS` }
		});
		expect(fetched.rows.map((row) => row.split(',').at(-1)).toSorted()).toEqual([
			'not-applicable',
			'not-yet',
			'provisional',
			'suppressed'
		]);
	});

	test('a measure by its code in small letters, without a feed', async () => {
		replay = await startReplay(v4Routes());
		const { rows } = await fetchFeed({
			...v4Feed,
			breakdowns: { Herkomst: { A1: 'totaal' } },
			measures: [{ name: 'M000002', indicator: 'm000002' }],
			areas: ['GM0637'],
			periods: [2024],
			baseUrl: `${replay.base}/odata/v1/CBS`
		});
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatch(/^m000002,GM0637,2024,totaal,/);
	});
});

describe('OData v3, health written from the documentation', () => {
	const path = '/odata/99002NED';

	test('reads margins, ages and padded keys, in pages', async () => {
		replay = await startReplay(v3Routes('health', '99002NED', 5));
		const { rows, receipt, problems } = await fetchFeed({ ...healthFeed, baseUrl: `${replay.base}/odata` });
		expect(problems).toEqual([]);
		expect(rows).toHaveLength(4 * 2 * 2);
		expect(rows[0]).toBe('eenzaamheid,BU17830101,2020,18+,40,37.5,42.5,,estimate');
		expect(rows).toContain('eenzaamheid,BU17830101,2024,65+,,,,,unknown');
		expect(rows.filter((row) => row.includes(',NL01,'))).toHaveLength(4);
		expect(receipt!.publisher).toBe("RIVM, GGD'en en CBS");
		const asked = replay.asked.find((each) => each.startsWith(`${path}/UntypedDataSet`))!;
		expect(asked).toContain("WijkenEnBuurten eq 'GM1783    '");
		expect(asked).toContain("(Leeftijd eq '20300   ' or Leeftijd eq '80200   ')");
		expect(asked).toContain('$select=Leeftijd,Marges,WijkenEnBuurten,Perioden,Eenzaam_28&');
		expect(asked).not.toContain('GM0637');
		expect(replay.asked.filter((each) => each.includes('$skip')).length).toBeGreaterThan(3);
	});

	test('a full stop is what the feed says it is, and a status that of the feed; of a measure before that of all', async () => {
		replay = await startReplay(v3Routes('health', '99002NED'));
		const [measure] = healthFeed.measures;
		const statuses = async (own: object, ofMeasure: object = {}) => {
			const { rows } = await fetchFeed({
				...{ ...healthFeed, estimates: undefined, baseUrl: `${replay.base}/odata`, ...own },
				measures: [{ ...measure, ...ofMeasure }]
			});
			return [...new Set(rows.map((row) => row.split(',').at(-1)))].toSorted();
		};
		expect(await statuses({})).toEqual(['definitive', 'unknown']);
		expect(await statuses({ missing: 'suppressed' })).toEqual(['definitive', 'suppressed']);
		expect(await statuses({ missing: 'suppressed' }, { missing: 'not-yet' })).toEqual([
			'definitive',
			'not-yet'
		]);
		expect(await statuses({ status: 'provisional' })).toEqual(['provisional', 'unknown']);
		expect(await statuses({ estimates: true }, { status: 'provisional' })).toEqual([
			'provisional',
			'unknown'
		]);
	});

	test('without bounds asks for the figure alone, and an empty cell was not asked', async () => {
		replay = await startReplay(v3Routes('health', '99002NED'));
		const { rows } = await fetchFeed({
			...healthFeed,
			measures: [{ name: 'ErnstigZeerErnstigEenzaam', indicator: 'ernstig' }],
			areas: ['GM0637'],
			levels: undefined,
			baseUrl: `${replay.base}/odata`
		});
		expect(rows.map((row) => row.split(',').slice(2).join())).toEqual([
			'2020,18+,,,,,not-asked',
			'2020,65+,,,,,not-asked',
			'2024,18+,14,,,,estimate',
			'2024,65+,11,,,,estimate'
		]);
		expect(replay.asked.join('\n')).toContain("(Marges eq 'MW00000')");
	});

	test('a long filter is split, and no address gets too long', async () => {
		const codes = Array.from({ length: 120 }, (_, i) => `BU1783${String(i).padStart(4, '0')}`);
		const keys = codes.map((Key) => ({ Key, Title: Key }));
		const figures = codes.map((WijkenEnBuurten, i) => ({
			WijkenEnBuurten,
			Leeftijd: '20300   ',
			Marges: 'MW00000',
			Perioden: '2024JJ00',
			Eenzaam_28: `     ${i}.0`
		}));
		replay = await startReplay({
			...v3Routes('health', '99002NED'),
			[`${path}/WijkenEnBuurten`]: json({ value: keys }),
			[`${path}/UntypedDataSet`]: collection(figures)
		});
		const { rows } = await fetchFeed({
			...healthFeed,
			measures: [{ name: 'Eenzaam', indicator: 'eenzaamheid' }],
			baseUrl: `${replay.base}/odata`
		});
		const asked = replay.asked.filter((each) => each.includes('UntypedDataSet'));
		expect(rows.map((row) => Number(row.split(',')[4]))).toEqual(codes.map((_, i) => i));
		expect(asked.length).toBeGreaterThan(1);
		for (const each of asked) expect(encodeURI(each).length).toBeLessThan(1900);
		for (const code of codes) expect(asked.filter((each) => each.includes(code))).toHaveLength(1);
	});

	test('a service that ignores filters is asked once, not once for each part of the filter', async () => {
		const all = jsonFile(written('health/UntypedDataSet.json'));
		replay = await startReplay({ ...v3Routes('health', '99002NED'), [`${path}/UntypedDataSet`]: all });
		const { rows, receipt } = await fetchFeed({ ...healthFeed, baseUrl: `${replay.base}/odata` });
		expect(rows).toHaveLength(16);
		expect(replay.asked.filter((each) => each.includes('UntypedDataSet'))).toHaveLength(1);
		expect(receipt!.remarks).toContain(
			'De dienst let niet op de selectie. De hele tabel is opgehaald (126 rijen) en hier gefilterd.'
		);
	});

	/** The same table with another key and title for loneliness. */
	const renamed = (key: string, title: string) => ({
		...v3Routes('health', '99002NED'),
		[`${path}/DataProperties`]: edited('health/DataProperties.json', (value) => {
			const found = (value['value'] as Record<string, unknown>[]).find(({ Key }) => Key === 'Eenzaam_28')!;
			Object.assign(found, { Key: key, Title: title });
		}),
		[`${path}/UntypedDataSet`]: json({
			value: fileRows(written('health/UntypedDataSet.json')).map((row) => ({
				...row,
				[key]: row['Eenzaam_28']
			}))
		})
	});

	test('a measure that got another number is found', async () => {
		replay = await startReplay(renamed('Eenzaam_27', 'Eenzame mensen'));
		const { rows } = await fetchFeed({ ...healthFeed, baseUrl: `${replay.base}/odata` });
		expect(rows).toHaveLength(16);
	});

	test('an area whose code cannot be read is told', async () => {
		replay = await startReplay({
			...v3Routes('health', '99002NED'),
			[`${path}/WijkenEnBuurten`]: edited('health/WijkenEnBuurten.json', (value) => {
				const areas = value['value'] as Record<string, unknown>[];
				areas.find(({ Title }) => Title === 'Naaldwijk')!['Key'] = 'WK17830a  ';
			})
		});
		const { problems, files } = await fetchFeed({ ...healthFeed, baseUrl: `${replay.base}/odata` });
		expect(problems).toEqual([
			expect.stringContaining(
				'er staat "WK17830a ", verwacht: in kolom "WijkenEnBuurten" een gebiedscode als GM1783, WK178301 of BU17830101'
			)
		]);
		expect(files).toEqual([]);
	});

	test('a measure that got another name is told with those that are most like it', async () => {
		replay = await startReplay(renamed('GevoelVanEenzaamheid_28', 'Gevoel van eenzaamheid'));
		const { problems, files } = await fetchFeed({ ...healthFeed, baseUrl: `${replay.base}/odata` });
		expect(problems).toEqual([
			`${replay.base}/odata/99002NED/DataProperties?$format=json: er staat "Eenzaam", verwacht: een maat van deze tabel; ` +
				'het meest lijken erop: ErnstigZeerErnstigEenzaam_29 (Eenzaamheid/Ernstig/zeer ernstig eenzaam), ' +
				'GevoelVanEenzaamheid_28 (Eenzaamheid/Gevoel van eenzaamheid), Gemeentenaam_1 (Gemeentenaam)'
		]);
		expect(files).toEqual([]);
	});
});

test('Iv3, written from the documentation: amounts may be large and negative, a missing one is compared as a whole', async () => {
	replay = await startReplay(v3Routes('iv3', '99003NED'));
	const { rows, problems } = await fetchFeed({
		adapter: 'cbs-v3',
		table: '99003NED',
		measures: [{ name: 'k_1000Euro', indicator: 'lasten' }],
		areas: ['GM0637'],
		breakdowns: {
			TaakveldBalanspost: { '6.1': 'taakveld=6-1', '6.71a': 'taakveld=6-71a' },
			Categorie: { 'L1.1': 'totaal', 'L7.1': 'categorie=l7-1' },
			Verslagsoort: { '2023X000': 'verslag=begroting', '2023X005': 'verslag=jaarrekening' }
		},
		baseUrl: `${replay.base}/odata`
	});
	expect(problems).toEqual([]);
	expect(rows).toHaveLength(8);
	expect(rows).toContain('lasten,GM0637,2023,taakveld=6-1;verslag=begroting,,,,,unknown');
	expect(rows).toContain('lasten,GM0637,2023,taakveld=6-1;verslag=jaarrekening,-123456,,,,definitive');
	expect(rows).toContain('lasten,GM0637,2023,taakveld=6-71a;verslag=begroting,-99997,,,,definitive');
});

describe('boundaries of PDOK, written from the documentation', () => {
	test('are rounded, sorted and without water, with key figures where they are named', async () => {
		replay = await startReplay(pdokRoutes());
		const { files, text, rows, receipt, problems } = await fetchFeed({
			adapter: 'pdok',
			areas: ['GM0637'],
			levels: ['wijk'],
			boundaries: 2024,
			baseUrl: `${replay.base}/ogc/v1`,
			measures: [
				{ name: 'aantal_inwoners', indicator: 'inwoners' },
				{ name: 'aantal_huishoudens', indicator: 'huishoudens' }
			]
		});
		expect(problems).toEqual([]);
		expect(files).toEqual(['proef.csv', 'proef.geojson', 'proef.receipt.json']);
		const { features } = JSON.parse(text('proef.geojson')) as {
			features: { properties: unknown; geometry: { coordinates: unknown } }[];
		};
		expect(features.map(({ properties }) => properties)).toEqual([
			{ code: 'GM0637', name: 'Zoetermeer', level: 'gemeente' },
			{ code: 'WK063700', name: 'Centrum', level: 'wijk' },
			{ code: 'WK063701', name: 'Meerzicht', level: 'wijk' }
		]);
		expect(features[0]!.geometry.coordinates).toEqual([
			[
				[
					[4.5, 52.05],
					[4.512346, 52.05],
					[4.512346, 52.06],
					[4.5, 52.05]
				]
			]
		]);
		expect(rows).toEqual([
			'huishoudens,GM0637,2024,totaal,,,,,not-yet',
			'huishoudens,WK063700,2024,totaal,100,,,,definitive',
			'huishoudens,WK063701,2024,totaal,100,,,,definitive',
			'inwoners,GM0637,2024,totaal,128434,,,,definitive',
			'inwoners,WK063700,2024,totaal,,,,,suppressed',
			'inwoners,WK063701,2024,totaal,15000,,,,definitive'
		]);
		expect(receipt).toMatchObject({
			title: 'CBS Wijken en Buurten 2024 (OGC API)',
			licence: 'CC BY 4.0',
			rows: 6
		});
		expect(receipt!.boundaries!.rows).toBe(3);
		expect(replay.asked).toContain(
			'/ogc/v1/collections/wijken/items?cursor=abc&f=json&gemeentecode=GM0637&limit=1000'
		);
	});

	test('come whole from a service that does not select, and the receipt says so', async () => {
		const other = { gemeentecode: 'GM1783', gemeentenaam: 'Westland' };
		const square = {
			type: 'Polygon',
			coordinates: [
				[
					[4, 52],
					[4.1, 52],
					[4.1, 52.1],
					[4, 52]
				]
			]
		};
		const [own] = writtenFeatures('pdok/gemeenten.json');
		replay = await startReplay({
			...pdokRoutes(),
			'/ogc/v1/collections/gemeenten/items': (url) =>
				url.searchParams.has('gemeentecode')
					? { status: 400, type: 'application/json', body: '{}' }
					: json({ features: [{ properties: other, geometry: square }, own] })
		});
		const { text, receipt } = await fetchFeed({
			adapter: 'pdok',
			areas: ['GM0637', 'GM1969'],
			baseUrl: `${replay.base}/ogc/v1`
		});
		expect(text('proef.geojson').match(/"id":"GM\d+"/g)).toEqual(['"id":"GM0637"']);
		expect(receipt!.remarks).toEqual([
			'De dienst selecteert niet op gemeente. Alle gemeenten zijn opgehaald.',
			'Van deze gebieden zijn er geen grenzen: GM1969.',
			'De grenzen zijn vereenvoudigd: zij liggen hoogstens 25 meter van de echte.'
		]);
		expect(replay.asked.filter((each) => each.includes('/items'))).toHaveLength(2);
	});

	test('land beside the lists of areas, with a receipt', async () => {
		replay = await startReplay(pdokRoutes());
		const data = emptyFolder();
		const { text } = await fetchFeed(
			{
				...{ adapter: 'pdok', areas: ['GM0637'], levels: ['wijk'], boundaries: 2024 },
				baseUrl: `${replay.base}/ogc/v1`
			},
			{ data, replace: true }
		);
		const landed = readFileSync(join(data, 'areas/wijken-2024.geojson'), 'utf8');
		expect(landed).toBe(text('proef.geojson'));
		const { boundaries } = JSON.parse(readFileSync(join(data, 'receipts/proef.json'), 'utf8')) as Receipt;
		expect(boundaries).toEqual({
			...{ year: 2024, rows: 3 },
			hash: createHash('sha256').update(landed).digest('hex')
		});
		const formOf = (json: string) => {
			const [first] = (JSON.parse(json) as { features: { properties: object }[] }).features.slice(-1);
			return Object.keys(first!.properties);
		};
		expect(formOf(landed)).toEqual(formOf(readFileSync('data/areas/wijken-2024.geojson', 'utf8')));
	});

	test('alone give no file of figures', async () => {
		replay = await startReplay(pdokRoutes());
		const { files, receipt } = await fetchFeed({
			adapter: 'pdok',
			areas: ['GM0637'],
			baseUrl: `${replay.base}/ogc/v1`
		});
		expect(files).toEqual(['proef.geojson', 'proef.receipt.json']);
		expect(receipt!.rows).toBeUndefined();
	});
});

const v3Folder = 'cbs-odata-v3';

const embedded = (id: string) =>
	feedsSchema.parse(parseYaml(readFileSync('data/feeds.yaml', 'utf8'))).find((each) => each.id === id)!;
const linesOf = (csv: string): string[] => csv.trimEnd().split('\n').slice(1).toSorted();

/** A service of v3 that has the figures of `data/` for a feed: a full stop where one is missing, and nothing where none is. */
function embeddedRoutes({ table, measures, breakdowns = {}, source }: Feed): Record<string, Route> {
	const rows = linesOf(readFileSync(`data/observations/${source}.csv`, 'utf8')).map((line) =>
		line.split(',')
	);
	const ages = Object.entries((breakdowns['Leeftijd'] ?? {}) as Record<string, string>);
	const topics = new Map(measures.map(({ name, indicator }, i) => [indicator, `${name}_${i + 10}`]));
	const figures = new Map<string, Record<string, string | null>>();
	for (const [indicator, area, period, group, value] of rows) {
		const key = `${area} ${period} ${group}`;
		const cells = figures.get(key) ?? {
			...Object.fromEntries([...topics.values()].map((topic) => [topic, null])),
			...{ WijkenEnBuurten: area!.padEnd(10), Perioden: `${period}JJ00`, Marges: 'MW00000' },
			Leeftijd: ages.find(([, label]) => label === group)?.[0] ?? null
		};
		cells[topics.get(indicator!)!] = value === '' ? '       .' : value!.padStart(8);
		figures.set(key, cells);
	}
	const keys = (index: number, key = (text: string) => text) =>
		json({
			value: [...new Set(rows.map((row) => row[index]!))].map((each) => ({ Key: key(each), Title: each }))
		});
	const properties = [
		{ ID: 0, Type: 'GeoDetail', Key: 'WijkenEnBuurten' },
		{ ID: 1, Type: 'TimeDimension', Key: 'Perioden' },
		...(ages.length > 0
			? [
					{ ID: 2, Type: 'Dimension', Key: 'Leeftijd' },
					{ ID: 3, Type: 'Dimension', Key: 'Marges' }
				]
			: []),
		...[...topics.values()].map((Key, i) => ({ ID: 4 + i, Type: 'Topic', Key, Title: Key }))
	];
	const margins = ['MW00000', 'MOG0095', 'MBG0095'].map((Key) => ({ Key, Title: Key }));
	const answers: Record<string, Route> = {
		TableInfos: json({ value: [{ Title: 'Zoals in data/' }] }),
		DataProperties: json({ value: properties }),
		WijkenEnBuurten: keys(1, (code) => code.padEnd(10)),
		Perioden: keys(2, (year) => `${year}JJ00`),
		Leeftijd: json({ value: ages.map(([Key, Title]) => ({ Key, Title })) }),
		Marges: json({ value: margins }),
		UntypedDataSet: collection([...figures.values()])
	};
	return Object.fromEntries(
		Object.entries(answers).map(([name, route]) => [`/odata/${table!}/${name}`, route])
	);
}

test.each(['gezondheid-2020', 'gezondheid-2024', 'kerncijfers-2020', 'kerncijfers-2024'])(
	'the feed %s gives the figures of data/ with the same status and reason, and asks no consent',
	async (id) => {
		const feed = { ...embedded(id), changes: undefined };
		replay = await startReplay(embeddedRoutes(feed));
		const { text, problems, reasons } = await fetchFeed({ ...feed, baseUrl: `${replay.base}/odata` });
		expect({ problems, reasons }).toEqual({ problems: [], reasons: [] });
		const number = (line: string) => line.replace(/,(-?\d+)\.0(?=,)/, ',$1');
		const fetched = linesOf(text(`${feed.source}.csv`)).filter((line) => !line.endsWith(',not-asked'));
		const known = linesOf(readFileSync(`data/observations/${feed.source}.csv`, 'utf8'));
		expect(fetched).toEqual(known.map(number).toSorted());
	}
);

describe.skipIf(!hasLiteral(v3Folder))('literal answers of v3 (skipped where ../shared is missing)', () => {
	test('two pages of 10,000 rows are followed by their link', async () => {
		const recorded = (name: string) => jsonFile(literal(`${v3Folder}/recorded/${name}.json`));
		replay = await startReplay({
			'/odata/83599NED/TableInfos': json({
				value: [{ Title: 'Openstaande vacatures', Modified: '2020-05-14T02:00:00' }]
			}),
			'/odata/83599NED/DataProperties': json({
				value: [
					{ ID: 0, Type: 'Dimension', Key: 'BedrijfstakkenBranchesSBI2008', Title: 'Bedrijfstakken' },
					{ ID: 1, Type: 'GeoDimension', Key: 'RegioS', Title: "Regio's" },
					{ ID: 2, Type: 'TimeDimension', Key: 'Perioden', Title: 'Perioden' },
					{ ID: 3, Type: 'Topic', Key: 'OpenstaandeVacatures_1', Title: 'Openstaande vacatures' }
				]
			}),
			'/odata/83599NED/BedrijfstakkenBranchesSBI2008': json({
				value: [
					{ Key: 'T001081', Title: 'Alle bedrijven' },
					{ Key: '300010 ', Title: 'Bouw' }
				]
			}),
			'/odata/83599NED/RegioS': json({ value: [{ Key: 'NL01  ', Title: 'Nederland' }] }),
			'/odata/83599NED/Perioden': json({ value: [{ Key: '2011KW01', Title: '2011 1e kwartaal' }] }),
			'/odata/83599NED/UntypedDataSet': recorded('tables_2'),
			'/odata/83599NED/UntypedDataSet/': (url) =>
				url.searchParams.get('$skip') === '10000' ? recorded('tables_3') : undefined
		});
		const { rows, receipt, problems } = await fetchFeed({
			adapter: 'cbs-v3',
			table: '83599NED',
			measures: [{ name: 'OpenstaandeVacatures', indicator: 'vacatures' }],
			areas: ['NL01'],
			breakdowns: { Perioden: { '2011KW01': 'kwartaal=1' } },
			baseUrl: `${replay.base}/odata`
		});
		expect(problems).toEqual([]);
		expect(rows).toEqual(['vacatures,NL01,2011,kwartaal=1,135.5,,,,definitive']);
		expect(receipt!.remarks.join()).toContain('(15.504 rijen)');
	});

	test('a table without areas is refused', async () => {
		const recorded = (i: number) => jsonFile(literal(`${v3Folder}/recorded/meta_${i}.json`));
		const table = '/odata/80137ned';
		replay = await startReplay({
			[`${table}/TableInfos`]: recorded(2),
			[`${table}/DataProperties`]: recorded(7),
			[`${table}/Persoonskenmerken`]: recorded(4),
			[`${table}/BedrijfstakkenSBI93`]: recorded(5),
			[`${table}/Perioden`]: recorded(6)
		});
		const feed = {
			adapter: 'cbs-v3',
			table: '80137ned',
			measures: [{ name: 'Totaal', indicator: 'banen' }],
			areas: ['NL01'],
			baseUrl: `${replay.base}/odata`
		};
		const { problems } = await fetchFeed(feed);
		expect(problems).toEqual([
			`${replay.base}/odata/80137ned/DataProperties?$format=json: er staat "Persoonskenmerken, BedrijfstakkenSBI93, Perioden", ` +
				'verwacht: een tabel met één kolom met gebieden'
		]);
	});

	/** The literal table 84799NED, as its service would give it. */
	async function kerncijfers(): Promise<Record<string, Route>> {
		const connection = await (await DuckDBInstance.create()).connect();
		const read = async (name: string) => {
			const file = literal(`${v3Folder}/cbs.v3.84799NED_${name}.parquet`);
			const rows = await connection.runAndReadAll(`select * from '${file}'`);
			return rows.getRowObjectsJson() as Record<string, string | number | null>[];
		};
		const untyped = (await read('TypedDataSet')).map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([key, value]) => [
					key,
					typeof value === 'number' ? String(value).padStart(8) : (value ?? '       .')
				])
			)
		);
		const info = JSON.parse(
			readFileSync(literal(`${v3Folder}/cbs.v3.84799NED_Metadata.json`), 'utf8')
		) as object;
		return {
			'/odata/84799NED/TableInfos': json({ value: [info] }),
			'/odata/84799NED/DataProperties': json({ value: await read('DataProperties') }),
			'/odata/84799NED/WijkenEnBuurten': collection(await read('WijkenEnBuurten')),
			'/odata/84799NED/UntypedDataSet': collection(untyped)
		};
	}
	test('the feed kerncijfers-2020 gives what data/observations/84799ned.csv has, and codes of borders', async () => {
		replay = await startReplay(await kerncijfers());
		const data = emptyFolder();
		cpSync('data/areas/areas-2020.csv', join(data, 'areas/areas-2020.csv'));
		mkdirSync(join(data, 'observations'));
		cpSync('data/observations/84799ned.csv', join(data, 'observations/84799ned.csv'));
		const { text, problems, reasons, receipt } = await fetchFeed(
			{ ...embedded('kerncijfers-2020'), baseUrl: `${replay.base}/odata` },
			{ data, replace: true }
		);
		expect({ problems, reasons }).toEqual({ problems: [], reasons: [] });
		expect(readFileSync(join(data, 'observations/84799ned.csv'), 'utf8')).toBe(text('84799ned.csv'));
		expect(linesOf(text('84799ned.csv'))).toEqual(
			linesOf(readFileSync('data/observations/84799ned.csv', 'utf8'))
		);
		expect(text('84799ned.changes.md')).not.toContain('Andere namen');

		const codes = readFileSync(join(data, 'areas/changes/2020.csv'), 'utf8').trimEnd().split('\n');
		expect(codes.slice(0, 2)).toEqual(['code,change,previous', 'BU06370001,1,']);
		expect(codes.filter((line) => line.endsWith(',1,'))).toHaveLength(216);
		expect(codes.filter((line) => line.endsWith(',.,'))).toEqual(['GM0637,.,', 'GM1783,.,', 'GM1969,.,']);
		expect(receipt).toMatchObject({
			changes: { year: 2020, rows: 219 },
			labels: {
				measures: { inwoners: 'Bevolking/Aantal inwoners (aantal)' },
				areas: { WK178301: 'Wijk 01 Naaldwijk' }
			}
		});
	});

	test('codes of borders alone need no measure, and keep what an editor found out', async () => {
		replay = await startReplay(await kerncijfers());
		const data = emptyFolder();
		mkdirSync(join(data, 'areas/changes'), { recursive: true });
		const place = join(data, 'areas/changes/2020.csv');
		writeFileSync(place, 'code,change,previous\nWK063700,1,WK063799\nWK063701,2,WK063798\n');
		const { files, problems } = await fetchFeed(
			{
				...embedded('grenswijzigingen-2021'),
				id: 'proef',
				table: '84799NED',
				boundaries: 2020,
				areas: ['GM0637'],
				levels: ['wijk'],
				periods: [2020],
				baseUrl: `${replay.base}/odata`
			},
			{ data, replace: true }
		);
		expect(problems).toEqual([]);
		expect(files).toEqual(['proef.areas.csv', 'proef.receipt.json']);
		expect(readFileSync(place, 'utf8').split('\n').slice(0, 4)).toEqual([
			'code,change,previous',
			'GM0637,.,',
			'WK063700,1,WK063799',
			'WK063701,1,'
		]);
	});

	test.each([
		['4', 'bij GM0637 in "IndelingswijzigingWijkenEnBuurten_4" een van: 1, 2, 3, .'],
		[null, 'bij GM0637 in "IndelingswijzigingWijkenEnBuurten_4" een van: 1, 2, 3, .']
	])('a code of a border that is %j is refused', async (code, expected) => {
		const routes = await kerncijfers();
		const row = { WijkenEnBuurten: 'GM0637    ', IndelingswijzigingWijkenEnBuurten_4: code };
		replay = await startReplay({
			...routes,
			'/odata/84799NED/UntypedDataSet': json({ value: [row] })
		});
		const { problems, files } = await fetchFeed({
			...embedded('grenswijzigingen-2021'),
			table: '84799NED',
			periods: [2020],
			baseUrl: `${replay.base}/odata`
		});
		expect(problems).toEqual([expect.stringContaining(`verwacht: ${expected}`)]);
		expect(files).toEqual([]);
	});
});

test('a table without codes of borders is told with the columns that are most like it', async () => {
	replay = await startReplay(v3Routes('health', '99002NED'));
	const { problems } = await fetchFeed({
		...healthFeed,
		boundaries: 2024,
		changes: true,
		baseUrl: `${replay.base}/odata`
	});
	expect(problems).toEqual([
		expect.stringMatching(
			/DataProperties\?\$format=json: er staat "IndelingswijzigingWijkenEnBuurten", verwacht: een maat van deze tabel; het meest lijken erop: /
		)
	]);
});

describe('names of the publisher that are other ones than the last time', () => {
	const path = '/odata/99002NED';
	const set = (name: string, key: string, change: object): Record<string, Route> => ({
		[`${path}/${name}`]: edited(`health/${name}.json`, (value) => {
			const found = (value['value'] as Record<string, string>[]).find((each) => each['Key']?.trim() === key);
			Object.assign(found!, change);
		})
	});
	const fetchInto = async (data: string, more: Record<string, Route> = {}) => {
		const before = replay;
		await before.close();
		replay = await startReplay({ ...v3Routes('health', '99002NED'), ...more });
		return fetchFeed({ ...healthFeed, baseUrl: `${replay.base}/odata` }, { data, replace: true });
	};

	test('are told, and those of a measure or group need consent', async () => {
		const data = emptyFolder();
		await fetchInto(data);
		const before = readFileSync(join(data, 'receipts/proef.json'), 'utf8');
		const { text } = await fetchInto(data, {
			...set('DataProperties', 'Eenzaam_28', { Title: 'Eenzaam | soms', Unit: 'per 1 000' }),
			...set('Leeftijd', '20300', { Title: '19 jaar of ouder' }),
			...set('WijkenEnBuurten', 'GM1783', { Title: 'Het Westland' })
		});
		const report = text('proef.changes.md');
		expect(report).toContain(
			'- 2 maten of groepen heten nu anders: eenzaamheid, Leeftijd 20300. Kijk of het nog hetzelfde is.'
		);
		expect(report).toContain('## Andere namen bij de bron (3)');
		expect(report).toMatch(/\| maat eenzaamheid \| .* \| Eenzaamheid\/Eenzaam \\\| soms \(per 1 000\) \|/);
		expect(report).toMatch(/\| groep Leeftijd 20300 \| .* \| 19 jaar of ouder \|/);
		expect(report).toContain('| gebied GM1783 | Westland | Het Westland |');
		expect(readFileSync(join(data, 'receipts/proef.json'), 'utf8')).toBe(before);
	});

	test('of an area alone need no consent; the next time they are what they were', async () => {
		const data = emptyFolder();
		await fetchInto(data);
		const other = set('WijkenEnBuurten', 'GM1783', { Title: 'Het Westland' });
		const first = await fetchInto(data, other);
		expect(first.text('proef.changes.md')).not.toContain('--accept');
		expect(first.text('proef.changes.md')).toContain('Andere namen bij de bron (1)');
		const second = await fetchInto(data, other);
		expect(second.text('proef.changes.md')).toContain('Er verandert niets');
	});

	test('a receipt that cannot be read is told', async () => {
		const data = emptyFolder();
		await fetchInto(data);
		writeFileSync(join(data, 'receipts/proef.json'), '{"feed":');
		const { problems } = await fetchInto(data);
		expect(problems).toEqual([
			expect.stringContaining('receipts/proef.json:1:9: verwacht: JSON die te lezen is')
		]);
	});
});

test.each([
	['that pages', undefined],
	[
		'that refuses a filter',
		(url: URL) => (url.search === '' ? jsonFile(written('v4/Observations-2.json')) : undefined)
	]
])('offline gives the same bytes as a service %s did', async (_, observations) => {
	replay = await startReplay(v4Routes(observations));
	const cache = emptyFolder();
	const feed = { ...v4Feed, baseUrl: `${replay.base}/odata/v1/CBS` };
	const online = await fetchFeed(feed, { cache });
	const before = replay.asked.length;
	const offline = await fetchFeed(feed, { cache, offline: true, now: () => '2030-01-01T00:00:00Z' });
	expect(online.problems).toEqual([]);
	expect(online.files).toEqual(['proef.csv', 'proef.receipt.json']);
	for (const name of online.files) expect(offline.text(name)).toBe(online.text(name));
	expect(replay.asked).toHaveLength(before);
});

test('a filter is read as it is written', () => {
	expect(fits({ A: 'x', B: "y'z" }, "(A eq 'w' or A eq 'x') and (B eq 'y''z')")).toBe(true);
	expect(fits({ A: 'x', B: 'y' }, "(A eq 'w' or A eq 'x') and (B eq 'z')")).toBe(false);
});
