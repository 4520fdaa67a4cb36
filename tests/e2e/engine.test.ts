import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** A database of DuckDB's own making with these tables. */
async function databaseWith(...statements: string[]): Promise<Buffer> {
	const folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	const instance = await DuckDBInstance.create(join(folder, 'other.duckdb'));
	const connection = await instance.connect();
	for (const sql of statements) await connection.run(sql);
	await connection.run('checkpoint');
	connection.closeSync();
	instance.closeSync();
	const bytes = readFileSync(join(folder, 'other.duckdb'));
	rmSync(folder, { recursive: true });
	return bytes;
}

test.each([
	[
		'another edition',
		['create table edition (stamp varchar)', "insert into edition values ('0123456789abcdef')"]
	],
	['other tables', ['create table something (n integer)']]
])('a database of %s is not asked anything, and the page says that the site was renewed', async (_, sql) => {
	const body = await databaseWith(...sql);
	await open();
	await watched.page.route('**/monitor.duckdb.gz', (route) => route.fulfill({ body }));
	await choose('gemeente Westland');
	await problem();
	expect(await watched.page.locator('.problem').textContent()).toContain(
		'De cijfers op de site zijn vernieuwd. Laad de pagina opnieuw. U ziet nog de cijfers van vóór deze keuze.'
	);
	expect(await whole()).toBeGreaterThan(0);
});

test('code that is gone or out of reach is told in plain words, and the choice can be taken back or tried again', async () => {
	await open();
	await watched.page.route('**/_app/immutable/**', (route) => route.abort());
	await choose('gemeente Westland');
	await problem();
	const told = watched.page.locator('.problem');
	expect(await told.textContent()).toContain('Is er verbinding? Of is de site vernieuwd?');
	expect(await told.textContent()).not.toMatch(/Failed|https?:/);
	expect(new URL(watched.page.url()).search).toBe('?met=GM1783');
	await watched.page.getByRole('button', { name: 'Terug naar de vorige keuze' }).click();
	await watched.page.waitForURL((url) => url.search === '');
	expect(await watched.page.getByLabel('gemeente Westland').isChecked()).toBe(false);
	await choose('gemeente Westland');
	await problem();
	await watched.page.unroute('**/_app/immutable/**');
	await watched.page.getByRole('button', { name: 'Probeer het opnieuw' }).click();
	await watched.page.waitForSelector('g[data-area="GM1783"]', { timeout: 60_000 });
});

test('a choice with a page of its own leads there, without the engine', async () => {
	const asked: string[] = [];
	watched.page.on('request', (request) => asked.push(request.url()));
	await open();
	await choose('65 jaar en ouder');
	await watched.page.waitForURL(/eenzaamheid\/65-plus\/$/);
	await watched.page.waitForSelector('td data[data-breakdown="65+"]');
	expect(await watched.page.locator('.choices [aria-current]').allTextContents()).toEqual([
		'65 jaar en ouder'
	]);
	await choose('18 jaar en ouder');
	await watched.page.waitForURL(/eenzaamheid\/$/);
	await choose('buurten van Marum');
	await watched.page.waitForURL(/buurten-wk196911\/$/);
	expect(asked.filter((url) => /wasm|duckdb|worker/.test(url))).toEqual([]);
	await watched.open(`${page}?groep=65%2B`);
	await watched.page.waitForURL(/65-plus\/$/);
	expect(watched.faults).toEqual([]);
});

test('an address with a choice opens with the chooser open, and no tab that says something else', async () => {
	await watched.open(`${page}?groep=65%2B&met=GM1783`);
	await watched.page.waitForSelector('td data[data-breakdown="65+"]', { timeout: 60_000 });
	expect(await watched.page.getByLabel('65 jaar en ouder', { exact: true }).isVisible()).toBe(true);
	expect(await watched.page.locator('.choices [aria-current]').count()).toBe(0);
});

test('a gemeente without a figure is not offered, and a wijk that is not there is left out', async () => {
	await open('/westland/indicatoren/wmo-clienten/');
	expect(await watched.page.getByText('Van de gemeente Zoetermeer is er geen cijfer').isVisible()).toBe(true);
	expect(await watched.page.getByLabel('gemeente Zoetermeer').count()).toBe(0);
	await watched.open(`${page}?toon=buurten&wijken=WK000000`);
	await watched.page.waitForURL((url) => url.search === '');
	expect(await watched.page.locator('.lead').textContent()).not.toContain('Per buurt zijn er geen cijfers');
});

test('a browser without WebAssembly says so', async () => {
	await watched.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
	await open();
	await choose('gemeente Westland');
	await problem();
	expect(await watched.page.locator('.problem').textContent()).toContain('geen WebAssembly');
	expect(await whole()).toBeGreaterThan(0);
});
