import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { firstAsk } from '#lib/domain/ask/fit.ts';
import { fromAddress, toAddress } from '#lib/domain/question/address.ts';
import { loadHoldings } from '#lib/server/askable.ts';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
/** The address follows after a moment. */
const patience = { timeout: 10_000 };
beforeEach(async () => {
	watched = await watch(inject('site'));
	await watched.open('/verken/');
	await show().waitFor();
});
afterEach(() => watched.close());

const box = () => watched.page.getByRole('textbox', { name: /SQL/ });
/** The SQL as the address keeps it: the editor itself holds only the lines in sight. */
const sql = async () => (await fromAddress(new URL(watched.page.url()).hash))?.sql ?? '';
const list = (name: string) => watched.page.getByRole('combobox', { name, exact: true });
const choose = (label: string, option: string) => list(label).selectOption(option);
const show = () => watched.page.getByRole('button', { name: 'Toon antwoord' });
const told = () => watched.page.locator('[role=status]').filter({ hasText: /regels?, in/ });
const answer = () => watched.page.locator('section[aria-labelledby=antwoord]');
const heads = () => answer().locator('thead th').allTextContents();
const options = (label: string) =>
	list(label)
		.locator('option:not([disabled])')
		.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));

async function answered(): Promise<string> {
	await show().click();
	await told().waitFor({ timeout: 60_000 });
	// What draws an answer is fetched with the first one.
	await answer().locator('thead th').first().waitFor({ timeout: 30_000 });
	return answer().innerText();
}

test('a choice writes the SQL, and its answer comes with one button', async () => {
	await choose('Onderwerp', 'indicator:roken');
	await expect.poll(sql, patience).toContain("o.indicator = 'roken'");
	await choose('Groep', '65+');
	await watched.page.getByLabel('Westland', { exact: true }).check();
	await expect.poll(sql, patience).toContain("a.municipality in ('GM0637', 'GM1783')");
	await expect.poll(sql, patience).toContain("o.breakdown = '65+'");
	const text = await answered();
	expect(text).toContain('Roken, 65 jaar en ouder, per wijk van Zoetermeer en Westland, in 2020.');
	expect(text).toMatch(/Het hoogst: .+ \(.+%\)/);
	expect(text).toContain('schattingen uit een model');
	expect(watched.faults).toEqual([]);
});

test('the answer comes into view and takes the focus, and after Uitvoeren the focus stays', async () => {
	const { page } = watched;
	const heading = page.getByRole('heading', { name: 'Het antwoord' });
	const top = async () => (await heading.boundingBox())!.y;
	expect(await top()).toBeGreaterThan(page.viewportSize()!.height);
	await answered();
	await expect.poll(() => heading.evaluate((it) => it === document.activeElement), patience).toBe(true);
	expect(await top()).toBeLessThan(page.viewportSize()!.height / 2);
	const run = page.getByRole('button', { name: 'Uitvoeren' });
	await run.click();
	await told().waitFor();
	expect(await run.evaluate((it) => it === document.activeElement)).toBe(true);
});

