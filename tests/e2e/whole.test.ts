import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { builtPaths, folder, sampleOf } from '../site.ts';
import { figuresOn, watch } from './browser.ts';

const sample = sampleOf(builtPaths(), 1);
const hasScript = (path: string): boolean =>
	readFileSync(`${folder}${path}index.html`, 'utf8').includes('<script');

describe('without script a page shows the same figures', () => {
	test.each(sample)('%s', async (path) => {
		const [without, withScript] = await Promise.all([
			watch(inject('site'), { javaScriptEnabled: false }),
			watch(inject('site'))
		]);
		try {
			await Promise.all([without.open(path), withScript.open(path)]);
			const figures = await figuresOn(without.page);
			expect(await figuresOn(withScript.page)).toEqual(figures);
			// Script may add ways to choose; it never adds or takes away a part of the page.
			const heads = (page: Page) => page.locator('h1, h2').allInnerTexts();
			expect(await heads(withScript.page)).toEqual(await heads(without.page));
			expect([...without.faults, ...withScript.faults]).toEqual([]);
		} finally {
			await Promise.all([without.close(), withScript.close()]);
		}
	});

	test('most pages need none at all', () => {
		expect(sample.filter(hasScript).length).toBeLessThan(sample.length / 2);
	});
});

describe('under a path the site is the same', () => {
	test.each(sample)('%s', async (path) => {
		const { page, faults, open, close } = await watch(inject('deep'));
		try {
			await open(path);
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
			expect(faults).toEqual([]);
		} finally {
			await close();
		}
	});
});
