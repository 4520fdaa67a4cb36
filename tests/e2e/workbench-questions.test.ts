import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const told = () => watched.page.getByText(/regels?, in/).waitFor({ timeout: 60_000 });
/** The cells of the table of an answer, row by row. */
const cells = () =>
	watched.page.$$eval('.frame tbody tr:not([aria-hidden])', (rows) =>
		rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()))
	);

async function faultsOfAxe(): Promise<string[]> {
	await watched.page.evaluate(axe.source);
	return watched.page.evaluate(async () => {
		const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	});
}

describe('"Bekijk de vraag"', () => {
	test.each([
		['an indicator', '/westland/indicatoren/eenzaamheid/'],
		['another choice of it', '/westland/indicatoren/eenzaamheid/65-plus/']
	])('on the page of %s opens the same figures', async (_, path) => {
		await watched.open(path);
		const shown = await watched.page.$$eval('table data[data-area]', (all) =>
			all.map((each) => [
				each.getAttribute('data-area'),
				each.getAttribute('data-period'),
				each.getAttribute('value')
			])
		);
		await watched.page.getByRole('link', { name: 'Bekijk de vraag bij de tabel' }).click();
		await told();
		// The table makes the rows that are in sight, and says how many there are.
		const table = watched.page.locator('.frame table');
		expect(await table.getAttribute('aria-rowcount')).toBe(String(shown.length + 1));
		const rows = await cells();
		expect(rows.length).toBeGreaterThan(10);
		for (const row of rows) {
			const figure = shown.find(([area, period]) => row.includes(area!) && row.includes(period!));
			const value = figure?.[2] ?? 'none';
			expect(row).toContain(value === '' ? '·' : value.replace('.', ','));
		}
		expect(await watched.page.locator('figure[data-picture]').getAttribute('data-picture')).toBe('line');
		expect(watched.faults).toEqual([]);
	});

	test('is away when a reader chose something else, and comes back', async () => {
		await watched.open('/westland/indicatoren/eenzaamheid/');
		const links = watched.page.getByRole('link', { name: /Bekijk de vraag/ });
		const more = watched.page.locator('details.chooser summary');
		await more.click();
		await watched.page.getByLabel('gemeente Zoetermeer').check();
		await expect.poll(() => links.count(), { timeout: 60_000 }).toBe(0);
		await watched.page.getByRole('button', { name: 'Terug naar het begin' }).click();
		await expect.poll(() => links.count(), { timeout: 60_000 }).toBeGreaterThan(3);
	});

	test('on a page without script opens the profile of an area', async () => {
		await watched.open('/westland/gebieden/WK178301/');
		const link = watched.page.getByRole('link', { name: /^Bekijk de vraag bij/ }).first();
		await link.focus();
		await watched.page.keyboard.press('Enter');
		await told();
		expect((await cells()).flat()).toContain('WK178301');
		expect(watched.faults).toEqual([]);
	});

	test('is left out on paper', async () => {
		await watched.open('/westland/gebieden/WK178301/');
		await watched.page.emulateMedia({ media: 'print' });
		expect(await watched.page.locator('a.ask').first().isVisible()).toBe(false);
	});
});

describe('saved questions', () => {
	test('an example is chosen by keyboard, replaces the text and is answered', async () => {
		await watched.open('/verken/');
		const summary = watched.page.getByText(/Kies een voorbeeldvraag \(\d+\)/);
		await summary.focus();
		await watched.page.keyboard.press('Enter');
		await watched.page.getByRole('button', { name: /meeste mensen de Wmo/ }).focus();
		await watched.page.keyboard.press('Enter');
		await told();
		expect(await watched.page.getByRole('textbox', { name: /SQL/ }).textContent()).toContain(
			"'wmo-clienten'"
		);
		expect((await cells())[0]).toContain('Ter Heijde');
		expect(await watched.page.locator('figure[data-picture]').getAttribute('data-picture')).toBe('bars');
		expect(watched.faults).toEqual([]);
	});

	test.each(['wmo-per-1000', 'armoede-tegen-wmo', 'uitgaven-per-inwoner', 'termijn-voorbij'])(
		'the page of %s is whole without script, has nothing against axe, and opens the same answer',
		async (id) => {
			await watched.open(`/vragen/${id}/`);
			const shown = await watched.page.$$eval('tbody tr', (rows) =>
				rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()))
			);
			expect(await watched.page.locator('script').count()).toBe(0);
			expect(await faultsOfAxe()).toEqual([]);
			await watched.page.getByRole('link', { name: 'Open in Zelf onderzoeken' }).click();
			await told();
			const answered = await cells();
			expect(answered.length).toBeGreaterThan(5);
			for (const [i, row] of answered.entries()) expect(row.slice(-shown[i]!.length)).toEqual(shown[i]);
			expect(watched.faults).toEqual([]);
		}
	);
});
