import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const page = '/westerkwartier/indicatoren/eenzaamheid/';
const open = async (path = page) => {
	await watched.open(path);
	await watched.page.locator('summary', { hasText: 'Zelf kiezen' }).click();
};
const choose = (label: string) => watched.page.getByLabel(label, { exact: true }).click();
const cells = () =>
	watched.page.$$eval('td data', (all) =>
		all.map((cell) =>
			[cell.dataset.area, cell.dataset.period, cell.dataset.breakdown, (cell as HTMLDataElement).value].join(
				' '
			)
		)
	);

test('no byte of the engine is asked for before a reader chooses', async () => {
	const asked: string[] = [];
	watched.page.on('request', (request) => asked.push(request.url()));
	await open();
	await choose('Marum');
	expect(asked.filter((url) => /wasm|duckdb|worker/.test(url))).toEqual([]);
	await watched.page.waitForURL(/gebieden=/);
	expect(await watched.page.locator('g.chosen[data-area="WK196911"]').count()).toBe(1);
});

test('another gemeente, group and all buurten come from the database, as the build would give them', async () => {
	await open();
	await choose('gemeente Westland');
	await watched.page.waitForSelector('g[data-area="GM1783"]', { timeout: 60_000 });
	expect(await watched.page.locator('.lead').textContent()).toMatch(
		/Ter vergelijking: Westland \d+,\d% \(\d{4}\)\.$/
	);
	await choose('alle buurten');
	await watched.page.waitForSelector('g[data-area^="BU1969"]');
	await choose('65 jaar en ouder');
	await watched.page.waitForSelector('td data[data-breakdown="65+"]');
	expect(new URL(watched.page.url()).search).toBe('?groep=65+&toon=buurten&met=GM1783'.replace('+', '%2B'));
	const instance = await DuckDBInstance.create('.cache/monitor.duckdb', { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const reader = await connection.runAndReadAll(
		`select concat_ws(' ', area, period, breakdown, coalesce(value::varchar, '')) as cell from observation
		where indicator = 'eenzaamheid' and breakdown = '65+' and (area like 'BU1969%' or area in ('GM1969', 'GM1783', 'NL01'))`
	);
	const expected = reader.getRows().map(([cell]) => (cell as string).replace(/\.0$/, ''));
	connection.closeSync();
	instance.closeSync();
	expect((await cells()).toSorted()).toEqual(expected.toSorted());
	expect(watched.faults).toEqual([]);
});

test('an address with a choice in it opens with that choice', async () => {
	await watched.open(`${page}?met=GM0637&gebieden=WK196904`);
	await watched.page.waitForSelector('g[data-area="GM0637"]', { timeout: 60_000 });
	expect(await watched.page.locator('g.chosen[data-area="WK196904"]').count()).toBe(1);
	expect(watched.faults).toEqual([]);
});

const problem = () => watched.page.getByText('Dat lukte niet.').textContent({ timeout: 60_000 });
const whole = () => watched.page.locator('g[data-area="WK196904"]').count();

test('a database that cannot be fetched is told in plain words, and a second try works', async () => {
	await open();
	await watched.page.route('**/monitor.duckdb.gz', (route) => route.fulfill({ status: 503 }));
	await choose('gemeente Westland');
	await problem();
	expect(await watched.page.locator('.problem').textContent()).toContain(
		'De database is niet op te halen (fout 503)'
	);
	expect(await whole()).toBeGreaterThan(0);
	await watched.page.unroute('**/monitor.duckdb.gz');
	await watched.page.getByRole('button', { name: 'Probeer het opnieuw' }).click();
	await watched.page.waitForSelector('g[data-area="GM1783"]', { timeout: 60_000 });
});

test('an engine that cannot be fetched leaves the page whole', async () => {
	await open();
	await watched.page.route('**/*.wasm', (route) => route.abort());
	await choose('gemeente Westland');
	// Well before the patience with an engine that loads slowly ends.
	await watched.page.waitForSelector('.problem', { timeout: 10_000 });
	expect(await watched.page.locator('.problem').textContent()).toContain(
		'De rekenmodule is niet op te halen'
	);
	expect(await whole()).toBeGreaterThan(0);
});

test('a database of another kind is refused in plain words', async () => {
	await open();
	await watched.page.route('**/monitor.duckdb.gz', (route) =>
		route.fulfill({ body: Buffer.from('geen database') })
	);
	await choose('gemeente Westland');
	await problem();
	expect(await watched.page.locator('.problem').textContent()).toContain(
		'De database past niet bij de rekenmodule'
	);
	expect(await whole()).toBeGreaterThan(0);
});

test('a browser without WebAssembly says so', async () => {
	await watched.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
	await open();
	await choose('gemeente Westland');
	await problem();
	expect(await watched.page.locator('.problem').textContent()).toContain('geen WebAssembly');
	expect(await whole()).toBeGreaterThan(0);
});
