import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { builtPaths, kindOf, kinds, sampleOf } from '../site.ts';
import { watch, type Watched } from './browser.ts';

const widths = [1440, 768, 390, 320];
const paths = builtPaths();

/** At least this many pages, as even over the kinds as there are pages of them. */
function sampleAtLeast(most: number): string[] {
	for (let each = 1; ; each++) {
		const sample = sampleOf(paths, each);
		if (sample.length >= Math.min(most, paths.length)) return sample;
	}
}

const sample = sampleAtLeast(160);
let watched: Watched;
beforeAll(async () => {
	watched = await watch(inject('site'));
});
afterAll(() => watched.close());

/** How far the page can be scrolled sideways, with the element that sticks out most. */
const sideways = (): Promise<string | undefined> =>
	watched.page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return undefined;
		const [widest] = [...document.querySelectorAll('body *')]
			.map((element) => ({ element, right: element.getBoundingClientRect().right }))
			.toSorted((a, b) => b.right - a.right);
		return `${scrollWidth} wide, by ${widest?.element.outerHTML.slice(0, 80) ?? ''}`;
	});

describe.each(kinds.filter(({ route }) => sample.some((path) => kindOf(path) === route)))(
	'$route',
	({ route }) => {
		test('is quiet, stays at home, and fits every width', async () => {
			const problems: string[] = [];
			for (const path of sample.filter((each) => kindOf(each) === route)) {
				await watched.open(path);
				for (const width of widths) {
					await watched.page.setViewportSize({ width, height: 900 });
					const over = await sideways();
					if (over) problems.push(`${path} at ${width}: ${over}`);
				}
			}
			expect([...problems, ...watched.faults.splice(0)]).toEqual([]);
		});
	}
);

test('an address that is not there shows a page with a way on', async () => {
	await watched.page.goto(new URL('bestaat/niet/', inject('site')).href);
	expect(await watched.page.locator('h1').count()).toBe(1);
	const home = watched.page.locator('main a').first();
	const response = await watched.page.request.get(
		new URL((await home.getAttribute('href'))!, watched.page.url()).href
	);
	expect(response.status()).toBe(200);
	watched.faults.splice(0);
});

test('in forced colours only the current page of the menu has a line', async () => {
	const forced = await watch(inject('site'), { forcedColors: 'active' });
	try {
		await forced.open('/zoetermeer/indicatoren/');
		const lines = await forced.page.$$eval('nav[aria-label^="Monitor"] li a', (links) => {
			const paper = getComputedStyle(document.documentElement).backgroundColor;
			return links
				.filter((link) => getComputedStyle(link).borderBottomColor !== paper)
				.map((link) => link.textContent.trim());
		});
		expect(lines).toEqual(['Indicatoren']);
	} finally {
		await forced.close();
	}
});
