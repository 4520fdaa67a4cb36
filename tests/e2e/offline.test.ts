import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { keepable, keepList } from '#lib/schema/kept.ts';
import { serve } from '../../scripts/serve.mjs';
import { folder } from '../site.ts';
import { watch, type Watched } from './browser.ts';

const published = keepable.parse(JSON.parse(readFileSync(join(folder, 'offline/uitgave.json'), 'utf8')));
const sizeOf = (what: string) => published.parts.find((part) => part.what === what)!;
const isEngine = (url: string): boolean => /\/duckdb[^/]*$/.test(url);

const keepButton = (page: Page, name = 'Zoetermeer') =>
	page.getByRole('button', { name: new RegExp(`^(Bewaar|Vernieuw) ${name}`) });

/** Keeps a part by its button and waits until the page says that it is there. */
async function keep(page: Page, name = 'Zoetermeer'): Promise<void> {
	await keepButton(page, name).click();
	await page.getByText(`${name} is bewaard.`).waitFor({ timeout: 180_000 });
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const registrations = (page: Page) =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** What the page and the worker asked, from the moment of the call. */
function askedIn({ page }: Watched): string[] {
	const asked: string[] = [];
	page.context().on('request', (request) => asked.push(request.url()));
	return asked;
}

test('the lists are as their schema says, and hold what they count', () => {
	expect(published.parts.map(({ what }) => what)).toContain('zoetermeer');
	for (const part of published.parts) {
		const list = keepList.parse(
			JSON.parse(readFileSync(join(folder, `offline/lijst-${part.what}.json`), 'utf8'))
		);
		const { entries, day, ...head } = list;
		expect(head).toEqual(part);
		expect(day).toBe(published.day);
		expect(Object.keys(entries)).toHaveLength(part.files);
		expect(Object.values(entries).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(part.bytes);
		expect(Object.keys(entries).some(isEngine)).toBe(part.what === '_motor');
	}
});

describe('a reader who keeps a monitor, under a path', () => {
	let watched: Watched;
	let asked: string[];
	const open = async (path: string) => {
		await watched.page.goto(inject('deep') + path);
	};
	const line = () => watched.page.locator('[data-bewaard]');

	beforeAll(async () => {
		watched = await watch(inject('deep'));
		asked = askedIn(watched);
		await watched.open('offline/');
		expect(await registrations(watched.page)).toBe(0);
		const { pages } = sizeOf('zoetermeer');
		expect(await keepButton(watched.page).textContent()).toContain(`${pages} pagina's`);
		await keep(watched.page);
	}, 240_000);
	afterAll(() => watched.close());

	test('has it in one cache, named after the release, and nothing of the engine', async () => {
		expect(await cacheNames(watched.page)).toEqual([
			`doelenboom ${new URL(inject('deep')).pathname} zoetermeer ${sizeOf('zoetermeer').id}`
		]);
		expect(await registrations(watched.page)).toBe(1);
		expect(asked.length).toBeGreaterThan(sizeOf('zoetermeer').files - 1);
		expect(asked.filter((url) => isEngine(url))).toEqual([]);
		expect(asked.filter((url) => !url.startsWith(inject('deep')))).toEqual([]);
	});

	test('sees the page of the site as it is while there is a network', async () => {
		await open('zoetermeer/');
		expect(await line().count()).toBe(0);
		expect(watched.faults).toEqual([]);
	});

	describe('without a network', () => {
		beforeAll(() => watched.page.context().setOffline(true));
		afterAll(() => watched.page.context().setOffline(false));

		test('opens its pages, which say of which release they are', async () => {
			await open('zoetermeer/');
			expect(await line().innerText()).toContain('bewaarde pagina van Zoetermeer');
			await watched.page.getByRole('link', { name: 'Indicatoren', exact: true }).click();
			await watched.page.locator('main h1').waitFor();
			expect(new URL(watched.page.url()).pathname).toMatch(/\/zoetermeer\/indicatoren\/$/);
			expect(await line().count()).toBe(1);
		});

		test('sees the chart of an indicator, which still answers, and a choice', async () => {
			await open('zoetermeer/indicatoren/eenzaamheid/');
			await watched.page.waitForLoadState('networkidle');
			expect(await watched.page.locator('main svg circle').count()).toBeGreaterThan(3);
			expect(await line().count()).toBe(1);
			await watched.page.locator('details.chooser summary').click();
			await watched.page.getByLabel('65 jaar en ouder', { exact: true }).check();
			await watched.page.waitForURL(/eenzaamheid\/[^/]+\//);
			expect(await watched.page.locator('main svg circle').count()).toBeGreaterThan(3);
			await watched.page.reload();
			expect(await watched.page.locator('main h1').innerText()).toMatch(/eenzaam/i);
			expect(await line().count()).toBe(1);
		});

		test('searches in the kept list', async () => {
			await open('zoeken/?q=eenzaamheid');
			await watched.page
				.getByText(/gevonden|resultaten|doelen/i)
				.first()
				.waitFor();
			expect(await watched.page.locator('main a[href*="eenzaamheid"]').count()).toBeGreaterThan(0);
		});

		test('is told that another page is not kept, and what is', async () => {
			await open('westland/doelen/');
			expect(await watched.page.locator('h1').innerText()).toBe('Deze pagina is niet bewaard');
			await watched.page.locator('[data-kept] a').click();
			expect(await watched.page.locator('h1').innerText()).toBe('Zoetermeer');
		});

		test('still sees what is kept, and that more cannot be kept now', async () => {
			await open('offline/');
			await watched.page.getByText('Bewaren en vernieuwen kan als er weer verbinding is').waitFor();
			expect(await watched.page.getByText('Bewaard uit de uitgave van').count()).toBe(1);
			expect(await keepButton(watched.page).count()).toBe(0);
		});
	});

	test('asks for the engine apart, and then has it', async () => {
		await watched.open('offline/');
		await keep(watched.page, 'de rekenmodule');
		expect(asked.some(isEngine)).toBe(true);
		await watched.page.context().setOffline(true);
		await open('verken/');
		await watched.page.getByRole('textbox', { name: /SQL/ }).fill('select 41 + 1 as antwoord');
		await watched.page.getByRole('button', { name: 'Uitvoeren' }).click();
		await watched.page
			.locator('[role=status]')
			.filter({ hasText: /regels?, in/ })
			.waitFor({ timeout: 60_000 });
		const answer = watched.page.locator('section[aria-labelledby=antwoord] td', { hasText: '42' });
		await answer.first().waitFor();
		await watched.page.context().setOffline(false);
	});

	test('switches it off, and nothing is left', async () => {
		await watched.open('offline/');
		await watched.page.getByRole('button', { name: 'Verwijder alles' }).click();
		await watched.page.getByText('Alle bewaarde pagina’s en cijfers zijn weg').waitFor();
		expect(await cacheNames(watched.page)).toEqual([]);
		expect(await registrations(watched.page)).toBe(0);
		await watched.page.reload();
		await watched.page.getByText("Er zijn geen pagina's bewaard").waitFor();
		const controlled = await watched.page.evaluate(() => navigator.serviceWorker.controller !== null);
		expect(controlled).toBe(false);
		expect(await cacheNames(watched.page)).toEqual([]);
	});
});

describe('a site that is renewed', () => {
	const root = mkdtempSync(join(tmpdir(), 'doelenboom-offline-'));
	const list = keepList.parse(
		JSON.parse(readFileSync(join(folder, 'offline/lijst-zoetermeer.json'), 'utf8'))
	);
	let site: Awaited<ReturnType<typeof serve>>;
	let watched: Watched;

	/** Few files are enough here: the pages of the monitor but not those of its indicators and areas. */
	const few = Object.entries(list.entries).filter(
		([path]) => !/^zoetermeer\/(indicatoren|gebieden|doelen)\/./.test(path)
	);
	function publish(id: string, day: string, entries: typeof list.entries): void {
		const part = { what: 'zoetermeer', name: 'Zoetermeer', id, pages: 1, files: 1, bytes: 1 };
		const all = { format: 1, day, parts: [part] };
		writeFileSync(join(root, 'offline/uitgave.json'), JSON.stringify(all));
		writeFileSync(join(root, 'offline/lijst-zoetermeer.json'), JSON.stringify({ ...part, day, entries }));
	}

	beforeAll(async () => {
		for (const [path] of [...few, ['service-worker.js']]) cpSync(join(folder, path), join(root, path));
		publish('a'.repeat(16), '2026-11-26', Object.fromEntries(few));
		site = await serve({ folder: root, port: 0 });
		watched = await watch(site.url);
		await watched.open('offline/');
		await keep(watched.page);
	}, 120_000);
	afterAll(async () => {
		await watched.close();
		await site.close();
		rmSync(root, { recursive: true });
	});

	const heading = () => watched.page.locator('main h1').innerText();
	/** The front page of another release, with the hash that it has then. */
	async function renew(): Promise<void> {
		const path = 'zoetermeer/index.html';
		const html = readFileSync(join(folder, path), 'utf8').replace('<h1>Zoetermeer', '<h1>Zoetermeer nieuw');
		writeFileSync(join(root, path), html);
		const { createHash } = await import('node:crypto');
		const sha256 = createHash('sha256').update(html).digest('hex');
		publish('b'.repeat(16), '2027-03-01', {
			...Object.fromEntries(few),
			[path]: { bytes: html.length, sha256 }
		});
	}

	test('tells it on its pages, keeps the old one until it is asked, and renews only what changed', async () => {
		const { page } = watched;
		await renew();
		await watched.open('zoetermeer/');
		expect(await heading()).toBe('Zoetermeer nieuw');
		const line = page.locator('[data-bewaard]');
		expect(await line.innerText()).toContain('nieuwe uitgave van 1 maart 2027');
		await page.context().setOffline(true);
		await page.reload();
		expect(await heading()).toBe('Zoetermeer');
		expect(await line.innerText()).toContain('26 november 2026');
		await page.context().setOffline(false);
		await page.goto(`${site.url}zoetermeer/`);
		await line.getByRole('link').click();
		await page.getByText('De site heeft nu een nieuwere').waitFor();
		const asked = askedIn(watched);
		await keep(page);
		expect(new Set(asked.filter((url) => !url.endsWith('.json')))).toEqual(
			new Set([`${site.url}zoetermeer/`])
		);
		expect(await cacheNames(page)).toEqual([`doelenboom / zoetermeer ${'b'.repeat(16)}`]);
		await page.context().setOffline(true);
		await page.goto(`${site.url}zoetermeer/`);
		expect(await heading()).toBe('Zoetermeer nieuw');
		await page.context().setOffline(false);
	});

	test('that changes while it is fetched leaves what was kept, and says so', async () => {
		const { page } = watched;
		const path = 'zoetermeer/index.html';
		publish('c'.repeat(16), '2027-06-01', {
			...Object.fromEntries(few),
			[path]: { bytes: 1, sha256: '0'.repeat(64) }
		});
		await watched.open('offline/');
		await keepButton(page).click();
		await page.getByText('tijdens het ophalen vernieuwd').waitFor();
		await page.getByText('Wat u eerder bewaarde, is er nog.').waitFor();
		expect(await cacheNames(page)).toEqual([`doelenboom / zoetermeer ${'b'.repeat(16)}`]);
	});

	test('that has no worker any more is cleaned up by the one that is there', async () => {
		rmSync(join(root, 'offline/uitgave.json'));
		await watched.page.goto(`${site.url}zoetermeer/`);
		await expect.poll(() => cacheNames(watched.page)).toEqual([]);
		await expect.poll(() => registrations(watched.page)).toBe(0);
	});
});

test('without script the page says that nothing is kept', async () => {
	const { page, open, faults, close } = await watch(inject('site'), { javaScriptEnabled: false });
	await open('offline/');
	expect(await page.locator('noscript').innerText()).toContain('Deze site bewaart nu niets');
	expect(await page.getByRole('button').count()).toBe(0);
	expect(faults).toEqual([]);
	await close();
});
