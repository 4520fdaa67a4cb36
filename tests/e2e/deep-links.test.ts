import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { csvParse } from 'd3';
import { check } from '../../scripts/check/rules.ts';
import { load } from '../../scripts/check/load.ts';
import { monitorUpload } from '../../scripts/swing/monitor-files.ts';
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

/** Opens a link of a portal and waits until the site has brought the reader where it leads. */
async function followed(search: string, from = watched, root = ''): Promise<string> {
	await from.open(`${root}/viewer/${search}`);
	await from.page.waitForURL((url) => !url.pathname.endsWith('/viewer/'));
	await from.page.waitForLoadState('networkidle');
	const { pathname, search: asked, hash } = new URL(from.page.url());
	return `${pathname}${asked}${hash}`;
}

test.each([
	[
		'?var=eenzaamheid_18plus&geolevel=gemeente&geoitem=1783&view=map',
		'/westland/indicatoren/eenzaamheid/#kaart',
		'Eenzaamheid'
	],
	[
		'?var=eenzaamheid_65plus&geolevel=wijk&geoitem=178301&period=2020&view=table',
		'/westland/indicatoren/eenzaamheid/65-plus/?gebieden=WK178301#tabel',
		'Eenzaamheid, 65 jaar en ouder'
	],
	[
		'?var=eenzaamheid_18plus&geolevel=buurt&geoitem=17830101',
		'/westland/indicatoren/eenzaamheid/buurten-wk178301/?gebieden=BU17830101',
		'Eenzaamheid, Naaldwijk'
	],
	[
		'?var=roken_18plus&geolevel=wijk&view=map&monitor=zoetermeer',
		'/zoetermeer/indicatoren/roken/#kaart',
		'Roken'
	]
])('%s leads to %s', async (search, address, title) => {
	expect(await followed(search)).toBe(address);
	expect((await watched.page.locator('h1').textContent())?.trim()).toBe(title);
	const { hash } = new URL(watched.page.url());
	if (hash) await watched.page.locator(hash).waitFor();
	await watched.page.goBack();
	expect(watched.page.url()).not.toContain('/viewer/');
});

test('an area without a subject leads to its page, and a wrong one is told', async () => {
	expect(await followed('?geolevel=wijk&geoitem=178305')).toBe('/westland/gebieden/WK178305/');
	await watched.open('/viewer/?geolevel=wijk&geoitem=178399');
	const told = watched.page.locator('[role="status"]');
	await expect.poll(() => told.textContent()).toContain('kent dit gebied niet: 178399');
});

test('an area that is asked for stands out', async () => {
	await followed('?var=eenzaamheid_18plus&geolevel=wijk&geoitem=178305');
	const box = watched.page.locator('fieldset', { hasText: 'Wat moet opvallen?' }).locator('input:checked');
	expect(await box.count()).toBe(1);
});

test('below a path of its host too', async () => {
	const deep = await watch(inject('deep'));
	try {
		await deep.page.goto(`${inject('deep')}viewer/?var=roken_18plus&monitor=westland`);
		await deep.page.waitForURL(/\/ergens\/diep\/westland\/indicatoren\/roken\/$/);
		expect(deep.faults).toEqual([]);
	} finally {
		await deep.close();
	}
});

