import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder, written, writtenRows } from './replay/fixtures.ts';
import { fetchFeed } from './replay/run.ts';
import { inTurn, json, jsonFile, startReplay, type Replay, type Reply, type Route } from './replay/server.ts';
import { edited, pdokRoutes, v4Feed, v4Pages, v4Routes } from './replay/tables.ts';

let replay: Replay;
let cache: string;
beforeEach(() => {
	cache = emptyFolder();
});
afterEach(() => replay.close());

const path = '/odata/v1/CBS/99001ned';
const observations = readFileSync(written('v4/Observations-1.json'), 'utf8');
const table = (figures: Route) => startReplay(v4Routes(figures));
const run = (settings: Parameters<typeof fetchFeed>[1] = {}, feed: object = {}) =>
	fetchFeed({ ...v4Feed, baseUrl: `${replay.base}/odata/v1/CBS`, ...feed }, { cache, ...settings });
/** Addresses of figures that were asked, without their filter. */
const asked = () =>
	replay.asked
		.filter((each) => each.includes('Observations'))
		.map((each) => (each.includes('$skip') ? 2 : 1));
const plain = (status: number, more: Partial<Reply> = {}): Reply => ({
	status,
	type: 'text/plain',
	body: 'druk',
	...more
});
/** First page as given, second page as it is. */
const firstPage =
	(...replies: Reply[]): Route =>
	(url, times) => {
		const [, second] = v4Pages();
		const page = url.searchParams.has('$skip') ? second : inTurn(...replies);
		return typeof page === 'function' ? page(url, times) : page;
	};

describe('trouble that passes is waited for', () => {
	test.each([
		[
			'500, 502 and 503',
			[plain(500), plain(502), plain(503), jsonFile(written('v4/Observations-1.json'))],
			[1, 1, 1, 1, 2]
		],
		['429', [plain(429), jsonFile(written('v4/Observations-1.json'))], [1, 1, 2]],
		[
			'a connection cut in the middle of a page',
			[
				{ ...jsonFile(written('v4/Observations-1.json')), cutAfter: 5000 },
				jsonFile(written('v4/Observations-1.json'))
			],
			[1, 1, 2]
		],
		[
			'a connection cut before the first byte',
			[
				{ ...jsonFile(written('v4/Observations-1.json')), cutAfter: 0 },
				jsonFile(written('v4/Observations-1.json'))
			],
			[1, 1, 2]
		]
	])('%s', async (_, replies, order) => {
		replay = await table(firstPage(...replies));
		const { problems, rows } = await run();
		expect(problems).toEqual([]);
		expect(rows).toHaveLength(24);
		expect(asked()).toEqual(order);
	});

	test('a pause lasts as long as the service asks for, and is told', async () => {
		replay = await table(
			firstPage(plain(429, { headers: { 'retry-after': '1' } }), jsonFile(written('v4/Observations-1.json')))
		);
		const told: string[] = [];
		const start = performance.now();
		const { problems } = await run({ patience: { tell: (line) => told.push(line) } });
		expect(problems).toEqual([]);
		// A timer may come a little before its time.
		expect(performance.now() - start).toBeGreaterThan(950);
		expect(told).toEqual(['HTTP 429; opnieuw over 1 s (poging 2 van 5)']);
	});

	test('a service that is silent is asked again', async () => {
		replay = await table(firstPage({ body: '', hang: true }, jsonFile(written('v4/Observations-1.json'))));
		const { problems } = await run({ patience: { silence: 200 } });
		expect(problems).toEqual([]);
	});

	test('a packed answer is unpacked', async () => {
		const packed = {
			...jsonFile(written('v4/Observations-1.json')),
			headers: { 'content-encoding': 'gzip' }
		};
		replay = await table(firstPage({ ...packed, body: gzipSync(observations) }));
		const { problems, rows } = await run();
		expect(problems).toEqual([]);
		expect(rows).toHaveLength(24);
	});
});

