import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sheetXml, workbookParts, zipOf } from '#scripts/fetch/files.fixture.ts';
import { emptyFolder, readWritten, writtenRows } from './replay/fixtures.ts';
import { fetchFeed } from './replay/run.ts';
import { json, startReplay, type Replay, type Reply, type Route } from './replay/server.ts';
import { healthFeed, pdokRoutes, v3Routes, v4Feed, v4Routes } from './replay/tables.ts';

let replay: Replay;
afterEach(() => replay.close());

/** A service or file as each adapter wants it, what the feed asks of it, and the same with less in it. */
interface Case {
	routes: Record<string, Route>;
	/** Where the figures are. */
	path: string;
	feed: (base: string) => object;
	/** The feed with a measure that is not there, and how that is told. */
	renamed: { feed: object; message: RegExp };
	/** The figures of fewer areas, and how that is told. */
	shrunk: { route: Route; message: RegExp };
	isJson: boolean;
}

const csv = (lines: readonly string[]): Reply => ({ type: 'text/csv', body: `${lines.join('\n')}\n` });
const table = ['Gebied;Jaar;Eenzaam', 'GM0637;2024;46,3', 'WK063700;2024;40,1', 'WK063701;2024;x'];
const book = (rows: readonly string[]): Reply => ({
	type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	body: Buffer.from(
		zipOf(workbookParts({ Data: sheetXml(rows.map((row) => row.replaceAll(',', '.').split(';'))) }))
	)
});
const upload = ['geolevel;geoitem;period;hulp', 'gemeente;0637;2024;12', 'wijk;063700;2024;5'];
const mapped = (adapter: 'csv' | 'xlsx', file: string) => (base: string) => ({
	...{ adapter, file: `${base}/${file}`, mapping: 'proef', areas: ['GM0637'], levels: ['wijk'] }
});
const missingColumn = /: verwacht: een kolom met de naam "Eenzaamheid"$/;