test('the address brings the choices back', async () => {
	await choose('Bewerking', 'rank');
	await choose('Bovenaan', 'low');
	await answered();
	const asked = await sql();
	await watched.page.waitForURL(/#1\./);
	await watched.page.waitForTimeout(500);
	await watched.page.reload();
	await told().waitFor({ timeout: 60_000 });
	expect(await list('Bovenaan').inputValue()).toBe('low');
	await expect.poll(sql, patience).toBe(asked);
	expect(await watched.page.getByText('De SQL hieronder hoort bij deze keuzes.').isVisible()).toBe(true);
});

test('SQL that is changed by hand lets the choices go, and neither is lost', async () => {
	await choose('Bewerking', 'rank');
	await expect.poll(sql, patience).toContain('rang');
	const made = await sql();
	await box().fill(`${made}\n-- van mijzelf`);
	await watched.page.getByText('U hebt de SQL zelf veranderd').waitFor();
	expect(await show().count()).toBe(0);
	await watched.page.getByRole('button', { name: 'Keuzes weer gebruiken' }).click();
	await expect.poll(sql, patience).toBe(made);
	await watched.page.getByRole('button', { name: 'Vorige SQL terugzetten' }).click();
	await expect.poll(sql, patience).toContain('-- van mijzelf');
});

test('choices in an address that its SQL was not made from do not count', async () => {
	const ask = firstAsk(await loadHoldings());
	const address = await toAddress({
		sql: 'select 41 + 1 as iets',
		view: { kind: 'table' },
		selected: [],
		ask
	});
	await watched.open(`/verken/#${address}`);
	await watched.page.reload();
	await told().waitFor({ timeout: 60_000 });
	await expect.poll(sql, patience).toBe('select 41 + 1 as iets');
	expect(await answer().innerText()).not.toContain('Eenzaamheid');
	expect(await watched.page.getByText('Kies iets. De SQL').isVisible()).toBe(true);
});

describe('what is not there is not offered', () => {
	test('levels, years and comparisons', async () => {
		await choose('Onderwerp', 'indicator:armoede');
		expect(await options('Soort gebied')).toEqual(['wijk', 'own']);
		expect(await watched.page.getByRole('checkbox', { name: /^20\d\d$/ }).count()).toBe(1);
		expect(await options('Bewerking')).not.toContain('land');
		await choose('Onderwerp', 'indicator:eenzaamheid');
		expect(await options('Bewerking')).toContain('land');
	});

	test('two subjects without a year in common', async () => {
		await choose('Bewerking', 'scatter');
		await choose('Onderwerp 2', 'indicator:armoede');
		await watched.page.getByText('geen jaar gemeen').waitFor();
		expect(await show().isEnabled()).toBe(false);
		await choose('Onderwerp 2', 'indicator:rondkomen');
		expect(await show().isEnabled()).toBe(true);
	});
});

describe('kinds of questions', () => {
	test('a rank of counts is made per 1,000', async () => {
		await choose('Onderwerp', 'indicator:bijstand');
		await choose('Bewerking', 'rank');
		expect(await list('Gedeeld door').inputValue()).toBe('inwoners:1000');
		await answered();
		expect(await heads()).toEqual(expect.arrayContaining(['per_1000', 'rang', 'van']));
	});

	test('a cloud of points and a correlation warn of areas', async () => {
		await watched.page.getByLabel('Westerkwartier', { exact: true }).check();
		await choose('Bewerking', 'scatter');
		expect(await answered()).toContain('Gebieden zijn geen mensen');
		expect(await heads()).toContain('gebied');
		await answer().locator('circle').first().waitFor();
		const points = await answer().locator('circle title').allTextContents();
		expect(points.some((point) => /^Leek, \d{4}:/.test(point))).toBe(true);
		expect(points.filter((point) => point.startsWith('Westerkwartier'))).toEqual([]);
		await choose('Bewerking', 'correlation');
		const text = await answered();
		expect(text).toMatch(/over 27 gebieden is de samenhang -?0,\d+\. Het 95%-interval loopt van/);
		expect(text).toContain('Elk gebied telt even zwaar');
	});

	test('years in columns, areas of the organisation itself, and spending', async () => {
		await choose('In de kolommen', 'period');
		for (const year of ['2012', '2016']) await watched.page.getByLabel(year, { exact: true }).check();
		await answered();
		expect(await heads()).toEqual(expect.arrayContaining(['gebied', '2012', '2016', '2020']));
		await choose('Soort gebied', 'own');
		await choose('In de kolommen', 'none');
		expect(await answered()).toContain('benadering');
		await choose('Onderwerp', 'spending:6');
		await answered();
		expect(await heads()).toContain('euro');
	});
});

test('works with the keyboard alone', async () => {
	const { page } = watched;
	const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
	await list('Onderwerp').focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(sql, patience).toContain("o.indicator = 'ernstige-eenzaamheid'");
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await expect.poll(sql, patience).toContain("o.breakdown = '65+'");
	await page.getByLabel('Westland', { exact: true }).focus();
	await page.keyboard.press('Space');
	await expect.poll(sql, patience).toContain('GM1783');
	for (let i = 0; i < 30 && !(await focused()).startsWith('Toon antwoord'); i++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await told().waitFor({ timeout: 60_000 });
	expect(await answer().innerText()).toContain('Ernstige eenzaamheid, 65 jaar en ouder');
	expect(watched.faults).toEqual([]);
});

test('axe finds nothing and nothing sticks out, light and wide, dark and narrow', async () => {
	const { page } = watched;
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await choose('Bewerking', 'correlation');
	await page.getByText('Alle 9 gebieden').click();
	await answered();
	await page.evaluate(axe.source);
	const options: RunOptions = {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
	};
	for (const [colorScheme, width] of [
		['light', 1440],
		['dark', 320]
	] as const) {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		const { violations } = await page.evaluate<AxeResults, RunOptions>(
			(each) => (window as unknown as { axe: typeof axe }).axe.run(each),
			options
		);
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
});