test('a code of more monitors asks which', async () => {
	await watched.open('/viewer/?var=roken_18plus&view=map');
	const links = watched.page.locator('[role="status"] a');
	expect(await links.allTextContents()).toEqual(['Westerkwartier', 'Westland', 'Zoetermeer']);
	await links.nth(1).click();
	await watched.page.waitForURL(/\/westland\/indicatoren\/roken\/#kaart$/);
});

test('an unknown code is told in words, with a way to search for it', async () => {
	await watched.open(`/viewer/?var=${encodeURIComponent('ouderen_<b>x</b>&url=//elders.nl')}`);
	const status = watched.page.locator('[role="status"]');
	expect(await status.textContent()).toMatch(/kent deze code niet:\s*ouderen_<b>x<\/b>&url=\/\/elders\.nl/);
	expect(await status.locator('b').count()).toBe(0);
	expect(await status.locator('a').getAttribute('href')).toMatch(/\/zoeken\/\?q=ouderen%20%3Cb%3E/);
	expect(new URL(watched.page.url()).pathname).toBe('/viewer/');
});

test('no address leads out of the site, and what the site does not have is told', async () => {
	const inside = new URL('westland/indicatoren/roken/', inject('site')).href;
	const status = watched.page.locator('[role="status"]');
	for (const outside of ['//elders.nl', 'https://elders.nl', 'javascript:alert(1)']) {
		const word = encodeURIComponent(outside);
		await followed(`?var=roken_18plus&monitor=Westland&url=${word}&next=${word}`);
		expect(watched.page.url()).toBe(inside);
		await watched.open(`/viewer/?var=roken_18plus&monitor=westland&geoitem=9999,${word}&view=${word}`);
		const link = status.getByRole('link', { name: 'Ga verder naar Westland' });
		await link.waitFor();
		const text = (await status.textContent())!.replace(/\s+/g, ' ');
		expect(text).toContain(`Deze gebieden staan niet op de pagina van dit onderwerp: 9999 en ${outside}.`);
		expect(text).toContain(`Deze site kent de weergave ${outside} niet.`);
		expect(await link.evaluate((own) => (own as HTMLAnchorElement).href)).toBe(inside);
	}
});

test('a level that the site does not have is told, with what there is', async () => {
	const level = '<b>kern</b>//elders.nl';
	await watched.open(
		`/viewer/?var=roken_18plus&monitor=westland&view=map&geolevel=${encodeURIComponent(level)}`
	);
	const status = watched.page.locator('[role="status"]');
	const link = status.getByRole('link', { name: 'Ga verder naar Westland' });
	await link.waitFor();
	expect(await status.textContent()).toContain(`geen cijfers op het niveau ${level}.`);
	expect(await status.textContent()).toContain(
		'U ziet daar wat er wel is: cijfers van Nederland, de gemeente, wijken en buurten.'
	);
	expect(await status.locator('b').count()).toBe(0);
	expect(new URL(watched.page.url()).pathname).toBe('/viewer/');
	await link.click();
	await watched.page.waitForURL(/\/westland\/indicatoren\/roken\/#kaart$/);
});

test.each([
	['jeugdzorg_totaal', 'buurt'],
	['opleiding_hoog_totaal', 'gemeente']
])('of %s the level %s is told not to be there, as there are only wijken', async (code, level) => {
	await watched.open(`/viewer/?var=${code}&geolevel=${level}&monitor=westland`);
	const status = watched.page.locator('[role="status"]');
	await status.getByRole('link', { name: 'Ga verder naar Westland' }).waitFor();
	const text = (await status.textContent())!.replace(/\s+/g, ' ');
	expect(text).toContain(`geen cijfers op het niveau ${level}.`);
	expect(text).toContain('U ziet daar wat er wel is: cijfers van wijken.');
});

test('without JavaScript the list has the code of every subject that is exported, each with its page', async () => {
	const { dataset } = check(load('data'));
	const still = await watch(inject('site'), { javaScriptEnabled: false });
	try {
		await still.open('/viewer/?var=roken_18plus');
		for (const data of dataset!.model.monitors) {
			const { slug } = data.monitor;
			const rows = await still.page.$$eval(`section[aria-labelledby="codes-${slug}"] tbody tr`, (all) =>
				all.map((row) => [row.querySelector('th')!.textContent.trim(), row.querySelector('a')!.href])
			);
			const exported = csvParse(monitorUpload(dataset!, data).get('onderwerpen.csv')!)
				.filter(({ hoort_bij }) => hoort_bij === '')
				.map(({ onderwerp }) => onderwerp);
			expect(rows.map(([code]) => code)).toEqual(exported);
			for (const [, href] of rows) expect(new URL(href!).pathname).toMatch(`/${slug}/indicatoren/`);
		}
		expect(await still.page.locator('noscript').first().textContent()).toContain('Zonder JavaScript');
		expect(still.faults).toEqual([]);
	} finally {
		await still.close();
	}
});