describe('trouble that stays is told exactly, and nothing is written', () => {
	const cases: [string, Reply, RegExp][] = [
		[
			'a service that stays busy',
			plain(503),
			/: er staat "HTTP 503", verwacht: een antwoord \(HTTP 200\); 5 keer geprobeerd$/
		],
		[
			'a connection that is always cut',
			{ ...jsonFile(written('v4/Observations-1.json')), cutAfter: 5000 },
			/: er staat "een antwoord dat na 5\.000 bytes afbreekt", verwacht: het hele antwoord van [\d.]+ bytes; 5 keer geprobeerd$/
		],
		[
			'truncated JSON',
			json(0, { body: observations.slice(0, 3000) }),
			/:\d+:\d+: verwacht: JSON die te lezen is; het antwoord breekt af na 3\.000 tekens$/
		],
		[
			'something in between that is no JSON',
			json(0, { body: '{"value": [}' }),
			/: er staat "\{"value": \[\}", verwacht: JSON die te lezen is$/
		],
		[
			'an HTML page with status 200',
			{ type: 'text/html; charset=utf-8', body: '<h1>Onderhoud</h1>' },
			/: er staat "text\/html", verwacht: gegevens, geen webpagina; kijk of het adres klopt$/
		],
		[
			'another type',
			{ type: 'text/csv', body: 'a,b' },
			/: er staat "text\/csv", verwacht: JSON \(application\/json\)$/
		],
		[
			'bytes that are no UTF-8',
			json(0, { body: Buffer.from([0x7b, 0xff, 0x7d]) }),
			/: verwacht: een antwoord in UTF-8$/
		],
		[
			'another shape',
			json({ value: [{ Measure: 1 }] }),
			/: er staat 1, verwacht: bij value\.0\.Measure een tekst/
		],
		[
			'a value with a reason for not being there',
			json({
				value: [
					{
						Measure: 'M000001',
						Value: 1,
						ValueAttribute: 'Confidential',
						RegioS: 'NL01',
						Perioden: '2024JJ00',
						Leeftijd: '20300',
						Herkomst: 'A1'
					}
				]
			}),
			/: er staat "1 met Confidential", verwacht: bij value\.0 een getal, of de reden dat het er niet is: Impossible, /
		],
		[
			'no figures at all',
			json({ value: [] }),
			/: verwacht: minstens één cijfer voor de gebieden, perioden en maten van deze feed$/
		],
		[
			'a status that asking again does not change',
			plain(403),
			/: er staat "HTTP 403", verwacht: een adres dat de dienst kent$/
		],
		[
			'a next page on another server',
			json({ value: [], '@odata.nextLink': 'https://example.org/Observations?$skip=1' }),
			/: er staat "https:\/\/example\.org\/Observations\?\$skip=1", verwacht: een volgende pagina op dezelfde server \(http:\/\/127\.0\.0\.1:\d+\)$/
		],
		[
			'a redirect to another server',
			{ status: 302, body: '', headers: { location: 'https://example.org/x' } },
			/: er staat "https:\/\/example\.org\/x", verwacht: een antwoord van de dienst zelf/
		],
		[
			'a service that asks to wait for an hour',
			plain(429, { headers: { 'retry-after': '3600' } }),
			/: er staat "HTTP 429", verwacht: een antwoord binnen 10 minuten; de dienst vraagt om 60 minuten te wachten$/
		]
	];
	test.each(cases)('%s', async (_, reply, message) => {
		replay = await table(firstPage(reply));
		const { problems, files } = await run();
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(message);
		expect(problems[0]).toContain(`${replay.base}${path}/Observations`);
		expect(files).toEqual([]);
	});

	test('an answer that is too large', async () => {
		replay = await table(firstPage(jsonFile(written('v4/Observations-1.json'))));
		const { problems } = await run({ patience: { limit: 10_000 } });
		expect(problems[0]).toMatch(/er staat "meer dan 10\.000 bytes", verwacht: een antwoord van hoogstens /);
	});

	test('pages that go round in a circle', async () => {
		replay = await table(json({ value: [], '@odata.nextLink': 'Observations?$skip=1' }));
		const { problems } = await run();
		expect(problems[0]).toMatch(/\$skip=1: verwacht: een volgende pagina die er nog niet was$/);
	});

	test('the same figure twice with another value', async () => {
		const all = writtenRows('v4/Observations-1.json');
		const row = all.find((each) => each['Leeftijd'] === '20300' && each['Perioden'] === '2024JJ00')!;
		replay = await table(json({ value: [row, { ...row, Value: 99 }] }));
		const { problems, files } = await run();
		expect(problems).toEqual([
			`${replay.base}${path}/MeasureCodes: er staat "${String(row['Value'])} en 99", ` +
				'verwacht: één cijfer voor hulp, NL01, 2024, leeftijd=18-plus;herkomst=nederland'
		]);
		expect(files).toEqual([]);
	});

	test('nobody there', async () => {
		replay = await table(firstPage());
		await replay.close();
		const { problems } = await run();
		expect(problems[0]).toMatch(
			/er staat "geen verbinding: die wordt geweigerd", verwacht: een antwoord van de dienst; 5 keer geprobeerd$/
		);
		replay = await startReplay({});
	});

	test('all that a feed names and a table does not have is told at once', async () => {
		replay = await table(firstPage());
		const { problems } = await fetchFeed({
			...v4Feed,
			measures: [
				{ name: 'Mensen met zorg', indicator: 'a' },
				{ name: 'M9', indicator: 'b' }
			],
			breakdowns: { Leeftijd: { '99999': '18+' }, Geslacht: { x: 'totaal' } },
			baseUrl: `${replay.base}/odata/v1/CBS`
		});
		expect(problems.map((each) => each.split('MeasureCodes: ')[1])).toEqual([
			'er staat "Geslacht", verwacht: een indeling van deze tabel: Leeftijd, Herkomst, RegioS, Perioden',
			'er staat "99999", verwacht: een categorie van "Leeftijd": 10000 (Totaal), 20300 (18 jaar of ouder), 80200 (65 jaar of ouder)',
			'er staat "Mensen met zorg", verwacht: een maat van deze tabel; het meest lijken erop: M000001 (Mensen met hulp), M000002 (Mensen zonder hulp)',
			'er staat "M9", verwacht: een maat van deze tabel; het meest lijken erop: M000001 (Mensen met hulp), M000002 (Mensen zonder hulp)'
		]);
	});
});

