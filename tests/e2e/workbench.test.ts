import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { fromAddress, toAddress } from '#lib/domain/question/address.ts';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const box = () => watched.page.getByRole('textbox', { name: /SQL/ });
const go = () => watched.page.getByRole('button', { name: 'Uitvoeren' });
const told = () => watched.page.locator('[role=status]').filter({ hasText: /regels?, in/ });

async function ask(sql: string): Promise<void> {
	await box().fill(sql);
	await go().click();
}
/** What stands in the box, whether that is the editor or the plain box before it. */
const typed = () =>
	box().evaluate((element) =>
		element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).innerText
	);
/** The cells of the answer, without those to choose a row with. */
const cells = () =>
	watched.page.$$eval('section[aria-labelledby=antwoord] td:not(:has(input))', (all) =>
		all.map((cell) => cell.textContent.trim())
	);

test('a visible box for SQL and a button stand there on opening, and the engine is not asked for', async () => {
	const asked: string[] = [];
	watched.page.on('request', (request) => asked.push(request.url()));
	await watched.open('/verken/');
	expect(await box().isVisible()).toBe(true);
	expect(await go().isEnabled()).toBe(true);
	expect(asked.filter((url) => /wasm|\.duckdb/.test(url))).toEqual([]);
	expect(watched.faults).toEqual([]);
});

test('an answer comes, and the address brings the question back', async () => {
	await watched.open('/verken/');
	await ask("select label from area where code = 'GM1783' and boundaries = 2024; select 1 + 1 as twee");
	await told().waitFor({ timeout: 60_000 });
	await expect.poll(cells, { timeout: 10_000 }).toEqual(['2']);
	await watched.page.waitForURL(/#1\./);
	const { page } = watched;
	await page.reload();
	await told().waitFor({ timeout: 60_000 });
	expect(await typed()).toContain('1 + 1');
	await expect.poll(cells, { timeout: 10_000 }).toEqual(['2']);
	expect(watched.faults).toEqual([]);
});

test('what was made by a question before is there after loading again, until a reader lets it go', async () => {
	const { page } = watched;
	await watched.open('/verken/');
	await ask('create temp table w as select 41 as n');
	await told().waitFor({ timeout: 60_000 });
	await ask('select 0 as eerst; select n + 1 as antwoord from w');
	await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	await page.getByLabel('Antwoord op').selectOption('0');
	await expect.poll(cells, { timeout: 10_000 }).toEqual(['0']);
	await expect
		.poll(async () => fromAddress(new URL(page.url()).hash))
		.toMatchObject({ before: ['create temp table w as select 41 as n'], shown: 0 });
	for (const text of ['0', '42']) {
		await page.reload();
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual([text]);
		if (text === '0') await page.getByLabel('Antwoord op').selectOption('1');
		await page.waitForTimeout(500);
	}
	await page.getByText('Dit antwoord kan rusten op tijdelijke tabellen').waitFor();
	const plain = await toAddress({ sql: 'select 5 as plat', view: {}, selected: [] });
	await page.goto(`${page.url().replace(/#.*/, '')}#${plain}`);
	await expect.poll(cells, { timeout: 10_000 }).toEqual(['5']);
	expect(await page.getByText('tijdelijke tabellen').count()).toBe(0);
	await page.goBack();
	await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	const made = page.locator('summary', { hasText: 'Tijdelijke tabellen (1 opdracht)' });
	await made.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.locator(':focus').textContent()).toBe('Tijdelijke tabellen vergeten');
	await page.keyboard.press('Enter');
	await made.waitFor({ state: 'detached' });
	await expect
		.poll(() => box().evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element))
		.toBe(true);
	await go().click();
	await page.locator('.problem', { hasText: '“w”' }).waitFor({ timeout: 60_000 });
	expect(watched.faults).toEqual([]);
});

describe('hostile SQL', () => {
	test.each([
		["copy area to 'x.csv'", 'kan hier niet'],
		["attach 'https://example.org/x.duckdb'", 'kan hier niet'],
		['install httpfs', 'kan hier niet'],
		['pragma database_list', 'kan hier niet'],
		["select * from read_csv('https://example.org/x.csv')", 'blijven hier dicht'],
		[`select ${'('.repeat(100_000)}1${')'.repeat(100_000)}`, 'te diep genest'],
		["select string_agg(repeat('x', 10000000), '') from range(100)", 'meer geheugen'],
		['select list(range) from range(100000000)', 'meer geheugen'],
		['delete from area', 'veranderen niet']
	])('case %#: %.40s', async (sql, message) => {
		await watched.open('/verken/');
		await ask(sql);
		await watched.page.locator('.problem').waitFor({ timeout: 60_000 });
		expect(await watched.page.locator('.problem').textContent()).toContain(message);
		await ask('select 41 + 1 as antwoord');
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	});

	test('a cross join without end stops when asked, and the next question is answered', async () => {
		await watched.open('/verken/');
		await ask('select 1');
		await told().waitFor({ timeout: 60_000 });
		await ask(
			'select count(*) from observation a, observation b, observation c where a.value + b.value > c.value'
		);
		await watched.page.waitForTimeout(1500);
		await watched.page.getByRole('button', { name: 'Stoppen' }).click();
		await watched.page.getByText('De vraag is gestopt').waitFor({ timeout: 5000 });
		await ask('select 41 + 1 as antwoord');
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	});

	test('an answer without end, or of very long texts or very many columns, is cut or refused, and says so', async () => {
		const { page } = watched;
		await watched.open('/verken/');
		for (const [sql, rows] of [
			['select range from range(10000000000)', '100.000'],
			["select i, repeat('x', 50000) || i as t from range(100000) t (i)", '639']
		] as const) {
			await ask(sql);
			await page.getByText(`De eerste ${rows} regels, in`).waitFor({ timeout: 60_000 });
			expect(await page.getByText('Het hele antwoord is te groot om te laten zien.').count()).toBe(1);
		}
		await ask('select 2000 + i % 20 as jaar, i as waarde from range(200000) t (i)');
		const sentence = page.locator('#beeld-zin', { hasText: 'alleen iets over de regels die hier staan' });
		await sentence.waitFor({ timeout: 60_000 });
		await ask('pivot (select i, i % 5000 as k from range(20000) t (i)) on k using count(*)');
		await page.getByText('Dit antwoord heeft 5001 kolommen').waitFor({ timeout: 60_000 });
		const client = await page.context().newCDPSession(page);
		await client.send('Performance.enable');
		const { metrics } = await client.send('Performance.getMetrics');
		expect(metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value).toBeLessThan(300_000_000);
		await ask('select 1 form area');
		await page.getByText('Hier klopt de SQL niet, bij “area”.').waitFor({ timeout: 10_000 });
		await ask('select 41 + 1 as antwoord');
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	});
});

test('a list of choices is read as its words, and what is no number as what it is', async () => {
	await watched.open('/verken/');
	await ask(
		"select x::enum ('a', 'b') as keuze, ['b'::enum ('a', 'b')] as lijst, 1 / 0 as deel from (values ('a'), ('b')) v (x)"
	);
	await told().waitFor({ timeout: 60_000 });
	await expect.poll(cells).toEqual(['a', '["b"]', 'oneindig', 'b', '["b"]', 'oneindig']);
});
