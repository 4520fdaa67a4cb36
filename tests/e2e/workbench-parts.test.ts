import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { databaseWithoutFigures } from '#lib/db/parts.ts';
import { toAddress } from '#lib/domain/question/address.ts';
import { question } from '#lib/schema/question.ts';
import { writeParts } from '#scripts/database/parts.ts';
import { indicators, writeCountry } from '../country.fixture.ts';
import { watch, type Watched } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-parts-'));
const published = join(folder, 'data');
beforeAll(async () => {
	await writeCountry(join(folder, 'monitor.duckdb'));
	await writeParts(join(folder, 'monitor.duckdb'), published);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let watched: Watched;
/** Files with figures that were asked for. */
let asked: string[];

// The site with other data: the database without figures in the place of the whole one, and the files beside it.
beforeEach(async () => {
	watched = await watch(inject('site'));
	asked = [];
	const { page } = watched;
	await page.route('**/data/monitor.duckdb.gz', (route) =>
		route.fulfill({ path: join(published, `${databaseWithoutFigures}.gz`) })
	);
	await page.route('**/data/per-indicator/*', (route) => {
		const file = new URL(route.request().url()).pathname.split('/').at(-1)!;
		asked.push(file);
		return route.fulfill({ path: join(published, 'per-indicator', file) });
	});
});
afterEach(() => watched.close());

// Not `watched.open`: that waits until nothing more is asked, and here the figures may be held back.
async function ask(sql: string): Promise<void> {
	const asking = await toAddress(question.parse({ sql, view: { kind: 'table' } }));
	await watched.page.goto(new URL(`verken/#${asking}`, inject('site')).href);
}
const answered = () => watched.page.getByText(/regels?, in/).waitFor({ timeout: 60_000 });
const again = async (sql: string) => {
	await watched.page.getByRole('textbox', { name: /SQL/ }).fill(sql);
	await watched.page.getByRole('button', { name: 'Uitvoeren' }).click();
};
/** The first row; that it was answered is said before the rows are drawn. */
async function cells(): Promise<string[]> {
	const row = watched.page.locator('.frame tbody tr').first();
	await row.waitFor();
	return row.locator('td').allTextContents();
}

describe('figures in a file per indicator', () => {
	test('only those that a question needs are fetched, once, and no request leaves the site', async () => {
		const sql =
			"select count(*)::int as aantal, count(value)::int as bekend from observation where indicator = 'roken'";
		await ask(sql);
		await answered();
		expect(asked).toEqual(['roken.duckdb.gz']);
		const [aantal, bekend] = await cells();
		expect(aantal).toBe('1.200');
		expect(Number(bekend!.replace('.', ''))).toBeGreaterThan(900);
		await again("select count(*)::int as aantal from observation where indicator in ('stress', 'roken')");
		await watched.page.getByText('2.400').waitFor();
		expect(asked).toEqual(['roken.duckdb.gz', 'stress.duckdb.gz']);
		expect(watched.faults).toEqual([]);
	});

	test('a question without an indicator fetches all of them, and says how much that is', async () => {
		let go: () => void = () => undefined;
		const held = new Promise<void>((resolve) => {
			go = resolve;
		});
		await watched.page.route('**/data/per-indicator/*', async (route) => {
			await held;
			await route.fallback();
		});
		await ask('select count(*)::int as aantal from observation');
		await watched.page
			.getByText(/Voor deze vraag worden cijfers opgehaald van 5 indicatoren: \d+ kB\./)
			.waitFor({ timeout: 60_000 });
		go();
		await answered();
		expect(await cells()).toEqual(['6.000']);
		expect(asked.toSorted()).toEqual(indicators.map((each) => `${each}.duckdb.gz`));
	});

	test('one that is not to be had is told, and comes after all when it is there', async () => {
		await watched.page.route('**/roken.duckdb.gz', (route) => route.fulfill({ status: 503 }), { times: 1 });
		const sql = "select count(*)::int as aantal from observation where indicator in ('roken', 'stress')";
		await ask(sql);
		await watched.page
			.getByText('Een bestand met cijfers is niet op te halen (fout 503).')
			.waitFor({ timeout: 60_000 });
		await again(sql);
		await answered();
		expect(await cells()).toEqual(['2.400']);
	});

	test('what is being fetched can be stopped', async () => {
		await watched.page.route('**/roken.duckdb.gz', () => new Promise(() => undefined), { times: 1 });
		await ask("select count(*)::int as aantal from observation where indicator = 'roken'");
		await watched.page.getByText(/worden cijfers opgehaald van 1 indicator:/).waitFor({ timeout: 60_000 });
		await watched.page.getByRole('button', { name: 'Stoppen' }).click();
		await watched.page.getByText('De vraag is gestopt, en de rekenmodule begint opnieuw.').waitFor();
		await again("select count(*)::int as aantal from observation where indicator = 'stress'");
		await answered();
		expect(await cells()).toEqual(['1.200']);
	});
});