describe('what was fetched before', () => {
	test('a page that was whole is not asked again after a break; one that was malformed is, and was not kept', async () => {
		let isMended = false;
		const [first, next] = v4Pages();
		replay = await table((url, times) => {
			const page = url.searchParams.has('$skip') ? next : first;
			if (url.searchParams.has('$skip') && !isMended) return json(0, { body: '{"value": [' });
			return typeof page === 'function' ? page(url, times) : page;
		});
		expect((await run()).problems).toHaveLength(1);
		expect(asked()).toEqual([1, 2]);
		isMended = true;
		const { problems, rows } = await run();
		expect(problems).toEqual([]);
		expect(rows).toHaveLength(24);
		expect(asked()).toEqual([1, 2, 2]);
	});

	test('a table with the same Modified is not downloaded again; one with another is', async () => {
		let modified = '2026-06-23T00:00:00+02:00';
		const properties: Route = (url, times) => {
			const route = edited('v4/Properties.json', (value) => (value['Modified'] = modified));
			return typeof route === 'function' ? route(url, times) : route;
		};
		replay = await startReplay({ ...v4Routes(), [`${path}/Properties`]: properties });
		const before = await run();
		const count = replay.asked.length;
		const again = await run();
		expect(replay.asked.slice(count)).toEqual([`${path}/Properties`]);
		expect(again.text('proef.csv')).toBe(before.text('proef.csv'));
		modified = '2027-06-23T00:00:00+02:00';
		const { receipt } = await run();
		expect(replay.asked.slice(count + 1)).toHaveLength(count);
		expect(receipt!.modified).toBe(modified);
	});

	test('without a Modified a finished run starts anew, and one that broke off goes on', async () => {
		let isWhole = false;
		const routes = pdokRoutes();
		const wijken = '/ogc/v1/collections/wijken/items';
		const page = routes[wijken] as (url: URL, times: number) => Reply;
		replay = await startReplay({
			...routes,
			[wijken]: (url, times) => (url.searchParams.has('cursor') && !isWhole ? plain(403) : page(url, times))
		});
		const fetchAreas = () =>
			fetchFeed(
				{ adapter: 'pdok', areas: ['GM0637'], levels: ['wijk'], baseUrl: `${replay.base}/ogc/v1` },
				{ cache }
			);
		const items = () => replay.asked.splice(0).filter((each) => each.includes('/items')).length;
		expect((await fetchAreas()).problems).toHaveLength(1);
		expect(items()).toBe(3);
		isWhole = true;
		expect((await fetchAreas()).problems).toEqual([]);
		expect(items()).toBe(1);
		expect((await fetchAreas()).problems).toEqual([]);
		expect(items()).toBe(3);
	});

	test('offline an empty cache is told', async () => {
		replay = await table(firstPage());
		const { problems } = await run({ offline: true });
		expect(problems).toEqual([
			`${replay.base}${path}/Properties: verwacht: een antwoord in de cache; haal het eerst op zonder --offline`
		]);
		expect(replay.asked).toEqual([]);
	});

	test('offline pages of two editions are not mixed', async () => {
		let isNew = false;
		replay = await startReplay({
			...v4Routes((url, times) => {
				const [first, second] = v4Pages();
				if (isNew && url.searchParams.has('$skip')) return plain(403);
				const page = url.searchParams.has('$skip') ? second : first;
				return typeof page === 'function' ? page(url, times) : page;
			}),
			[`${path}/Properties`]: (url, times) => {
				const route = edited('v4/Properties.json', (value) => isNew && (value['Modified'] = '2027-01-01'));
				return typeof route === 'function' ? route(url, times) : route;
			}
		});
		expect((await run()).problems).toEqual([]);
		isNew = true;
		expect((await run()).problems).toHaveLength(1);
		const { problems, files } = await run({ offline: true });
		expect(problems).toEqual([
			expect.stringMatching(
				/\$skip=72: verwacht: een antwoord in de cache van dezelfde uitgave van de tabel; /
			)
		]);
		expect(files).toEqual([]);
	});

	test('a damaged object is fetched again', async () => {
		replay = await startReplay(v4Routes());
		await run();
		for (const name of readdirSync(join(cache, 'objects'))) writeFileSync(join(cache, 'objects', name), 'x');
		const count = replay.asked.length;
		const { problems, rows } = await run();
		expect(problems).toEqual([]);
		expect(rows).toHaveLength(24);
		expect(replay.asked).toHaveLength(2 * count);
		await run();
		expect(replay.asked).toHaveLength(2 * count + 1);
	});
});

