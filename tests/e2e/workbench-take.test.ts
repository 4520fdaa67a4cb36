import { DuckDBInstance } from '@duckdb/node-api';
import { csvParse } from 'd3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { toAddress } from '#lib/domain/question/address.ts';
import { question } from '#lib/schema/question.ts';
import { fromAddress } from '#lib/domain/question/address.ts';
import { watch, type Watched } from './browser.ts';

const sql = `select a.code as gebied, a.label as wijk, o.period as jaar, o.value as procent, '=1+1' as tekst
from observation o join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = 'eenzaamheid' and o.breakdown = '18+' and a.municipality = 'GM1783' and a.level = 'wijk' and o.period = 2020
order by procent desc, gebied`;

let watched: Watched;
let folder: string;
beforeEach(async () => {
	watched = await watch(inject('site'), { permissions: ['clipboard-read', 'clipboard-write'] });
	folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
});
afterEach(async () => {
	await watched.close();
	rmSync(folder, { recursive: true });
});

/** Presses a button by keyboard, as somebody does who uses no mouse. */
async function press(name: string): Promise<void> {
	await watched.page.getByRole('button', { name, exact: true }).focus();
	await watched.page.keyboard.press('Enter');
}

/** The file that a button gives. */
async function taken(button: string): Promise<{ name: string; bytes: Buffer }> {
	const downloading = watched.page.waitForEvent('download');
	await press(button);
	const download = await downloading;
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

async function copied(button: string, told: RegExp): Promise<string> {
	await press(button);
	await watched.page.getByText(told).waitFor();
	return watched.page.evaluate(() => navigator.clipboard.readText());
}

test('an answer is taken away in every form, by keyboard, and each form holds the same rows', async () => {
	const { page } = watched;
	await watched.open(`/verken/#${await toAddress(question.parse({ sql, view: { kind: 'bars' } }))}`);
	await page.getByText(/10 regels, in/).waitFor({ timeout: 60_000 });
	await page.locator('summary', { hasText: 'Meenemen en delen' }).focus();
	await page.keyboard.press('Enter');

	const csv = await taken('CSV');
	const rows = csvParse(csv.bytes.toString().replace(/^\uFEFF/, ''));
	expect(rows).toHaveLength(10);
	expect(rows[0]).toMatchObject({ wijk: 'Ter Heijde', jaar: '2020', procent: '51.7', tekst: "'=1+1" });

	const forExcel = (await taken('CSV voor Excel')).bytes.toString();
	expect(forExcel.split(/\r?\n/)[1]).toContain(`;Ter Heijde;2020;51,7;`);

	const xlsx = await taken('Excel');
	expect(xlsx.name).toMatch(/^[a-z0-9-]+\.xlsx$/);
	const sheet = await readSheet(xlsx.bytes, 'Gegevens');
	expect(sheet[1]).toEqual(expect.arrayContaining(['Ter Heijde', 2020, 51.7]));
	expect(sheet).toHaveLength(11);
	expect(JSON.stringify(await readSheet(xlsx.bytes, 'Toelichting'))).toContain("o.indicator = 'eenzaamheid'");

	const path = join(folder, 'antwoord.parquet');
	writeFileSync(path, (await taken('Parquet')).bytes);
	const connection = await (await DuckDBInstance.create()).connect();
	const reader = await connection.runAndReadAll(`select wijk, procent from '${path}'`);
	connection.closeSync();
	expect(reader.getRows()).toEqual(rows.map(({ wijk, procent }) => [wijk, Number(procent)]));

	const json = JSON.parse((await taken('JSON')).bytes.toString()) as { rows: unknown[] };
	expect(JSON.stringify(json)).toContain('Ter Heijde');

	expect((await taken('Beeld als SVG')).bytes.toString()).toMatch(/<svg[^]*Bron[^]*Ter Heijde/);
	const png = (await taken('Beeld als PNG')).bytes;
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect(png.readUInt32BE(16)).toBeGreaterThan(800);
	expect(watched.faults).toEqual([]);
});

test('the table, the code and the address are copied, and the address brings the answer to another browser', async () => {
	const { page } = watched;
	await watched.open(`/verken/#${await toAddress(question.parse({ sql, view: { kind: 'bars' } }))}`);
	await page.getByText(/10 regels, in/).waitFor({ timeout: 60_000 });
	await page.locator('summary', { hasText: 'Meenemen en delen' }).click();
	const tsv = await copied('Kopieer de tabel voor Excel', /De tabel staat op het klembord/);
	expect(tsv.split(/\r?\n/)[1]?.split('\t')).toEqual(expect.arrayContaining(['Ter Heijde', '51,7', "'=1+1"]));
	const python = await copied('Kopieer code voor Python', /De code voor Python staat/);
	expect(python).toContain('/data/monitor.duckdb');
	expect(python).toContain("o.indicator = 'eenzaamheid'");
	expect(await copied('Kopieer code voor R', /De code voor R staat/)).toContain('library(duckdb)');
	const address = await copied('Kopieer het adres van deze vraag', /Het adres staat/);
	const other = await watch(inject('site'));
	try {
		await other.page.goto(address);
		await other.page.getByText(/10 regels, in/).waitFor({ timeout: 60_000 });
		expect(await other.page.locator('figure[data-picture]').getAttribute('data-picture')).toBe('bars');
	} finally {
		await other.close();
	}
});

test('an answer from a table made in an earlier run keeps its title, sources and statements, whatever the text is by now', async () => {
	const { page } = watched;
	const box = page.getByRole('textbox', { name: /SQL/ });
	const ask = async (text: string, answer: RegExp) => {
		await box.fill(text);
		await page.getByRole('button', { name: 'Uitvoeren' }).click();
		await page.locator('.frame tbody td', { hasText: answer }).waitFor({ timeout: 60_000 });
	};
	await watched.open('/verken/');
	await ask(`create temp table w as ${sql}`, /^10$/);
	await ask('-- Eerste titel\nselect count(*) + 31 as n from w', /^41$/);
	await box.fill('-- Andere titel\nselect 99');
	await page.locator('summary', { hasText: 'Meenemen en delen' }).click();
	const { name, bytes } = await taken('JSON');
	expect(name).toMatch(/^eerste-titel-/);
	const { provenance } = JSON.parse(bytes.toString()) as {
		provenance: { query: string; sources: unknown[] };
	};
	expect(provenance).toMatchObject({ title: 'Eerste titel' });
	expect(provenance.query).toMatch(/^create temp table w[^]*;\nselect count/);
	expect(JSON.stringify(provenance.sources)).toContain('50090NED');
	expect(await copied('Kopieer code voor Python', /De code voor Python staat/)).toContain(
		'verbinding.execute("""create temp table w'
	);
	const address = await copied('Kopieer het adres van deze vraag', /Het adres staat/);
	const other = await watch(inject('site'));
	try {
		await other.page.goto(address);
		await other.page.locator('.frame tbody td', { hasText: /^41$/ }).waitFor({ timeout: 60_000 });
	} finally {
		await other.close();
	}
});

test('the address of an answer that steps joined brings its rows back, wherever these came from', async () => {
	const { page } = watched;
	const run = async (text: string, steps: string, answer?: string) => {
		await page.getByRole('textbox', { name: /SQL/ }).fill(text);
		await page.getByRole('button', { name: 'Uitvoeren', exact: true }).click();
		await page.getByText(/regels?, in/).waitFor({ timeout: 60_000 });
		if (answer) await page.getByLabel('Antwoord op').selectOption(answer);
		if (!steps) return;
		const summary = page.locator('summary', { hasText: 'Bewerken met stappen' });
		await summary.waitFor({ timeout: 60_000 });
		const box = page.getByRole('textbox', { name: 'Stappen, één per regel' });
		if (!(await box.isVisible())) await summary.click();
		await box.fill(steps);
		await page.getByRole('button', { name: 'Stappen uitvoeren' }).click();
	};
	const rowsOn = (on: Watched) =>
		on.page.$$eval('.frame tbody tr:not([aria-hidden])', (all) =>
			all.map((row) =>
				[...row.querySelectorAll('td:not(:has(input))')].map((cell) => cell.textContent.trim())
			)
		);
	await watched.open('/verken/');
	await run('create temp table w as select 1 as n', '');
	await page.locator('summary', { hasText: 'Meenemen en delen' }).click();
	const anew = 'create or replace temp table w as select 2 as n';
	for (const [text, steps, expected, answer] of [
		['select n, 10 as x from w; select n, 20 as x from w; select n from w', 'join 2 by n', ['1', '20']],
		["select 1 as n, 'x' as a", 'join w by n\nselect a, n', ['x', '1']],
		[`select n, 5 as k from w; ${anew}; select 1 as n, 7 as z`, 'join 3 by n', ['1', '5', '7'], '0']
	] as const) {
		await run(text, steps, answer);
		await expect.poll(() => rowsOn(watched)).toEqual([expected]);
		await page.getByText('bevat ook wat u eerder vroeg').waitFor();
		const address = await copied('Kopieer het adres van deze vraag', /Het adres staat/);
		const other = await watch(inject('site'));
		try {
			await other.page.goto(address);
			await other.page.getByText(/bewerkt met/).waitFor({ timeout: 60_000 });
			expect(await rowsOn(other)).toEqual([expected]);
		} finally {
			await other.close();
		}
	}
	await expect
		.poll(async () => fromAddress(new URL(page.url()).hash))
		.toMatchObject({ shown: 0, before: [expect.stringContaining('w')] });
	await page.reload();
	await page.getByText(/bewerkt met/).waitFor({ timeout: 60_000 });
	expect(await rowsOn(watched)).toEqual([['1', '5', '7']]);
	await run(
		'select 1 as n, 2 as b; select 1 as n, 3 as c; select 1 as n, 4 as d',
		'join 1 by n\njoin 3 by n',
		'1'
	);
	await expect.poll(() => rowsOn(watched)).toEqual([['1', '3', '2', '4']]);
	expect(await page.getByText('bevat ook wat u eerder vroeg').count()).toBe(0);
	await expect
		.poll(async () => fromAddress(new URL(page.url()).hash))
		.toMatchObject({ shown: 1, steps: 'join 1 by n\njoin 3 by n' });
	await page.reload();
	await page.getByText(/bewerkt met/).waitFor({ timeout: 60_000 });
	expect(await rowsOn(watched)).toEqual([['1', '3', '2', '4']]);
});
