import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import axe, { type AxeResults } from 'axe-core';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'own-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const waiting = { timeout: 90_000 };
const open = async () => {
	await watched.open('/verken/');
	await watched.page.locator('summary', { hasText: 'Een eigen bestand erbij' }).click();
};
const give = (name: string, content: string | Uint8Array) =>
	watched.page.setInputFiles('#eigen', { name, mimeType: '', buffer: Buffer.from(content) });
const isOpen = () => watched.page.getByText('is open.').waitFor(waiting);
const ask = async (sql: string) => {
	await watched.page.getByRole('textbox', { name: /SQL/ }).fill(sql);
	await watched.page.getByRole('button', { name: 'Uitvoeren' }).click();
};
const answered = () =>
	watched.page
		.locator('[role=status]')
		.filter({ hasText: /regels?, in/ })
		.waitFor(waiting);
const rows = () =>
	watched.page.$$eval('section[aria-labelledby=antwoord] tbody tr', (all) =>
		all
			.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()).filter(Boolean))
			.filter((cells) => cells.length > 0)
	);

/** That an answer names the file of the reader: on the page, and in a file that is taken away. */
async function isSource(name: string): Promise<void> {
	const { page } = watched;
	await page.locator('summary', { hasText: 'Meenemen en delen' }).click();
	expect(await page.getByText(`hetzelfde bestand erbij: ${name}`).count()).toBe(1);
	expect(await page.getByRole('button', { name: /^Kopieer code/ }).count()).toBe(0);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'JSON', exact: true }).click();
	const path = join(folder, 'antwoord.json');
	await (await downloading).saveAs(path);
	expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ provenance: { own: [name] } });
}

const complaints =
	'Gebied;Jaar;klachten;<b>kop</b>\nwk178301 ;2020;1,5;=1+1\nGM1783;2020;x;b\nGM0015;2020;3;c\n';

test('a file is read, joined and asked without a single request, with the browser offline', async () => {
	const { page } = watched;
	const asked: string[] = [];
	let reading = false;
	await page.exposeFunction('fileIsRead', async () => {
		if (reading) return;
		reading = true;
		await page.context().setOffline(true);
	});
	await page.addInitScript(() => {
		const taken = Reflect.get<Blob, 'arrayBuffer'>(Blob.prototype, 'arrayBuffer');
		Blob.prototype.arrayBuffer = async function (this: Blob) {
			await (window as unknown as { fileIsRead: () => Promise<void> }).fileIsRead();
			return taken.call(this);
		};
	});
	await open();
	// The sign of the tab is asked for by the browser itself, whenever it likes.
	page.on(
		'request',
		(request) => reading && !request.url().endsWith('/favicon.svg') && asked.push(request.url())
	);
	await give('Klachten 2024.csv', complaints);
	await isOpen();
	expect(reading).toBe(true);
	expect(await page.locator('details', { has: page.locator('#eigen') }).innerText()).toContain(
		'een puntkomma'
	);
	await page.getByRole('button', { name: 'Vraag het naast de open data' }).click();
	await answered();
	await expect.poll(rows, waiting).toHaveLength(3);
	const found = await rows();
	expect(found.find(([code]) => code === 'WK178301')).toEqual(
		expect.arrayContaining(['Naaldwijk', '2020', '1,5', '=1+1'])
	);
	expect(found.find(([code]) => code === 'GM1783')).toContain('·');
	await page.locator('summary', { hasText: 'Bewerken met stappen' }).click();
	await page.locator('#stappen').fill('rollup aantal = count()');
	await page.getByRole('button', { name: 'Stappen uitvoeren' }).click();
	await page.getByText('bewerkt met 1 stap').waitFor(waiting);
	expect(await page.locator('.frame tbody td').allInnerTexts()).toEqual(['3']);
	expect(asked).toEqual([]);
	expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('178301');
});