const cases: Record<string, Case> = {
	'cbs-v3': {
		routes: v3Routes('health', '99002NED'),
		path: '/odata/99002NED/UntypedDataSet',
		feed: (base) => ({ ...healthFeed, baseUrl: `${base}/odata` }),
		renamed: {
			feed: { measures: [{ name: 'Verlaten', indicator: 'eenzaamheid' }] },
			message: /: er staat "Verlaten", verwacht: een maat van deze tabel; het meest lijken erop: \w+_\d+ \(/
		},
		shrunk: {
			route: json({
				value: writtenRows('health/UntypedDataSet.json').filter(
					(row) => !String(row['WijkenEnBuurten']).startsWith('BU')
				)
			}),
			message: /^Er verdwijnt 1 gebied: Naaldwijk-Centrum \(BU17830101\)\.$/
		},
		isJson: true
	},
	'cbs-v4': {
		routes: v4Routes(),
		path: '/odata/v1/CBS/99001ned/Observations',
		feed: (base) => ({ ...v4Feed, baseUrl: `${base}/odata/v1/CBS` }),
		renamed: {
			feed: { measures: [{ name: 'Verlaten', indicator: 'hulp' }] },
			message: /: er staat "Verlaten", verwacht: een maat van deze tabel; het meest lijken erop: M00000/
		},
		shrunk: {
			route: json({
				value: [...writtenRows('v4/Observations-1.json'), ...writtenRows('v4/Observations-2.json')].filter(
					(row) => String(row['RegioS']).trim() !== 'GM1783'
				)
			}),
			message: /^Er verdwijnt 1 gebied: Westland \(GM1783\)\.$/
		},
		isJson: true
	},
	pdok: {
		routes: pdokRoutes(),
		path: '/ogc/v1/collections/wijken/items',
		feed: (base) => ({
			...{
				adapter: 'pdok',
				areas: ['GM0637'],
				levels: ['wijk'],
				boundaries: 2024,
				baseUrl: `${base}/ogc/v1`
			},
			measures: [{ name: 'aantal_inwoners', indicator: 'inwoners' }]
		}),
		renamed: {
			feed: { measures: [{ name: 'bewoners', indicator: 'inwoners' }] },
			message: /: verwacht: bij GM0637 een getal in "bewoners"$/
		},
		shrunk: {
			route: json({ features: (readWritten('pdok/wijken-1.json')['features'] as unknown[]).slice(0, 1) }),
			message: /^Er verdwijnen grenzen, van WK063700\.$/
		},
		isJson: true
	},
	csv: {
		routes: { '/proef.csv': csv(table) },
		path: '/proef.csv',
		feed: mapped('csv', 'proef.csv'),
		renamed: { feed: { mapping: 'anders' }, message: missingColumn },
		shrunk: { route: csv(table.slice(0, 3)), message: /^Er verdwijnt 1 gebied: WK063701\.$/ },
		isJson: false
	},
	xlsx: {
		routes: { '/proef.xlsx': book(table) },
		path: '/proef.xlsx',
		feed: mapped('xlsx', 'proef.xlsx'),
		renamed: { feed: { mapping: 'anders' }, message: missingColumn },
		shrunk: { route: book(table.slice(0, 3)), message: /^Er verdwijnt 1 gebied: WK063701\.$/ },
		isJson: false
	},
	swing: {
		routes: { '/upload.csv': csv(upload) },
		path: '/upload.csv',
		feed: (base) => ({
			...{ adapter: 'swing', file: `${base}/upload.csv`, areas: ['GM0637'], levels: ['wijk'] },
			measures: [{ name: 'hulp', indicator: 'hulp' }]
		}),
		renamed: {
			feed: { measures: [{ name: 'zorg', indicator: 'hulp' }] },
			message: /: verwacht: .*"zorg"/
		},
		shrunk: { route: csv(upload.slice(0, 2)), message: /^Er verdwijnt 1 gebied: WK063700\.$/ },
		isJson: false
	}
};

/** A folder of data with a mapping, and one in which a column has another name. */
function folder(adapter: string): string {
	const data = emptyFolder();
	mkdirSync(join(data, 'mappings'));
	for (const [name, column] of [
		['proef', 'Eenzaam'],
		['anders', 'Eenzaamheid']
	] as const)
		writeFileSync(
			join(data, `mappings/${name}.yaml`),
			`title: Proef\n${adapter === 'csv' ? 'decimal: ","\n' : ''}area: { column: Gebied }\nperiod: { column: Jaar }\n` +
				`breakdown: { group: totaal }\nmissing: { x: suppressed }\nmeasures:\n  - { name: ${column}, indicator: eenzaamheid }\n`
		);
	return data;
}

const answer = (route: Route, ...asked: Parameters<Exclude<Route, Reply>>): Reply | undefined =>
	typeof route === 'function' ? route(...asked) : route;

/** What an address gives, after it gave something else a few times. */
const after =
	(trouble: (good: Reply) => Reply, times: number, route: Route): Route =>
	(url, before) => {
		const good = answer(route, url, before);
		return good && before < times ? trouble(good) : good;
	};

const plain = (status: number, headers: Record<string, string> = {}): Reply => ({
	...{ status, headers, type: 'text/plain', body: 'even niet' }
});

describe.each(Object.entries(cases))('%s', (name, { routes, path, feed, renamed, shrunk, isJson }) => {
	async function run(route: Route, more: object = {}, settings: Parameters<typeof fetchFeed>[1] = {}) {
		replay = await startReplay({ ...routes, [path]: route });
		return fetchFeed({ ...feed(replay.base), ...more }, { data: folder(name), ...settings });
	}

	test.each<[string, (good: Reply) => Reply]>([
		['500', () => plain(500)],
		['503', () => plain(503)],
		['429', () => plain(429, { 'retry-after': '0' })],
		[
			'a connection that is cut in the middle',
			(good) => ({ ...good, cutAfter: Math.ceil(good.body.length / 2) })
		]
	])('waits for what passes: %s', async (_, trouble) => {
		const whole = await run(routes[path]!);
		await replay.close();
		const again = await run(after(trouble, 2, routes[path]!));
		expect(again.problems).toEqual([]);
		expect(again.rows).toEqual(whole.rows);
		expect(again.rows.length).toBeGreaterThan(1);
	});

	const stays: [string, (good: Reply) => Reply, RegExp][] = [
		[
			'500',
			() => plain(500),
			/: er staat "HTTP 500", verwacht: een antwoord \(HTTP 200\); 5 keer geprobeerd$/
		],
		[
			'a connection that is cut in the middle',
			(good) => ({ ...good, cutAfter: Math.ceil(good.body.length / 2) }),
			/: er staat "een antwoord dat na [\d.]+ bytes afbreekt", verwacht: het hele antwoord van [\d.]+ bytes; 5 keer geprobeerd$/
		],
		[
			'an HTML page with status 200',
			() => ({ type: 'text/html; charset=utf-8', body: '<h1>Onderhoud</h1>' }),
			/: er staat "text\/html", verwacht: gegevens, geen webpagina; kijk of het adres klopt$/
		],
		...(isJson
			? ([
					[
						'truncated JSON',
						(good) => ({ ...good, body: Buffer.from(good.body).subarray(0, 200) }),
						/:\d+:\d+: verwacht: JSON die te lezen is; het antwoord breekt af na 200 tekens$/
					],
					[
						'another type',
						() => ({ type: 'text/csv', body: 'a,b' }),
						/: er staat "text\/csv", verwacht: JSON \(application\/json\)$/
					]
				] as [string, (good: Reply) => Reply, RegExp][])
			: [])
	];
	test.each(stays)('is told exactly, with nothing written: %s', async (_, trouble, message) => {
		const { problems, files } = await run(after(trouble, Infinity, routes[path]!));
		expect(problems).toEqual([expect.stringMatching(message)]);
		expect(problems[0]).toContain(`${replay.base}${path}`);
		expect(files).toEqual([]);
	});

	test('a measure with another name is told, with nothing written', async () => {
		const { problems, files } = await run(routes[path]!, renamed.feed);
		expect(problems).toEqual([expect.stringMatching(renamed.message)]);
		expect(files).toEqual([]);
	});

	test('a table that shrank takes the place of nothing unseen', async () => {
		const data = folder(name);
		const first = await run(routes[path]!, {}, { data, replace: true });
		expect(first.reasons).toEqual([]);
		const place = join(data, 'observations/proef.csv');
		const before = readFileSync(place, 'utf8');
		await replay.close();
		const less = await run(shrunk.route, {}, { data, replace: true });
		expect(less.problems).toEqual([]);
		expect(less.reasons).toContainEqual(expect.stringMatching(shrunk.message));
		expect(readFileSync(place, 'utf8')).toBe(before);
		await replay.close();
		await run(shrunk.route, {}, { data, replace: true, accept: true });
		expect(readFileSync(place, 'utf8').length).toBeLessThan(before.length);
	});
});
