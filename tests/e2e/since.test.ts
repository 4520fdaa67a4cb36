import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(async () => {
	const faults = watched.faults.splice(0);
	await watched.close();
	expect(faults).toEqual([]);
});

const page = '/westland/sinds/';
const lead = (from = watched) => from.page.locator('.lead').textContent();
const turned = () =>
	watched.page.$$eval('section[aria-labelledby="oordelen"] [data-goal]', (goals) =>
		goals.map((goal) => (goal as HTMLElement).dataset.goal!)
	);
const day = (name: 'van' | 'tot') => watched.page.locator(`#${name}`);

test('from the release before on: verdicts that turned, with the promises that were written down', async () => {
	await watched.open(page);
	expect(await lead()).toMatch(/^Tussen 23 november 2026 en 27 november 2026/);
	expect(await turned()).toContain('hoger-opleidingsniveau');
	const item = watched.page.locator(
		'section[aria-labelledby="oordelen"] [data-goal="hoger-opleidingsniveau"]'
	);
	expect(await item.textContent()).toContain(
		'Deze site nam een afspraak op die in de stukken staat: Het gemiddelde opleidingsniveau van de jeugd in Westland stijgt.'
	);
	expect(await item.locator('dd').count()).toBe(2);
	await watched.open('/westland/doelen/hoger-opleidingsniveau/');
	const own = watched.page.locator('section[aria-labelledby="sinds"]');
	expect(await own.textContent()).toMatch(
		/ging van\s+geen streefwaarde\s+naar\s+geen indicator.*Deze site nam een afspraak op/s
	);
});

test('keeps for how many promises a verdict holds', async () => {
	await watched.open('/westland/doelen/minder-eenzaamheid/');
	const own = watched.page.locator('section[aria-labelledby="sinds"]');
	expect(await own.textContent()).toMatch(/niet bereikt\s+\(1 van 2 afspraken\)/);
});

test('from the newest report on: new and revised figures, and where nothing changed, that', async () => {
	await watched.open(`${page}?van=2021-12-31`);
	expect(await lead()).toMatch(/^Tussen 31 december 2021 en /);
	expect(await watched.page.locator('section', { hasText: 'Oordelen die' }).textContent()).toContain(
		'Niets.'
	);
	const row = watched.page
		.locator('section[aria-labelledby="herzien"] tbody tr', { hasText: '2020' })
		.first();
	const revised = await row
		.locator('data[data-area="GM1783"]')
		.evaluateAll((all) => all.map((each) => [each.dataset.table, (each as HTMLDataElement).value]));
	expect(revised).toEqual([
		['50090ned', '80.8'],
		['50150ned', '81.1']
	]);
	expect(await row.textContent()).toMatch(/0,3 procentpunt hoger.*buurten anders/s);
});

describe('other days', () => {
	test('are written to the address, change the page, and hold when it is opened again', async () => {
		await watched.open(page);
		await day('van').fill('2018-04-26');
		await watched.page.waitForURL(/\?van=2018-04-26$/);
		const before = await turned();
		expect(before).toContain('minder-eenzaamheid');
		await day('tot').fill('2019-01-01');
		await watched.page.waitForURL(/\?van=2018-04-26&tot=2019-01-01$/);
		expect(await turned()).not.toContain('minder-eenzaamheid');
		expect(await lead()).toMatch(/^Tussen 26 april 2018 en 1 januari 2019/);
		await watched.page.reload({ waitUntil: 'networkidle' });
		expect(await lead()).toMatch(/^Tussen 26 april 2018 en 1 januari 2019/);
		await watched.page.getByRole('button', { name: /^Terug naar/ }).click();
		await watched.page.waitForURL((url) => url.search === '');
		expect(await lead()).toMatch(/^Tussen 23 november 2026 en /);
	});

	test('each verdict that turned shows both reasons, as its own page does', async () => {
		await watched.open(`${page}?van=2018-04-26`);
		const sentences = await watched.page.locator('[data-goal="minder-eenzaamheid"] dd').allTextContents();
		expect(sentences).toHaveLength(2);
		await watched.open('/westland/doelen/minder-eenzaamheid/');
		expect(await watched.page.locator('.reason').first().textContent()).toContain(sentences[1]);
	});

	test('in the wrong order are put in order, and no day is the usual one', async () => {
		await watched.open(`${page}?van=2020-01-01&tot=2018-01-01`);
		expect(await lead()).toMatch(/^Tussen 1 januari 2018 en 1 januari 2020/);
		await watched.open(`${page}?van=2020-02-30&tot=morgen`);
		expect(await lead()).toMatch(/^Tussen 23 november 2026 en /);
	});

	test('can be chosen by keyboard', async () => {
		await watched.open(page);
		await day('van').focus();
		// Which part of the day comes first follows the language of the browser: one step up changes it anyway.
		await watched.page.keyboard.press('ArrowUp');
		await watched.page.waitForURL(/\?van=/);
		const chosen = new URL(watched.page.url()).searchParams.get('van');
		expect(chosen).not.toBe('2026-11-23');
		expect(await day('van').inputValue()).toBe(chosen);
	});
});

test('without script the usual comparison is whole', async () => {
	const plain = await watch(inject('site'), { javaScriptEnabled: false });
	await plain.open(page);
	await watched.open(page);
	expect(await lead(plain)).toBe(await lead());
	const goals = 'main li[data-goal]';
	expect(await plain.page.locator(goals).count()).toBe(await watched.page.locator(goals).count());
	expect(await plain.page.locator(goals).count()).toBeGreaterThan(5);
	expect(await plain.page.locator('main').innerText()).toContain('kan alleen met JavaScript');
	await plain.close();
});

test('is found from the front page, a goal and progress, and as a feed', async () => {
	for (const from of ['/westland/', '/westland/doelen/minder-eenzaamheid/', '/westland/voortgang/']) {
		await watched.open(from);
		await watched.page.locator('main a[href$="/sinds/"]').first().click();
		await watched.page.waitForURL(/\/westland\/sinds\/$/);
	}
	const feed = watched.page.locator('head link[type="application/atom+xml"]');
	const address = new URL((await feed.getAttribute('href'))!, watched.page.url()).href;
	const kinds = await watched.page.evaluate(async (url) => {
		const xml = new DOMParser().parseFromString(await (await fetch(url)).text(), 'application/xml');
		return {
			broken: xml.querySelector('parsererror')?.textContent ?? '',
			root: xml.documentElement.namespaceURI,
			links: [...xml.querySelectorAll('link')].map(
				(link) => new URL(link.getAttribute('href')!, url).pathname
			)
		};
	}, address);
	expect(kinds).toMatchObject({ broken: '', root: 'http://www.w3.org/2005/Atom' });
	expect(new Set(kinds.links)).toEqual(new Set(['/westland/feed.xml', '/westland/sinds/']));
});