test('a failed run leaves the figures of an earlier one as they are, and not its report, which is of other figures', async () => {
	replay = await table(firstPage(plain(403)));
	const out = emptyFolder();
	mkdirSync(out, { recursive: true });
	writeFileSync(join(out, 'proef.csv'), 'oud');
	writeFileSync(join(out, 'proef.changes.md'), 'van een eerdere keer');
	const { problems } = await run({ out });
	expect(problems).toHaveLength(1);
	expect(readdirSync(out)).toEqual(['proef.csv']);
	expect(readFileSync(join(out, 'proef.csv'), 'utf8')).toBe('oud');
	expect(existsSync(join(out, 'proef.receipt.json'))).toBe(false);
});

test('what steers a terminal in the words of a publisher reaches no screen, report or receipt', async () => {
	const name = 'Be\u001b[31mvolking\u202e';
	replay = await startReplay({
		...v4Routes(),
		[`${path}/Properties`]: edited('v4/Properties.json', (value) => (value['Title'] = name)),
		[`${path}/HerkomstCodes`]: edited('v4/HerkomstCodes.json', (value) => {
			for (const each of value['value'] as Record<string, string>[]) each['Title'] = `${each['Title']}\u0007`;
		}),
		[`${path}/Dimensions`]: edited('v4/Dimensions.json', (value) => {
			for (const each of value['value'] as Record<string, string>[]) each['Title'] = `${each['Title']}\u0007`;
		})
	});
	const { problems, receipt } = await run();
	expect(problems).toEqual([]);
	expect(receipt!.title).toBe('Be [31mvolking ');
	expect(JSON.stringify(receipt)).not.toMatch(/\\u00|[\p{Cc}\u202e]/u);
	const wrong = await run({}, { measures: [{ name: 'x\u001b[2J', indicator: 'x' }] });
	expect(wrong.problems.join()).toContain('er staat "x [2J"');
});
