import { describe, expect, inject, test } from 'vitest';
import { watch } from './browser.ts';

describe.each([
	['with script', true],
	['without script', false]
])('a council member asks how a promise stands, %s', (_, javaScriptEnabled) => {
	test.each([390, 768, 1440])('%i wide', async (width) => {
		const { page, faults, open, close } = await watch(inject('site'), {
			javaScriptEnabled,
			viewport: { width, height: 900 }
		});
		try {
			await open('/');
			await page.getByRole('main').getByRole('link', { name: 'Westland', exact: true }).first().click();
			await page.getByRole('link', { name: 'Bekijk de hele doelenboom' }).click();
			await page.locator('[data-goal="minder-eenzaamheid"] a').first().click();
			expect(await page.locator('h1').textContent()).toMatch(/eenzaam/i);
			expect(await page.getByText('Onder druk, zegt het stuk zelf.').count()).toBe(1);
			await page.locator('article a').first().click();
			await page.waitForURL('**/westland/indicatoren/eenzaamheid/65-plus/');
			expect(
				await page.locator('g[data-area="GM1783"][data-indicator="eenzaamheid"] circle').count()
			).toBeGreaterThan(2);
			expect(
				await page.locator('td data[data-area="GM1783"][data-period="2020"]').getAttribute('value')
			).toBe('48.7');
			await page.getByRole('link', { name: 'Middelen' }).click();
			expect(await page.locator('data[data-indicator="iv3-6-jaarrekening"]').count()).toBeGreaterThan(0);
			expect(faults).toEqual([]);
		} finally {
			await close();
		}
	});
});

test('an analyst searches, opens an indicator, and shares a choice as an address', async () => {
	const { page, faults, open, close } = await watch(inject('site'));
	try {
		await open('/zoeken/?q=overgewigt');
		await page
			.getByRole('link', { name: /overgewicht/i })
			.first()
			.waitFor();
		await open('/westerkwartier/indicatoren/overgewicht/');
		await page.locator('summary', { hasText: 'Zelf kiezen' }).click();
		await page.getByLabel('Marum', { exact: true }).check();
		await page.waitForURL(/gebieden=/);
		await page.reload({ waitUntil: 'networkidle' });
		expect(await page.locator('g.chosen[data-area="WK196911"]').count()).toBe(1);
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});

test('an analyst sees counts as published, and on one set of boundaries', async () => {
	const { page, faults, open, close } = await watch(inject('site'));
	try {
		await open('/zoetermeer/indicatoren/inwoners/');
		const lines = page.locator('g[data-area="WK063706"][data-indicator="inwoners"] line');
		expect(await lines.count()).toBe(0);
		expect(await page.getByText('Andere tabel en andere gebiedsgrenzen').count()).toBeGreaterThan(0);
		await page.getByRole('link', { name: 'Op de grenzen van 2024' }).click();
		await page.waitForURL('**/zoetermeer/indicatoren/inwoners/grenzen-2024/');
		expect(await lines.count()).toBeGreaterThan(0);
		const before = page.locator('td data[data-area="WK063706"][data-period="2020"]');
		expect(await before.getAttribute('data-derived')).toBe('boundaries');
		expect(await before.textContent()).toBe('23.370°');
		expect(await page.getByText('of de grens zelf is verschoven').count()).toBe(1);
		await page.getByRole('link', { name: 'Zoals gepubliceerd' }).click();
		await page.waitForURL('**/zoetermeer/indicatoren/inwoners/');
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});