test('what the file says is shown as text, and the page stays without faults of accessibility', async () => {
	const { page } = watched;
	await open();
	await give('Klachten.csv', complaints);
	await isOpen();
	const own = page.locator('details', { has: page.locator('#eigen') });
	await own.locator('summary', { hasText: 'eigen_klachten' }).click();
	// Here, and among the tables of the database.
	expect(await page.locator('th code', { hasText: '<b>kop</b>' }).count()).toBe(2);
	expect(await own.getByText('Gelezen als ontbrekend: x (1 keer).').count()).toBe(1);
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<AxeResults>(() =>
		(window as unknown as { axe: typeof axe }).axe.run()
	);
	expect(
		violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 100)}`))
	).toEqual([]);
	expect(watched.faults).toEqual([]);
});

test('names of areas are looked up, former gemeenten join what they spent, and the file is named as source', async () => {
	const { page } = watched;
	await open();
	await give('namen.csv', 'gemeente;jaar;klachten\nWestland;2020;4\nLeek;2018;1\nAmsterdam;2018;1\n');
	await isOpen();
	await page.getByText('past bij cijfers van toen').waitFor(waiting);
	expect(await page.getByText('geen gebied dat deze site kent, zoals “Amsterdam”').count()).toBe(2);
	await page.getByRole('button', { name: 'Vraag het naast de open data' }).click();
	await answered();
	await expect.poll(rows, waiting).toHaveLength(3);
	expect((await rows()).find(([code]) => code === 'GM0022')).toEqual(
		expect.arrayContaining(['Leek', '2018', expect.stringMatching(/^1\.\d{3},/)])
	);
	await isSource('namen.csv');
});

test('after a reload the page says which file was open; the question is still there', async () => {
	const { page } = watched;
	await open();
	await give('Klachten.csv', complaints);
	await isOpen();
	const before = page.url();
	await ask('select count(*) as n from eigen_klachten');
	await answered();
	await expect.poll(rows, waiting).toEqual([['3']]);
	await page.waitForURL((url) => url.href !== before);
	await page.waitForTimeout(1000);
	await page.reload();
	await page.getByText('was Klachten.csv open').waitFor(waiting);
	await page.getByRole('textbox', { name: /SQL/ }).filter({ hasText: 'eigen_klachten' }).waitFor(waiting);
	await page.locator('summary', { hasText: 'Een eigen bestand erbij' }).click();
	await give('Klachten.csv', complaints);
	await isOpen();
	await ask('select count(*) + 1 as n from eigen_klachten');
	await answered();
	await expect.poll(rows, waiting).toEqual([['4']]);
	await page.getByRole('button', { name: 'Bestand sluiten' }).click();
	await ask('select * from eigen_klachten');
	await page.getByText('De tabel “eigen_klachten” is er niet').waitFor(waiting);
});

test('the second engine is as locked as the first, and comes back with the file after it was stopped', async () => {
	const { page } = watched;
	await open();
	await give('Klachten.csv', complaints);
	await isOpen();
	for (const [sql, message] of [
		["select * from read_csv('https://example.org/x.csv')", 'blijven hier dicht'],
		["copy eigen_klachten to 'x.csv'", 'kan hier niet'],
		['delete from area', 'veranderen niet']
	] as const) {
		await ask(sql);
		await page.locator('.problem', { hasText: message }).waitFor(waiting);
	}
	await ask(
		'select count(*) from observation a, observation b, observation c where a.value + b.value > c.value'
	);
	await page.waitForTimeout(1500);
	await page.getByRole('button', { name: 'Stoppen' }).click();
	await page.getByText('De vraag is gestopt').waitFor(waiting);
	await ask('select sum(klachten) as som from eigen_klachten');
	await answered();
	await expect.poll(rows, waiting).toEqual([['4,5']]);
});

test('a DuckDB file is attached to be read only', async () => {
	const path = join(folder, 'eigen.duckdb');
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	await connection.run('create table "een ""tabel""" as select 42 as "waarde <i>"');
	await connection.run('create view lek as select * from (values (1))');
	await connection.run(
		"create table klachten as select * from (values ('gm1783 ', 2020), ('WK178301', 2020)) t (gebied, jaar)"
	);
	connection.closeSync();
	instance.closeSync();
	await open();
	await give('mijn.duckdb', readFileSync(path));
	await isOpen();
	await watched.page.getByRole('button', { name: 'Vraag het naast de open data' }).click();
	await answered();
	await expect.poll(rows, waiting).toHaveLength(2);
	expect((await rows()).map(([code, name, year]) => [code, name, year])).toEqual([
		['GM1783', 'Westland', '2020'],
		['WK178301', 'Naaldwijk', '2020']
	]);
	await ask('select count(*) as n from eigen.klachten');
	await answered();
	await expect.poll(rows, waiting).toEqual([['2']]);
	await isSource('mijn.duckdb');
	await ask('insert into eigen."een ""tabel""" values (1)');
	await watched.page.locator('.problem').waitFor(waiting);
	const cut = readFileSync(path).subarray(0, 5000);
	await give('stuk.duckdb', cut);
	await watched.page.getByText('niet heel').waitFor(waiting);
	await ask('select 41 + 1 as n from eigen."een ""tabel"""');
	await answered();
	await expect.poll(rows, waiting).toEqual([['42']]);
});

test('hostile files are refused in plain words, one after the other, and the tab goes on', async () => {
	const sheet = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>';
	const like = (rest: Buffer) => Buffer.concat([Buffer.alloc(8), Buffer.from('DUCK'), rest]);
	const files: [name: string, content: string | Uint8Array, message: string][] = [
		['kolommen.csv', `${'a,'.repeat(400_000)}a\n1`, 'kolommen'],
		['lang.csv', `${'a,'.repeat(2_000_000)}a\n1`, 'tekens'],
		['pagina.csv', '<!doctype html><script>document.title = 1</script>', 'webpagina'],
		['stuk.xlsx', zipSync({ 'xl/workbook.xml': strToU8(sheet) }).slice(0, 60), 'niet heel'],
		['geen.xlsx', zipSync({ 'a.xml': strToU8(sheet) }), 'Verwacht'],
		['stuk.duckdb', like(Buffer.alloc(20_000, 7)), 'niet heel'],
		['tekst.duckdb', 'gebied;n\nGM1783;2\n', 'begint niet zoals een database'],
		['oud.duckdb', like(Buffer.alloc(20_000)), 'niet openen']
	];
	// No message is that of the file before.
	await open();
	for (const [i, [name, content, message]] of files.entries()) {
		await give(name, content);
		await watched.page.locator('[role=alert]', { hasText: message }).waitFor(waiting);
		await ask(`select ${i} + 41 as n`);
		await expect.poll(rows, waiting).toEqual([[`${i + 41}`]]);
		expect(watched.faults, name).toEqual([]);
	}
});

test('all of it works by keyboard, and by dropping', async () => {
	const { page } = watched;
	const chooser = page.waitForEvent('filechooser', waiting);
	await watched.open('/verken/');
	await page.locator('summary', { hasText: 'Een eigen bestand erbij' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('eigen');
	await page.keyboard.press('Enter');
	await (await chooser).setFiles({ name: 'een.csv', mimeType: 'text/csv', buffer: Buffer.from('a\n1') });
	await page.getByText('een.csv is open.').waitFor(waiting);
	const transfer = await page.evaluateHandle(() => {
		const data = new DataTransfer();
		data.items.add(new File(['b\n2'], 'twee.csv'));
		return data;
	});
	await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
	await page.getByText('twee.csv is open.').waitFor(waiting);
});
