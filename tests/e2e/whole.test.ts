import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { builtPaths, folder, sampleOf } from '../site.ts';
import { figuresOn, watch } from './browser.ts';

const sample = sampleOf(builtPaths(), 1);
const hasScript = (path: string): boolean =>
	readFileSync(`${folder}${path}index.html`, 'utf8').includes('<script');

const heads = (page: Page) => page.locator('h1, h2').allInnerTexts();

test.each(sample)('%s is the same with script under a path as without script at the root', async (path) => {
	const [without, withScript] = await Promise.all([
		watch(inject('site'), { javaScriptEnabled: false }),
		watch(inject('deep'))
	]);
	const { page } = withScript;
	try {
		await Promise.all([without.open(path), withScript.open(path)]);
		expect(await figuresOn(page)).toEqual(await figuresOn(without.page));
		// Script may add ways to choose; it never adds or takes away a part of the page.
		expect(await heads(page)).toEqual(await heads(without.page));
		const links = await page.$$eval('a[href]:not([rel~=external])', (all) =>
			all.map((each) => new URL(each.getAttribute('href')!, document.baseURI).href)
		);
		expect(links.length).toBeGreaterThan(0);
		expect(links.filter((link) => !link.startsWith(inject('deep')))).toEqual([]);
		// A frame for others has no head of its own.
		if (!path.startsWith('/insluiten/')) {
			const brand = await page.locator('header a').first().getAttribute('href');
			expect(new URL(brand!, page.url()).href).toBe(inject('deep'));
		}
		expect([...without.faults, ...withScript.faults]).toEqual([]);
	} finally {
		await Promise.all([without.close(), withScript.close()]);
	}
});

test('another choice finds all that it needs below a path', async () => {
	const { page, faults, open, close } = await watch(inject('deep'));
	try {
		await open('/westland/indicatoren/eenzaamheid/');
		await page.locator('.chooser > summary').click();
		await page.locator('input[name=groep]').last().check();
		await page.waitForURL(/eenzaamheid\/65-plus\/$/);
		await page.waitForLoadState('networkidle');
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});

test('most pages need no script at all', () => {
	expect(sample.filter(hasScript).length).toBeLessThan(sample.length / 2);
});
